"""Hidden suite of topic 12, building models.

Nets and layers are judged by what they do: what comes out, which parameters they list, where gradients arrive. No test
asks under which name or in which container a layer is kept. `student.put` makes a layer that the student's net and the
test both hold.
"""

import copy
import numbers

import pytest
import torch
from torch import nn

from grader.suite import assert_close, assert_same_gradients, graded, is_module, non_contiguous, unchanged

OLD = 5.0  # what parameters hold before init_normal

both_dtypes = pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=["float32", "float64"])

HINT_MODULE = "A layer of your own derives from nn.Module, and its __init__ starts with super().__init__()."
HINT_REGISTER = "A net knows only what is registered in it: a plain Python list hides its layers."
HINT_MODE = "train() and eval() reach registered layers alone."
HINT_SORTED = "With more than ten layers, names sorted as texts come in another order than the layers: '10' before '2'."
HINT_TWICE = (
    "A layer given twice is applied twice: `children()` lists it once, and so does a dict whose keys are layers."
)
HINT_SAME = "Keep the layers that you were given; a copy learns without them."
HINT_DEVICE = "What a layer creates and what it registers must be where its input is."


class Digit(nn.Module):
    """Appends a digit to a number: the result tells which layers were applied, and in which order."""

    def __init__(self, digit):
        super().__init__()
        self.digit = digit

    def forward(self, X):
        return 10 * X + self.digit


class Named(nn.Module):
    """Parameters of given names, one entry each."""

    def __init__(self, *names):
        super().__init__()
        for name in names:
            self.register_parameter(name, nn.Parameter(torch.full((1,), 5.0)))


class Statistics(nn.Module):
    """Two buffers, one of which no state_dict lists."""

    def __init__(self):
        super().__init__()
        self.register_buffer("mean", torch.ones(3))
        self.register_buffer("hidden", torch.ones(3), persistent=False)


def linear(num_inputs, num_outputs, dtype=torch.float64):
    return nn.Linear(num_inputs, num_outputs, dtype=dtype)


def shapes(net):
    return sorted(tuple(parameter.shape) for parameter in net.parameters())


def gradients(net):
    """{shape: gradient} of a net whose parameters all differ in shape."""
    found = {tuple(parameter.shape): parameter.grad for parameter in net.parameters()}
    assert all(grad is not None for grad in found.values()), "a parameter got no gradient"
    return found


def assert_gradients(net, reference, *args):
    """One backward pass leaves in net's parameters what it leaves in those of `reference`, an equal net."""
    reference = copy.deepcopy(reference)
    expected = reference(*args)
    upstream = torch.randn_like(expected)
    expected.backward(upstream)
    net(*args).backward(upstream)
    actual = gradients(net)
    for shape, grad in gradients(reference).items():
        assert shape in actual, "a parameter of a layer is not among the net's"
        assert_close(actual[shape], grad)


# Run on the student's side by `student.put`, for facts that a copy of a tensor does not show.


def as_list(layers):
    return list(layers)


def devices(net):
    return sorted({tensor.device.type for tensor in (*net.parameters(), *net.buffers())})


def entries(net):
    return [tensor.tolist() for tensor in (*net.parameters(), *net.buffers())]


# MySequential


@graded(
    "MySequential", "values", points=1.5, hint="The first layer takes X, each other one what the one before it gave."
)
@both_dtypes
def test_sequential_forward(student, dtype):
    """The output of three layers."""
    layers = [linear(4, 3, dtype), nn.Tanh(), linear(3, 2, dtype)]
    X = torch.randn(5, 4, dtype=dtype)
    assert_close(student.MySequential(*layers)(X), nn.Sequential(*layers)(X))


@graded("MySequential", "values", points=1, hint=HINT_SORTED)
def test_sequential_many_layers(student):
    """Thirteen layers run in the order in which they were given."""
    digits = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9]
    net = student.MySequential(*map(Digit, digits))
    expected = torch.tensor([float("".join(map(str, digits)))], dtype=torch.float64)
    assert_close(net(torch.zeros(1, dtype=torch.float64)), expected, rtol=0, atol=0)


@graded("MySequential", "values", points=1, hint=HINT_TWICE)
def test_sequential_same_layer_twice(student):
    """A layer given twice is applied twice."""
    layer = Digit(1)
    net = student.MySequential(layer, Digit(2), layer)
    assert_close(net(torch.zeros(2)), torch.full((2,), 121.0))


@graded("MySequential", "values", points=1, hint="A layer may be a whole net, another MySequential for one.")
def test_sequential_nested(student):
    """Nets as layers of a net."""
    inner = student.MySequential(Digit(2), Digit(3))
    net = student.MySequential(Digit(1), inner, nn.Sequential(Digit(4)))
    assert_close(net(torch.zeros(2)), torch.full((2,), 1234.0))


@graded("MySequential", "values", points=0.5, hint="A net of one layer is that layer.")
def test_sequential_one_layer(student):
    """One layer."""
    assert_close(student.MySequential(Digit(7))(torch.ones(2, 1)), torch.full((2, 1), 17.0))


@graded("MySequential", "values", points=0.5, hint="Where no layer changes X, X comes out.")
def test_sequential_no_layer(student):
    """No layer at all: X comes out."""
    X = torch.randn(2, 3)
    assert_close(student.MySequential()(X), X)


@graded("MySequential", "shapes and dtypes", points=1, hint="double() must reach every layer, so each is registered.")
def test_sequential_double(student):
    """It is a module, and float64 throughout after double()."""
    net = student.MySequential(nn.Linear(4, 3), nn.Linear(3, 2))
    assert is_module(net), "MySequential(...) is no nn.Module"
    net.double()
    result = net(torch.randn(5, 4, dtype=torch.float64))
    assert result.shape == (5, 2)
    assert result.dtype == torch.float64


@graded("MySequential", "training", points=2, hint=HINT_REGISTER)
def test_sequential_parameters(student):
    """Its parameters are those of its layers."""
    layers = [nn.Linear(4, 3), nn.ReLU(), nn.Sequential(nn.BatchNorm1d(3), nn.Linear(3, 2))]
    assert shapes(student.MySequential(*layers)) == shapes(nn.Sequential(*layers))


@graded("MySequential", "training", points=1.5, hint=HINT_MODE)
def test_sequential_mode(student):
    """eval() and train() reach a Dropout layer. (That it drops none of 200 entries has probability 2^-200.)"""
    net, X = student.MySequential(nn.Identity(), nn.Dropout(0.5)), torch.ones(200)
    net.eval()
    assert_close(net(X), X)
    net.train()
    assert (net(X) == 0).any(), "in train mode nothing was dropped"


@graded("MySequential", "training", points=1.5, hint="state_dict() holds what is registered: parameters and buffers.")
def test_sequential_state(student):
    """What one net saves, parameters and running means, another one loads."""
    net, other = (student.MySequential(nn.Linear(4, 3), nn.BatchNorm1d(3)) for _ in range(2))
    X = torch.randn(5, 4)
    net(X)  # moves the running means
    other.load_state_dict(net.state_dict())
    net.eval(), other.eval()
    assert_close(other(X), net(X))


@graded("MySequential", "memory", points=1, hint=HINT_SAME)
def test_sequential_keeps_layers(student):
    """Training the net reaches the layers that it was given."""
    layer = student.put(nn.Linear(3, 2))
    student.MySequential(layer, nn.Tanh())(torch.randn(4, 3)).sum().backward()
    assert layer.weight.grad is not None, "the layer that was given got no gradient"


@graded(
    "MySequential", "gradients", points=1, hint="Between the layers nothing may be detached: `backward` goes through."
)
def test_sequential_gradient_in_input(student):
    """The gradient in X."""
    layers = [linear(4, 3), nn.Tanh(), linear(3, 2)]
    net = student.MySequential(*layers)
    assert_same_gradients(lambda X: net(X), nn.Sequential(*layers), torch.randn(5, 4, dtype=torch.float64))


@graded(
    "MySequential", "gradients", points=1, hint="Between the layers nothing may be detached: `backward` goes through."
)
def test_sequential_gradients(student):
    """The gradients in the parameters of all layers."""
    layers = [linear(4, 3), nn.Tanh(), linear(3, 2)]
    X = torch.randn(5, 4, dtype=torch.float64)
    assert_gradients(student.MySequential(*layers), nn.Sequential(*layers), X)


@graded("MySequential", "device", points=1, hint=HINT_DEVICE)
def test_sequential_device(on_device):
    """A net on an accelerator."""
    layers = [nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 2)]
    net, X = on_device.MySequential(*layers), torch.randn(5, 4)
    net.to(on_device.device)
    assert_close(net(X), nn.Sequential(*layers)(X))


# MyModuleList


def some_layers(student, count=3):
    """Layers on the student's side: what comes back of a list can be compared with `is`."""
    return [student.put(nn.Linear(2, 2)) for _ in range(count)]


def assert_same_layers(actual, expected):
    assert len(actual) == len(expected), f"there are {len(actual)} layers where {len(expected)} were put in"
    for number, (layer, other) in enumerate(zip(actual, expected, strict=True)):
        assert layer is other, f"layer {number} is not the one that was put there"


@graded("MyModuleList", "values", points=1, hint="Index i gives layer i, the very object that was put in.")
@pytest.mark.parametrize("sequence", [list, tuple])
def test_list_getitem(student, sequence):
    """Each index from 0 gives its layer."""
    layers = some_layers(student)
    net = student.MyModuleList(sequence(layers))
    assert_same_layers([net[index] for index in range(3)], layers)


@graded("MyModuleList", "values", points=1.5, hint="-1 is the last layer, -2 the one before: no layer has such a name.")
def test_list_negative_index(student):
    """Negative indices count from the end, down to the first layer."""
    layers = some_layers(student)
    net = student.MyModuleList(layers)
    assert_same_layers([net[index] for index in (-1, -2, -3)], layers[::-1])


@graded("MyModuleList", "values", points=1, hint="The length is the number of layers, after `append` one more.")
def test_list_len(student):
    """The number of layers, before and after an append."""
    net = student.MyModuleList([nn.Linear(2, 2), nn.ReLU()])
    assert len(net) == 2
    net.append(nn.ReLU())
    assert len(net) == 3


@graded("MyModuleList", "values", points=1.5, hint="Iterating gives the layers, from the first to the last.")
def test_list_iteration(student):
    """A loop sees each layer in order; a second loop sees them again."""
    layers = some_layers(student)
    net, look = student.MyModuleList(layers), student.put(as_list)
    for _ in range(2):
        assert_same_layers(look(net), layers)


@graded("MyModuleList", "values", points=1, hint=HINT_SORTED)
def test_list_many_layers(student):
    """Twelve layers, two of them appended, by index and in a loop."""
    layers = some_layers(student, 12)
    net = student.MyModuleList(layers[:10])
    for layer in layers[10:]:
        net.append(layer)
    assert_same_layers([net[index] for index in range(12)], layers)
    assert_same_layers(student.put(as_list)(net), layers)


@graded(
    "MyModuleList", "values", points=2, hint="`append` puts a layer at the end and leaves the others where they are."
)
def test_list_append(student):
    """After two appends all layers are there, in order."""
    layers = some_layers(student, 4)
    net = student.MyModuleList(layers[:2])
    net.append(layers[2])
    net.append(layers[3])
    assert_same_layers([net[index] for index in range(len(net))], layers)
    assert net[-1] is layers[3], "index -1 is not the layer that was appended last"


@graded("MyModuleList", "values", points=1, hint="A list may start empty and grow by `append`.")
def test_list_empty(student):
    """An empty list of layers, and its first append."""
    net, layer = student.MyModuleList([]), student.put(nn.Linear(2, 2))
    assert len(net) == 0
    net.append(layer)
    assert_same_layers([net[index] for index in range(len(net))], [layer])


@graded("MyModuleList", "values", points=1, hint="A layer put in twice has two places: `children()` lists it once.")
def test_list_same_layer_twice(student):
    """A layer put in twice has two places."""
    first, second = some_layers(student, 2)
    net = student.MyModuleList([first, second, first])
    assert_same_layers([net[index] for index in range(len(net))], [first, second, first])
    assert_same_layers(student.put(as_list)(net), [first, second, first])


@graded("MyModuleList", "shapes and dtypes", points=0.5, hint=HINT_MODULE)
def test_list_is_module(student):
    """It is a module, and so are its items."""
    net = student.MyModuleList([nn.Linear(2, 2)])
    assert is_module(net), "MyModuleList(...) is no nn.Module"
    assert is_module(net[0])


@graded("MyModuleList", "training", points=1, hint=HINT_REGISTER)
def test_list_parameters(student):
    """Its parameters are those of the layers that it was made of."""
    layers = [nn.Linear(4, 3), nn.ReLU(), nn.Sequential(nn.Linear(3, 2))]
    assert shapes(student.MyModuleList(layers)) == shapes(nn.Sequential(*layers))


@graded("MyModuleList", "training", points=1.5, hint="A layer that comes by `append` is registered like the others.")
def test_list_appended_parameters(student):
    """Parameters of an appended layer are among its parameters."""
    net = student.MyModuleList([nn.Linear(4, 3)])
    net.append(nn.Linear(3, 2))
    assert shapes(net) == [(2,), (2, 3), (3,), (3, 4)]


@graded("MyModuleList", "training", points=1, hint=HINT_MODE)
def test_list_mode(student):
    """eval() reaches all layers, and train() does."""
    net = student.MyModuleList([nn.Dropout(0.5)])
    net.append(nn.Dropout(0.5))
    net.eval()
    assert not net[0].training and not net[1].training, "a layer stayed in train mode"
    net.train()
    assert net[0].training and net[1].training, "a layer stayed in eval mode"


@graded("MyModuleList", "training", points=0.5, hint="state_dict() holds what is registered.")
def test_list_state(student):
    """What one list saves, another one loads."""
    net, other = (student.MyModuleList([nn.Linear(3, 2)]) for _ in range(2))
    X = torch.randn(4, 3)
    other.load_state_dict(net.state_dict())
    assert_close(other[0](X), net[0](X))


@graded(
    "MyModuleList", "memory", points=0.5, hint="`append` must not reach the caller's list: keep a list of your own."
)
def test_list_leaves_argument(student):
    """The list that it was made of keeps its length."""
    layers = student.put([nn.Linear(2, 2)])
    student.MyModuleList(layers).append(nn.ReLU())
    assert len(layers) == 1


@graded(
    "MyModuleList",
    "gradients",
    points=0.5,
    hint="An index gives the layer itself, so that its gradients are the net's.",
)
def test_list_gradients(student):
    """Using its layers fills the gradients of its parameters."""
    layers = [linear(4, 3), linear(3, 2)]
    net, X = student.MyModuleList(layers), torch.randn(5, 4, dtype=torch.float64)
    expected = nn.Sequential(*layers)
    upstream = torch.randn(5, 2, dtype=torch.float64)
    wanted = torch.autograd.grad(expected(X), list(expected.parameters()), upstream)
    net[1](net[0](X)).backward(upstream)
    actual = gradients(net)
    for grad in wanted:
        assert_close(actual[tuple(grad.shape)], grad)


@graded("MyModuleList", "device", points=0.5, hint=HINT_DEVICE)
def test_list_device(on_device):
    """Moving the list moves its layers, appended ones too."""
    first, second = nn.Linear(4, 3), nn.Linear(3, 2)
    net, X = on_device.MyModuleList([first]), torch.randn(5, 4)
    net.append(second)
    net.to(on_device.device)
    assert_close(net[1](net[0](X)), second(first(X)))


# CenteredLayer


def centered(X):
    return X - X.sum() / X.numel()


@graded("CenteredLayer", "values", points=1, hint="One mean for the whole tensor: over all entries, not over a dim.")
@both_dtypes
def test_centered(student, dtype):
    """Values of a matrix."""
    X = torch.randn(4, 3, dtype=dtype) + 2
    assert_close(student.CenteredLayer()(X), centered(X))


@graded("CenteredLayer", "values", points=0.5, hint="Any shape will do: one mean over all entries.")
def test_centered_shapes(student):
    """Values of a vector, of a batch of images and of a single number."""
    for shape in ((5,), (2, 3, 2, 4), (1, 1)):
        X = torch.randn(shape, dtype=torch.float64) + 2
        assert_close(student.CenteredLayer()(X), centered(X))


@graded("CenteredLayer", "values", points=0.5, hint="A sliced input is not contiguous: `view` fails there.")
def test_centered_strided(student):
    """A non-contiguous input."""
    X = torch.randn(4, 3, dtype=torch.float64)
    assert_close(student.CenteredLayer()(non_contiguous(X)), centered(X))


@graded("CenteredLayer", "values", points=0.5, hint="X -= ... writes into the caller's tensor.")
def test_centered_leaves_input(student):
    """The input is as it was."""
    X = torch.randn(4, 3)
    with unchanged(X):
        student.CenteredLayer()(X)


@graded("CenteredLayer", "values", points=1, hint="The layer does in eval mode what it does in train mode.")
def test_centered_mode(student):
    """In eval mode, and after another input, the mean is still that of X."""
    layer, X = student.CenteredLayer(), torch.randn(4, 3, dtype=torch.float64)
    layer(torch.full((4, 3), 9.0, dtype=torch.float64))
    layer.eval()
    assert_close(layer(X), centered(X))


@graded("CenteredLayer", "shapes and dtypes", points=0.5, hint=HINT_MODULE)
def test_centered_in_a_net(student):
    """It is a module and can be a layer of a net."""
    layer = student.CenteredLayer()
    assert is_module(layer), "CenteredLayer() is no nn.Module"
    assert student.put(nn.Sequential)(layer, layer)(torch.ones(4, 3)).shape == (4, 3)


@graded("CenteredLayer", "shapes and dtypes", points=0.5, hint="Shape and dtype are those of X.")
def test_centered_keeps_shape_and_dtype(student):
    """Shape and dtype stay."""
    for dtype in (torch.float32, torch.float64):
        result = student.CenteredLayer()(torch.ones(3, 2, dtype=dtype))
        assert result.shape == (3, 2)
        assert result.dtype == dtype


@graded(
    "CenteredLayer", "gradients", points=1.5, hint="The mean depends on X too: no detach, `.item()` or `.data` on it."
)
def test_centered_gradient(student):
    """The gradient in X."""
    layer = student.CenteredLayer()
    assert_same_gradients(lambda X: layer(X), centered, torch.randn(4, 3, dtype=torch.float64))


@graded("CenteredLayer", "device", points=1, hint=HINT_DEVICE)
def test_centered_device(on_device):
    """An input on an accelerator."""
    X = torch.randn(4, 3)
    assert_close(on_device.CenteredLayer()(X), centered(X))


# MyLinear


def given_linear(student, num_inputs, num_outputs, dtype=torch.float64):
    """(layer, weight, bias): a layer of the student's with a given weight and bias."""
    layer = student.MyLinear(num_inputs, num_outputs)
    weight = torch.randn(num_inputs, num_outputs, dtype=dtype)
    bias = torch.randn(num_outputs, dtype=dtype)
    layer.to(student.device, dtype)
    layer.load_state_dict({"weight": weight, "bias": bias}, strict=False)
    return layer, weight, bias


@graded("MyLinear", "values", points=1.5, hint="X W + b and nothing after it: outputs may be negative.")
@both_dtypes
def test_linear_forward(student, dtype):
    """The output of a layer with a given weight and bias."""
    layer, weight, bias = given_linear(student, 4, 3, dtype)
    X = torch.randn(5, 4, dtype=dtype)
    assert_close(layer(X), X @ weight + bias)


@graded("MyLinear", "values", points=1, hint="With as many inputs as outputs, W and its transpose are easily confused.")
def test_linear_square(student):
    """As many inputs as outputs, and as samples."""
    layer, weight, bias = given_linear(student, 3, 3)
    X = torch.randn(3, 3, dtype=torch.float64)
    assert_close(layer(X), X @ weight + bias)


@graded("MyLinear", "values", points=1, hint="One sample, one input or one output are matrices all the same.")
@pytest.mark.parametrize(("n", "d", "q"), [(1, 4, 3), (5, 1, 1)], ids=["one sample", "one number"])
def test_linear_sizes_of_one(student, n, d, q):
    """Sizes of one."""
    layer, weight, bias = given_linear(student, d, q)
    X = torch.randn(n, d, dtype=torch.float64)
    assert_close(layer(X), X @ weight + bias)


@graded("MyLinear", "values", points=0.5, hint="forward only reads X, the weight and the bias.")
def test_linear_leaves_parameters(student):
    """X and the parameters are as they were, and a second call gives the same."""
    layer, weight, bias = given_linear(student, 4, 3)
    X = torch.randn(5, 4, dtype=torch.float64)
    with unchanged(X):
        first = layer(X)
    assert torch.equal(layer.weight.detach(), weight), "the call changed the weight"
    assert torch.equal(layer.bias.detach(), bias), "the call changed the bias"
    assert_close(layer(X), first)


@graded("MyLinear", "shapes and dtypes", points=1.5, hint="The weight has the shape (d, q), the bias the shape (q,).")
def test_linear_shapes(student):
    """The shapes of weight and bias."""
    for d, q in ((4, 3), (1, 2)):
        layer = student.MyLinear(d, q)
        assert layer.weight.shape == (d, q)
        assert layer.bias.shape == (q,)


@graded("MyLinear", "values", points=0.5, hint="A sliced input is not contiguous: `view` fails there.")
def test_linear_strided(student):
    """A non-contiguous input."""
    layer, weight, bias = given_linear(student, 4, 3)
    X = torch.randn(5, 4, dtype=torch.float64)
    assert_close(layer(non_contiguous(X)), X @ weight + bias)


@graded("MyLinear", "training", points=1.5, hint="What makes a tensor of a module one that an optimiser is given?")
def test_linear_parameters(student):
    """It is a module, and weight and bias are trainable parameters of it."""
    layer = student.MyLinear(4, 3)
    assert is_module(layer), "MyLinear(...) is no nn.Module"
    trainable = {name for name, parameter in layer.named_parameters() if parameter.requires_grad}
    assert {"weight", "bias"} <= trainable, f"trainable parameters are {sorted(trainable)}"


@graded("MyLinear", "gradients", points=1.5, hint="`backward` must reach weight and bias: no `.data`, no detach.")
def test_linear_gradients(student):
    """The gradients in weight and bias."""
    layer, _, _ = given_linear(student, 4, 3)
    X, upstream = torch.randn(5, 4, dtype=torch.float64), torch.randn(5, 3, dtype=torch.float64)
    layer(X).backward(upstream)
    assert layer.weight.grad is not None and layer.bias.grad is not None, "a parameter got no gradient"
    assert_close(layer.weight.grad, X.T @ upstream)
    assert_close(layer.bias.grad, upstream.sum(dim=0))


@graded("MyLinear", "gradients", points=1, hint="The layer before this one needs the gradient in X.")
def test_linear_gradient_in_input(student):
    """The gradient in X."""
    layer, weight, bias = given_linear(student, 4, 3)
    X = torch.randn(5, 4, dtype=torch.float64)
    assert_same_gradients(lambda X: layer(X), lambda X: X @ weight + bias, X)


@graded("MyLinear", "device", points=1.5, hint=HINT_DEVICE)
def test_linear_device(on_device):
    """A layer moved to an accelerator."""
    layer, X = on_device.MyLinear(4, 3), torch.randn(5, 4)
    layer.to(on_device.device)
    assert_close(layer(X), X @ layer.weight.detach() + layer.bias.detach())


# init_normal


def used(net):
    """`net` with every parameter at OLD: not one of them looks freshly drawn."""
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.fill_(OLD)
    return net


def assert_drawn(weight, std=0.01):
    """New numbers of the size of `std`. (One beyond 8 std: 1.2e-15 an entry, and no weight here has a thousand.)"""
    assert (weight != 0).any() and weight.abs().max() < 8 * std, "a weight holds something else than small numbers"


def large_weight(student, **std):
    net = used(nn.Linear(100, 100))
    student.init_normal(net, **std)
    return net.weight.detach()


@graded("init_normal", "randomness", points=1.5, hint="std is the standard deviation: neither the variance nor fixed.")
@pytest.mark.parametrize("given", [{}, {"std": 0.3}], ids=["default", "given"])
def test_init_spread(student, given):
    """Mean and spread of 10,000 weights.

    The mean is N(0, std²/n): beyond 7 std/√n with probability 3e-12. For the spread, Laurent and Massart bound a chi²
    variable of n degrees: below n - 2√(nt) or above n + 2√(nt) + 2t with probability at most e^-t each. With n = 10⁴
    and t = 21.5, twice that is below 1e-9, and the spread is within 5 % of std.
    """
    std = given.get("std", 0.01)
    weight = large_weight(student, **given)
    assert weight.mean().abs() < 0.07 * std, "the mean of the weights is too far from 0"
    assert 0.95 * std < weight.square().mean().sqrt() < 1.05 * std, "the spread of the weights is not std"


@graded(
    "init_normal",
    "randomness",
    points=1,
    hint="Draw from the normal distribution: it has tails, a uniform one has not.",
)
def test_init_tails(student):
    """Some of 10,000 weights are beyond 2.5 standard deviations. (None has probability (1 - 0.0124)^10,000 < 1e-50.)"""
    weight = large_weight(student, std=0.3)
    assert (weight.abs() > 2.5 * weight.square().mean().sqrt()).any(), "the weights have no tails"


@graded(
    "init_normal",
    "randomness",
    points=1,
    hint="Each layer and each call draws anew: seed no generator in the function.",
)
def test_init_draws_anew(student):
    """Two layers of equal shape differ, and so do two calls."""
    net = nn.Sequential(nn.Linear(4, 4), nn.Linear(4, 4))
    student.init_normal(net)
    first, second = (layer.weight.detach().clone() for layer in net)
    student.init_normal(net)
    assert not torch.equal(first, second), "two layers got the same weights"
    assert not torch.equal(first, net[0].weight), "two calls drew the same weights"


@graded("init_normal", "values", points=0.5, hint="Biases start at exactly 0.")
@both_dtypes
def test_init_biases(student, dtype):
    """The biases of a linear and of a normalising layer are 0."""
    net = used(nn.Sequential(nn.Linear(4, 3, dtype=dtype), nn.BatchNorm1d(3, dtype=dtype)))
    student.init_normal(net, std=0.3)
    for layer in net:
        assert_close(layer.bias, torch.zeros(3, dtype=dtype), rtol=0, atol=0)


@graded(
    "init_normal",
    "values",
    points=0.5,
    hint="Go by the parameter's name: any layer may have a weight, not only Linear.",
)
@pytest.mark.parametrize(
    "make",
    [
        lambda: nn.Conv2d(2, 3, 3),
        lambda: nn.BatchNorm1d(6),
        lambda: nn.Sequential(nn.Flatten(), nn.Sequential(nn.Sequential(nn.Linear(4, 3)), nn.ReLU())),
        lambda: Named("weight", "bias"),
    ],
    ids=["convolution", "normalisation", "nested", "own"],
)
def test_init_every_layer(student, make):
    """The weight of any layer is drawn."""
    net = used(make())
    student.init_normal(net)
    for name, parameter in net.named_parameters():
        if name.endswith("weight"):
            assert_drawn(parameter.detach())


@graded("init_normal", "values", points=1, hint="Some layers have a weight or a bias that is None, some have none.")
def test_init_missing_parameters(student):
    """Layers without bias, without weight, without parameters."""
    net = used(nn.Sequential(nn.Linear(4, 3, bias=False), nn.BatchNorm1d(3, affine=False), nn.ReLU()))
    student.init_normal(net)
    assert_drawn(net[0].weight.detach())


@graded(
    "init_normal",
    "values",
    points=1,
    hint="Only weights and biases get a start; other parameters are not yours to write.",
)
def test_init_leaves_others(student):
    """A parameter of another name keeps its value."""
    net = Named("weight", "scale", "bias")
    with unchanged(net.scale):
        student.init_normal(net)
    assert_drawn(net.weight.detach())


@graded("init_normal", "values", points=1, hint="The name has to end in `weight` or `bias`; holding it is not enough.")
def test_init_names_end(student):
    """A parameter whose name only begins with weight or bias keeps its value."""
    net = Named("weight_g", "weight", "bias_scale")
    with unchanged(net.weight_g, net.bias_scale):
        student.init_normal(net)
    assert_drawn(net.weight.detach())


@graded("init_normal", "shapes and dtypes", points=0.5, hint="The function works in place: it returns nothing.")
def test_init_returns_none(student):
    """The result is None."""
    assert student.init_normal(nn.Linear(4, 3)) is None


@graded("init_normal", "shapes and dtypes", points=0.5, hint="A net in float64 stays one.")
def test_init_keeps_dtype(student):
    """Parameters in float64 stay in float64, and keep their shapes."""
    net = student.put(used(nn.Linear(4, 3, dtype=torch.float64)))
    student.init_normal(net)
    assert_drawn(net.weight.detach())
    assert [(p.shape, p.dtype) for p in net.parameters()] == [((3, 4), torch.float64), ((3,), torch.float64)]


@graded(
    "init_normal", "memory", points=1, hint="Write into the parameters; an optimiser that holds them knows no new ones."
)
def test_init_in_place(student):
    """The weight that the net had before holds the new values."""
    net = used(nn.Linear(4, 3))
    weight = net.weight
    student.init_normal(net)
    assert_drawn(weight.detach())


@graded(
    "init_normal",
    "training",
    points=1,
    hint="Trainable or frozen, a leaf of the graph: each parameter stays what it was.",
)
def test_init_keeps_requires_grad(student):
    """requires_grad is as it was, nothing is recorded, and a backward pass finds the trainable parameters."""
    layers = nn.Sequential(nn.Linear(4, 3), nn.Linear(3, 2))
    layers[0].requires_grad_(False)
    net = student.put(layers)
    student.init_normal(net)
    parameters = list(net.parameters())
    assert [parameter.requires_grad for parameter in parameters] == [False, False, True, True]
    assert all(parameter.is_leaf for parameter in parameters), "a parameter is the result of a recorded operation"
    net(torch.ones(1, 4)).sum().backward()
    assert all(parameter.grad is not None for parameter in net[1].parameters()), "a parameter got no gradient"


@graded("init_normal", "training", points=1, hint="A frozen parameter gets its start like the others.")
def test_init_frozen(student):
    """A frozen weight is drawn too."""
    net = used(nn.Linear(4, 3)).requires_grad_(False)
    student.init_normal(net)
    assert_drawn(net.weight)


@graded(
    "init_normal",
    "device",
    points=1,
    hint="Draw where the parameter is, or write into it: it must not change its place.",
)
def test_init_device(on_device):
    """A net on an accelerator."""
    net = used(nn.Linear(4, 3))
    on_device.init_normal(net, std=0.3)
    assert_drawn(net.weight.detach(), std=0.3)
    assert_close(net.bias, torch.zeros(3), rtol=0, atol=0)


# count_parameters


@graded("count_parameters", "values", points=2, hint="Count the entries of each parameter, weights and biases.")
def test_count(student):
    """A net of several layers."""
    assert student.count_parameters(nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2))) == 23


@graded(
    "count_parameters",
    "values",
    points=0.5,
    hint="Layers within layers count once: `parameters()` reaches them already.",
)
def test_count_nested(student):
    """Layers within layers."""
    net = nn.Sequential(nn.Sequential(nn.Conv2d(1, 2, 3), nn.Sequential(nn.Linear(2, 5))), nn.Linear(5, 1))
    assert student.count_parameters(net) == 20 + 15 + 6


@graded("count_parameters", "values", points=1.5, hint="A frozen parameter is not trainable: requires_grad says so.")
def test_count_frozen(student):
    """Frozen parameters do not count."""
    net = nn.Sequential(nn.Linear(4, 3), nn.Linear(3, 2))
    net[0].requires_grad_(False)
    net[1].bias.requires_grad_(False)
    assert student.count_parameters(net) == 6


@graded("count_parameters", "values", points=1, hint="Buffers, such as running means, are no parameters.")
def test_count_buffers(student):
    """Buffers do not count."""
    assert student.count_parameters(nn.BatchNorm1d(7)) == 14


@graded("count_parameters", "values", points=1, hint="A layer that stands in two places has its parameters once.")
def test_count_shared_layer(student):
    """A layer in two places counts once."""
    layer = nn.Linear(3, 3)
    assert student.count_parameters(nn.Sequential(layer, nn.ReLU(), layer)) == 12


@graded(
    "count_parameters",
    "values",
    points=1,
    hint="Two layers may share a parameter: it is one object, whatever its names.",
)
def test_count_shared_parameter(student):
    """A parameter that two layers share counts once."""
    net = nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 3))
    net[1].weight = net[0].weight
    assert student.count_parameters(net) == 9 + 3 + 3


@graded(
    "count_parameters",
    "values",
    points=0.5,
    hint="Parameters of equal values are still two, unless they are one object.",
)
def test_count_equal_values(student):
    """Two parameters of equal values count twice."""
    assert student.count_parameters(used(nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2)))) == 12


@graded(
    "count_parameters", "values", points=0.5, hint="A net may have no parameter, and a parameter may be of any shape."
)
def test_count_odd_parameters(student):
    """No parameter, and parameters that are no matrices."""
    net = Named("scale")
    net.register_parameter("number", nn.Parameter(torch.tensor(1.0)))
    net.register_parameter("cube", nn.Parameter(torch.ones(2, 3, 4)))
    assert student.count_parameters(net) == 26
    assert student.count_parameters(nn.ReLU()) == 0


@graded("count_parameters", "shapes and dtypes", points=0.5, hint="The result is an int, no tensor.")
def test_count_type(student):
    """The result is an integer."""
    assert isinstance(student.count_parameters(nn.Linear(4, 3)), numbers.Integral)


@graded("count_parameters", "device", points=0.5, hint="Counting needs no values: nothing has to leave the device.")
def test_count_device(on_device):
    """A net on an accelerator."""
    assert on_device.count_parameters(nn.Linear(4, 3)) == 15


# tied_net


def contraction(dtype=torch.float64):
    """A layer that can be applied again and again."""
    return nn.Sequential(nn.Linear(3, 3, dtype=dtype), nn.Tanh())


class Repeated(nn.Module):
    def __init__(self, layer, repeats):
        super().__init__()
        self.layer, self.repeats = layer, repeats

    def forward(self, X):
        for _ in range(self.repeats):
            X = self.layer(X)
        return X


@graded("tied_net", "values", points=1, hint="The layer is applied `repeats` times, each time to its own output.")
@pytest.mark.parametrize("repeats", [1, 3])
def test_tied_forward(student, repeats):
    """The output of a layer applied once, and three times."""
    layer, X = contraction(), torch.randn(4, 3, dtype=torch.float64)
    assert_close(student.tied_net(layer, repeats)(X), Repeated(layer, repeats)(X))


@graded("tied_net", "values", points=0.5, hint="The layer is any module, with or without parameters.")
def test_tied_any_layer(student):
    """A layer of another kind, applied eleven times."""
    net, X = student.tied_net(Digit(1), 11), torch.zeros(2, dtype=torch.float64)
    assert_close(net(X), torch.full((2,), float("1" * 11), dtype=torch.float64), rtol=0, atol=0)


@graded("tied_net", "shapes and dtypes", points=0.5, hint=HINT_MODULE)
def test_tied_is_module(student):
    """It is a module, whose output has the layer's shape and dtype."""
    net = student.tied_net(contraction(torch.float32), 2)
    assert is_module(net), "tied_net(...) is no nn.Module"
    result = net(torch.ones(4, 3))
    assert (result.shape, result.dtype) == ((4, 3), torch.float32)


@graded(
    "tied_net", "training", points=2, hint="One set of parameters, registered: a copy of the layer would have its own."
)
def test_tied_parameters(student):
    """The net has the layer's parameters, once."""
    layer = contraction()
    for repeats in (1, 3):
        assert shapes(student.tied_net(layer, repeats)) == shapes(layer)


@graded("tied_net", "training", points=0.5, hint=HINT_MODE)
def test_tied_mode(student):
    """eval() and train() reach the layer. (That it drops none of 200 entries has probability 2^-200.)"""
    net, X = student.tied_net(nn.Dropout(0.5), 2), torch.ones(200)
    net.eval()
    assert_close(net(X), X)
    net.train()
    assert (net(X) == 0).any(), "in train mode nothing was dropped"


@graded("tied_net", "memory", points=1.5, hint=HINT_SAME)
def test_tied_keeps_layer(student):
    """Training the net reaches the layer that it was given."""
    layer = student.put(nn.Linear(3, 3))
    student.tied_net(layer, 2)(torch.randn(4, 3)).sum().backward()
    assert layer.weight.grad is not None, "the layer that was given got no gradient"


@graded(
    "tied_net",
    "gradients",
    points=2,
    hint="Every time that the layer is applied adds its gradient to the one parameter.",
)
def test_tied_gradients(student):
    """The gradients of all three times add up."""
    layer, X = contraction(), torch.randn(4, 3, dtype=torch.float64)
    assert_gradients(student.tied_net(layer, 3), Repeated(layer, 3), X)


@graded("tied_net", "gradients", points=0.5, hint="`backward` goes through every time that the layer is applied.")
def test_tied_gradient_in_input(student):
    """The gradient in X."""
    layer = contraction()
    net = student.tied_net(layer, 3)
    assert_same_gradients(lambda X: net(X), Repeated(layer, 3), torch.randn(4, 3, dtype=torch.float64))


@graded("tied_net", "device", points=0.5, hint=HINT_DEVICE)
def test_tied_device(on_device):
    """A layer on an accelerator."""
    layer, X = contraction(torch.float32), torch.randn(4, 3)
    assert_close(on_device.tied_net(layer, 3)(X), Repeated(layer, 3)(X))


# move_to. `put(make)()` makes a net that starts on the CPU of the student's side.


def small_net():
    return nn.Sequential(nn.Linear(3, 2), nn.ReLU())


def nested_net():
    return nn.Sequential(nn.ReLU(), nn.Sequential(nn.Sequential(nn.Linear(3, 2)), nn.Sequential(nn.BatchNorm1d(2))))


def half_frozen_net():
    net = nn.Sequential(nn.Linear(3, 2), nn.Linear(2, 1))
    net[0].requires_grad_(False)
    return net


def sharing_net():
    net = nn.Sequential(nn.Linear(3, 3), nn.Linear(3, 3))
    net[1].weight = net[0].weight
    return net


def moved(on_device, make):
    net = on_device.put(make)()
    on_device.move_to(net, on_device.device)
    return net


@graded(
    "move_to", "device", points=2, hint="Assigning to a loop variable moves nothing: what does the net itself hold?"
)
def test_move_parameters(on_device):
    """Every parameter arrives."""
    assert on_device.put(devices)(moved(on_device, small_net)) == ["cuda"]


@graded("move_to", "device", points=1.5, hint="Buffers are no parameters, and no state_dict lists them all.")
def test_move_buffers(on_device):
    """Every buffer arrives, also one that is not saved."""
    assert on_device.put(devices)(moved(on_device, Statistics)) == ["cuda"]


@graded("move_to", "device", points=1, hint="A net's layers have layers: all of them have to move.")
def test_move_nested(on_device):
    """Layers within layers arrive."""
    assert on_device.put(devices)(moved(on_device, nested_net)) == ["cuda"]


@graded("move_to", "device", points=0.5, hint="After the move the net works on inputs from there.")
def test_move_and_use(on_device):
    """The moved net takes inputs that are on the device."""
    assert moved(on_device, nested_net)(torch.randn(4, 3)).shape == (4, 2)


@graded("move_to", "memory", points=1, hint="The result is the net itself: no copy of it, and not nothing.")
def test_move_returns_net(on_device):
    """The result is the net itself."""
    net = on_device.put(small_net)()
    assert on_device.move_to(net, on_device.device) is net


@graded("move_to", "values", points=1, hint="Moving changes the place, no value.")
def test_move_keeps_values(on_device):
    """Parameters and buffers hold what they held."""
    net = on_device.put(nested_net)()
    before = on_device.put(entries)(net)
    on_device.move_to(net, on_device.device)
    assert on_device.put(entries)(net) == before


@graded("move_to", "values", points=1, hint="Where a net is already, moving it changes nothing; the result is the net.")
def test_move_to_the_same_place(student):
    """A net that is there already."""
    net, X = student.put(nested_net()), torch.randn(4, 3)
    net.eval()
    expected = net(X)
    assert student.move_to(net, student.device) is net
    assert_close(net(X), expected)


@graded(
    "move_to", "training", points=0.5, hint="A frozen parameter stays frozen: what does nn.Parameter(...) make of it?"
)
def test_move_keeps_requires_grad(on_device):
    """Frozen parameters stay frozen, trainable ones trainable."""
    net = moved(on_device, half_frozen_net)
    assert [parameter.requires_grad for parameter in net.parameters()] == [False, False, True, True]


@graded("move_to", "training", points=0.5, hint="What two layers share is one parameter after the move too.")
def test_move_keeps_sharing(on_device):
    """A parameter that two layers share is still one."""
    assert shapes(moved(on_device, sharing_net)) == [(3,), (3,), (3, 3)]
