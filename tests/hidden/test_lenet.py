"""Hidden suite of topic 10, LeNet.

A threshold of accuracy accepts many wrong programs. So LeNet gets given parameters and is compared number by number,
`train` gets small nets and few batches, whose parameters after one, two or three steps are known, and accuracy is the
last word only.
"""

import contextlib
import copy
import os
import pickle
import tempfile
import zipfile

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

import data
from grader.suite import assert_close, assert_same_gradients, graded, is_module, unchanged

both_dtypes = pytest.mark.parametrize("dtype", [torch.float32, torch.float64])

HINT_DEVICE = "What you create must lie on the inputs' device, and so must the result."
HINT_UNCHANGED = "Your function writes into the caller's tensor: which operation of yours works in place?"
HINT_NONE = "The function works in place: it returns nothing."


# LeNet: with given parameters every logit is known


SHAPES = [(6, 1, 5, 5), (6,), (16, 6, 5, 5), (16,), (120, 256), (120,), (84, 120), (84,), (10, 84), (10,)]


def given_parameters(dtype=torch.float64):
    """Weights and biases, layer by layer, that use the curved part of every sigmoid."""
    return [
        torch.randn(shape, dtype=dtype) * (3 / shape[1:].numel() ** 0.5 if len(shape) > 1 else 1)
        for shape in map(torch.Size, SHAPES)
    ]


def reference(X, parameters):
    W1, b1, W2, b2, W3, b3, W4, b4, W5, b5 = parameters
    H = F.max_pool2d(torch.sigmoid(F.conv2d(X, W1, b1)), 2)
    H = F.max_pool2d(torch.sigmoid(F.conv2d(H, W2, b2)), 2)
    H = torch.sigmoid(F.linear(H.flatten(1), W3, b3))
    H = torch.sigmoid(F.linear(H, W4, b4))
    return F.linear(H, W5, b5)


def images(n, dtype=torch.float64):
    return torch.randn(n, 1, 28, 28, dtype=dtype)


def copy_into(net, values):
    """Give net's parameters these values, in order. Runs on the student's side."""
    with torch.no_grad():
        for parameter, value in zip(net.parameters(), values, strict=True):
            parameter.copy_(value)


def show_an_image(net):
    """Lazy layers have no parameters before. Runs on the student's side."""
    with torch.no_grad():
        net(torch.zeros(1, 1, 28, 28))


def new_lenet(student, to=torch.float32):
    """The student's LeNet, of this dtype or on this device."""
    net = student.LeNet()
    student.put(show_an_image)(net)
    net.to(to)
    return net


def lenet_with(student, parameters):
    """The student's LeNet with these parameters."""
    net = new_lenet(student, parameters[0].dtype)
    assert [tuple(p.shape) for p in net.parameters()] == SHAPES, "parameters of other shapes or in another order"
    student.put(copy_into)(net, parameters)
    return net


@graded(
    "LeNet", "values", points=2, hint="Compare your layers with the statement's, one by one: kind, size, place, order."
)
@both_dtypes
def test_lenet(student, dtype):
    """Logits of three images, from given parameters."""
    X, parameters = images(3, dtype), given_parameters(dtype)
    # float32: a layer adds up to 256 numbers, in any order.
    tolerance = {"rtol": 1e-4, "atol": 1e-4} if dtype == torch.float32 else {}
    assert_close(lenet_with(student, parameters)(X), reference(X, parameters), **tolerance)


@graded("LeNet", "values", points=2, hint="Logits are what the last linear layer gives, with nothing applied to them.")
def test_lenet_gives_logits(student):
    """The result is linear in the parameters of the last layer."""
    X, parameters = images(2), given_parameters()
    tripled = parameters[:8] + [3 * p for p in parameters[8:]]
    logits = lenet_with(student, parameters)(X)
    assert_close(lenet_with(student, tripled)(X), 3 * logits.detach())


@graded("LeNet", "values", points=1, hint="Which function follows each hidden layer? All four have the same one.")
@pytest.mark.parametrize("layer", range(4), ids=["conv1", "conv2", "linear1", "linear2"])
def test_lenet_activation(student, layer):
    """The activations from one hidden layer on; its weight and all before are 0, so that only its bias enters."""
    X, parameters = images(2), given_parameters()
    for weight in parameters[: 2 * layer + 1 : 2]:
        weight.zero_()
    assert_close(lenet_with(student, parameters)(X), reference(X, parameters))


@graded("LeNet", "values", points=2, hint="Which of the four numbers in a window does the pooling let through?")
def test_lenet_max_pooling(student):
    """Where kernels only shift, the largest pixel of each block of 4×4 decides alone."""
    parameters = given_parameters()
    for weight in (parameters[0], parameters[2]):
        weight.zero_()
        weight[:, 0, 2, 2] = 1 + torch.rand(len(weight))
    X = images(2)
    lower = X - torch.rand_like(X)
    # Two shifts by 2 pixels, of which the second are pooled ones: the blocks begin at pixel 2 + 2 · 2 and end at 22.
    middle = (..., slice(6, 22), slice(6, 22))
    largest = F.max_pool2d(X[middle], 4).repeat_interleave(4, dim=2).repeat_interleave(4, dim=3)
    lower[middle] = torch.where(X[middle] == largest, X[middle], lower[middle])
    net = lenet_with(student, parameters)
    assert_close(net(lower), net(X).detach())


@graded("LeNet", "values", points=2, hint="Flatten each image by itself: dim 0 stays what it is, the batch.")
def test_lenet_batch(student):
    """Each image has the logits that it has alone."""
    X = images(3)
    net = lenet_with(student, given_parameters())
    assert_close(net(X), torch.cat([net(x[None]).detach().reshape(1, -1) for x in X]))


@graded("LeNet", "values", points=1, hint=HINT_UNCHANGED)
def test_lenet_unchanged(student):
    """The images stay as they were."""
    X, net = images(2, torch.float32), student.LeNet()
    with unchanged(X):
        net(X)


@graded("LeNet", "shapes and dtypes", points=1, hint="LeNet derives from nn.Module: what must its __init__ call first?")
def test_lenet_is_a_module(student):
    """An nn.Module that gives float32 logits."""
    net = student.LeNet()
    assert net(images(2, torch.float32)).dtype == torch.float32
    assert is_module(net)


@graded("LeNet", "shapes and dtypes", points=1, hint="A single image keeps its dimension: where do you squeeze?")
def test_lenet_single_image(student):
    """The shape for one image, and for several."""
    net = student.LeNet()
    assert net(images(1, torch.float32)).shape == (1, 10)
    assert net(images(4, torch.float32)).shape == (4, 10)


@graded(
    "LeNet",
    "shapes and dtypes",
    points=2,
    hint="Without padding, what is left of 28×28 pixels after each layer? Count each layer's weights and biases.",
)
def test_lenet_number_of_parameters(student):
    """44,426 parameters."""
    assert sum(p.numel() for p in new_lenet(student).parameters()) == 44426


@graded("LeNet", "shapes and dtypes", points=2, hint="Layers are listed in the order in which they become attributes.")
def test_lenet_order_of_parameters(student):
    """The parameters' shapes, in order."""
    assert [tuple(p.shape) for p in new_lenet(student).parameters()] == SHAPES


@graded("LeNet", "gradients", points=3, hint="Every parameter is trained: nothing is detached, frozen or left out.")
def test_lenet_parameter_gradients(student):
    """The gradient in each of the ten parameters."""
    X, upstream, parameters = images(2), torch.randn(2, 10, dtype=torch.float64), given_parameters()
    net = lenet_with(student, parameters)
    net(X).backward(upstream)
    for parameter in parameters:
        parameter.requires_grad_()
    reference(X, parameters).backward(upstream)
    for actual, expected in zip(net.parameters(), parameters, strict=True):
        assert_close(actual.grad, expected.grad)


@graded("LeNet", "gradients", points=1, hint="Autograd must reach the images: no detach, no `.data`, no no_grad.")
def test_lenet_image_gradient(student):
    """The gradient in the images."""
    parameters = given_parameters()
    assert_same_gradients(lenet_with(student, parameters), lambda X: reference(X, parameters), images(2))


def descend(net, X, y, steps):
    """Plain gradient descent. Runs on the student's side."""
    for _ in range(steps):
        gradients = torch.autograd.grad(F.cross_entropy(net(X), y), list(net.parameters()))
        copy_into(net, [p - gradient for p, gradient in zip(net.parameters(), gradients, strict=True)])


@graded(
    "LeNet",
    "training",
    points=3,
    hint="Units of a layer that start equal get equal gradients and stay equal: how do you initialise the weights?",
)
def test_lenet_start_breaks_symmetry(student):
    """After three steps from the initial parameters, the units of each hidden layer differ."""
    net = new_lenet(student, torch.float64)
    student.put(descend)(net, images(8), torch.arange(8), 3)
    for weight in list(net.parameters())[:8:2]:
        assert (weight - weight[:1]).abs().max() > 1e-9


@graded("LeNet", "device", points=2, hint="Register all parameters: `net.to(device)` must move them all.")
def test_lenet_device(on_device):
    """The net moves to an accelerator and computes there."""
    X, parameters = images(2, torch.float32), given_parameters(torch.float32)
    net = new_lenet(on_device, on_device.device)
    on_device.put(copy_into)(net, parameters)
    assert_close(net(X), reference(X, parameters), rtol=1e-3, atol=1e-3)


# evaluate_accuracy: the batches hold scores, and most nets pass them through


def scores(best, num_classes=5):
    """Rows of different numbers, the largest of row i in column best[i]."""
    Y = torch.rand(len(best), num_classes).argsort(dim=1).float() - num_classes / 2
    Y[torch.arange(len(best)), best] = num_classes
    return Y


def batch(size, right):
    """Scores of `size` samples and their labels, of which `right` agree."""
    best = torch.randint(5, (size,))
    wrong = (torch.arange(size) >= right).long()
    return scores(best), (best + wrong) % 5


def assert_share(actual, expected):
    """`actual` is this share; float32 will do. A tensor's type costs the points for types, not these."""
    assert abs(float(actual) - expected) < 1e-6, f"expected {expected}, got {float(actual)}"


class Passing(nn.Module):
    """Passes scores through, by a parameter of its own."""

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.eye(5))

    def forward(self, X):
        return X @ self.weight


class WrongInTraining(Passing):
    """Right in eval mode alone."""

    def forward(self, X):
        return -X @ self.weight if self.training else X @ self.weight


class Callable:
    """The same as Passing, but no module: it has neither modes nor `parameters()`."""

    def __init__(self):
        self.weight = torch.eye(5, requires_grad=True)

    def __call__(self, X):
        return X @ self.weight


class WrongWhenRecorded(Callable):
    """Right only where autograd does not record what it does with its weight."""

    def __call__(self, X):
        Y = X @ self.weight
        return -Y if Y.requires_grad else Y


class ModuleWrongWhenRecorded(Passing):
    """The same as a module."""

    def forward(self, X):
        Y = X @ self.weight
        return -Y if Y.requires_grad else Y


class MadeThere:
    """Batches that come into being on the student's side, on the CPU whatever the device of the call."""

    def __init__(self, batches):
        self.lists = [(X.tolist(), y.tolist()) for X, y in batches]

    def __iter__(self):
        for X, y in self.lists:
            yield torch.tensor(X), torch.tensor(y)


@graded("evaluate_accuracy", "values", points=1, hint="Count over all batches; divide by the number of all samples.")
def test_evaluate(student):
    """Batches of one size."""
    assert_share(student.evaluate_accuracy([batch(4, 3), batch(4, 0), batch(4, 1)], Passing()), 4 / 12)


@graded(
    "evaluate_accuracy", "values", points=2, hint="A short batch holds fewer samples: may it count like a full one?"
)
def test_evaluate_short_batches(student):
    """Batches that differ in size and in accuracy."""
    assert_share(student.evaluate_accuracy([batch(5, 4), batch(1, 0), batch(2, 1)], Passing()), 5 / 8)


@graded("evaluate_accuracy", "values", points=1, hint="An iterable need have no length, and be read only once.")
def test_evaluate_iterator(student):
    """An iterator, which has no length, no indices and ends for good."""
    batches = student.put(iter([batch(4, 3), batch(2, 0)]))
    assert_share(student.evaluate_accuracy(batches, Passing()), 3 / 6)


@graded("evaluate_accuracy", "values", points=1, hint="A batch is a pair, be it a tuple or, from a DataLoader, a list.")
def test_evaluate_lists(student):
    """Batches as lists."""
    assert_share(student.evaluate_accuracy([list(batch(4, 3)), list(batch(2, 0))], Passing()), 3 / 6)


@graded(
    "evaluate_accuracy",
    "values",
    points=1,
    hint="Any callable will do: ask for modes and parameters only where net is an nn.Module.",
)
def test_evaluate_callable(student):
    """A callable object that is no module."""
    assert_share(student.evaluate_accuracy([batch(4, 3), batch(2, 0)], Callable()), 3 / 6)


@graded("evaluate_accuracy", "values", points=1, hint="A module may have no parameters: what tells the device then?")
def test_evaluate_without_parameters(student):
    """A module without parameters."""
    assert_share(student.evaluate_accuracy([batch(4, 3), batch(2, 0)], nn.Flatten()), 3 / 6)


@graded(
    "evaluate_accuracy", "values", points=2, hint="Dropout must be off while you evaluate, in every layer of the net."
)
def test_evaluate_in_eval_mode(student):
    """A layer inside the net behaves differently in train mode."""
    net = student.put(nn.Sequential(WrongInTraining()))
    assert_share(student.evaluate_accuracy([batch(4, 3), batch(2, 2)], net), 5 / 6)


@graded(
    "evaluate_accuracy", "training", points=1, hint="The net must come back in the mode it was in, all its layers too."
)
@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_evaluate_leaves_mode(student, training):
    """The mode of net and of its layers afterwards."""
    net = student.put(nn.Sequential(Passing(), nn.Dropout(0.5)))
    net.train(training)
    student.evaluate_accuracy([batch(4, 3), batch(2, 0)], net)
    assert [net.training, net[0].training, net[1].training] == [training] * 3


@graded("evaluate_accuracy", "gradients", points=1, hint="Nothing is learned here: what tells autograd not to record?")
@pytest.mark.parametrize("kind", [WrongWhenRecorded, ModuleWrongWhenRecorded], ids=["callable", "module"])
def test_evaluate_records_nothing(student, kind):
    """Autograd records nothing of what net does."""
    net = student.put(kind())
    assert_share(student.evaluate_accuracy([batch(4, 3), batch(2, 2)], net), 5 / 6)


@graded(
    "evaluate_accuracy",
    "shapes and dtypes",
    points=1,
    hint="The result is a Python number: which method takes it out of a one-element tensor?",
)
def test_evaluate_is_a_float(student):
    """A Python float."""
    assert isinstance(student.evaluate_accuracy([batch(4, 3), batch(2, 0)], Passing()), float)


@graded(
    "evaluate_accuracy", "device", points=2, hint="Without a device the batches go where net's parameters are: where?"
)
def test_evaluate_finds_device(on_device):
    """The net is on an accelerator, the batches are on the CPU, no device is named."""
    batches = on_device.put(MadeThere([batch(4, 3), batch(2, 0)]))
    assert_share(on_device.evaluate_accuracy(batches, Passing()), 3 / 6)


@graded("evaluate_accuracy", "device", points=2, hint="Move each batch, X and y, to the device that is named.")
def test_evaluate_on_device(on_device):
    """The net is on an accelerator, the batches are on the CPU, the device is named."""
    batches = on_device.put(MadeThere([batch(4, 3), batch(2, 0)]))
    assert_share(on_device.evaluate_accuracy(batches, Passing(), device=on_device.device), 3 / 6)


@graded("evaluate_accuracy", "device", points=1, hint="A device that is named counts for a plain callable, too.")
def test_evaluate_callable_on_device(on_device):
    """A callable computes on the device that is named."""
    batches = on_device.put(MadeThere([batch(4, 3), batch(2, 0)]))
    assert_share(on_device.evaluate_accuracy(batches, Callable(), device=on_device.device), 3 / 6)


@graded("evaluate_accuracy", "device", points=1, hint="No device, no parameters: the batches must stay where they are.")
def test_evaluate_callable_keeps_device(on_device):
    """A callable and the batches are on an accelerator, no device is named."""
    assert_share(on_device.evaluate_accuracy([batch(4, 3), batch(2, 0)], Callable()), 3 / 6)


# train: small nets and few batches. No gradient entry of a first step is near 0, so that Adam's ε, be it 1e-6 or 1e-8,
# does not show.


class Linear(nn.Linear):
    """A linear layer with a start of its own, which notes how it is called while autograd records."""

    def __init__(self, weight, bias=False):
        weight = torch.tensor(weight)
        super().__init__(weight.shape[1], weight.shape[0], bias=bias, dtype=weight.dtype)
        copy_into(self, [weight, torch.zeros(len(weight))][: 1 + bias])
        self.modes, self.devices = [], []

    def forward(self, X):
        if torch.is_grad_enabled():
            self.modes.append(self.training)
            self.devices.append(X.device.type)
        return super().forward(X)


START = [[0.5, -1.0], [0.25, 0.75], [-1.0, 0.5]]

BATCHES = [
    (torch.tensor([[1.0, 2.0], [-1.0, 0.5]]), torch.tensor([0, 1])),
    (torch.tensor([[0.5, -1.0], [2.0, 1.0]]), torch.tensor([1, 2])),
    (torch.tensor([[-1.5, 1.0], [1.0, 0.5]]), torch.tensor([0, 0])),
]


def new_net():
    return nn.Sequential(nn.Flatten(), Linear(START, bias=True))


def adam(net, batches, lr, num_epochs=1):
    """The parameters of net after training, in order."""
    net = copy.deepcopy(net)
    optimizer = torch.optim.Adam(net.parameters(), lr=lr)
    for X, y in batches * num_epochs:
        optimizer.zero_grad()
        F.cross_entropy(net(X), y).backward()
        optimizer.step()
    return [p.detach() for p in net.parameters()]


def trained(student, net, batches, lr, num_epochs=1):
    """The parameters of net after the student's training, in order."""
    net = student.put(net)
    student.train(net, batches, lr, num_epochs)
    return [p.detach() for p in net.parameters()]


def assert_trained(actual, expected, lr, tolerance=1e-3):
    """The parameters are where they should be, compared with lr, the length of one of Adam's steps."""
    for mine, yours in zip(expected, actual, strict=True):
        assert_close(yours, mine, rtol=0, atol=tolerance * lr)


@graded("train", "shapes and dtypes", points=1, hint=HINT_NONE)
def test_train_returns_nothing(student):
    """None."""
    assert student.train(new_net(), BATCHES, 0.1, 1) is None


@graded(
    "train", "values", points=2, hint="Whatever the gradient's size, Adam's first step is lr long in every parameter."
)
@pytest.mark.parametrize("lr", [0.001, 0.1])
def test_train_step(student, lr):
    """The parameters after one step."""
    net = new_net()
    assert_trained(trained(student, net, BATCHES[:1], lr), adam(net, BATCHES[:1], lr), lr)


@graded(
    "train", "values", points=1.5, hint="One optimiser, Adam with its usual settings; each step uses this batch alone."
)
@pytest.mark.parametrize(("dtype", "num_epochs"), [(torch.float32, 1), (torch.float64, 2)], ids=["3", "6"])
def test_train_steps(student, dtype, num_epochs):
    """The parameters after three steps in float32, and after six, two epochs, in float64."""
    net, batches = new_net().to(dtype), [(X.to(dtype), y) for X, y in BATCHES]
    actual = trained(student, net, batches, 0.1, num_epochs)
    assert_trained(actual, adam(net, batches, 0.1, num_epochs), 0.1)


@graded("train", "values", points=3, hint="Which loss, of what? Cross-entropy, with the softmax applied once.")
def test_train_loss(student):
    """Two samples pull the first input's weights apart: cross-entropy sides with the one that is wrong and sure."""
    net = Linear([[0.0, 3.0], [0.0, 0.0], [0.0, -3.0]])
    X, y = torch.tensor([[1.0, 1.0], [1.0, 0.0]]), torch.tensor([2, 0])
    (weight,) = trained(student, net, [(X, y)], 0.1)
    assert torch.equal(weight[:, 0].sign(), torch.tensor([-1.0, -1.0, 1.0]))


@graded("train", "values", points=1, hint="The mean is over the samples of *this* batch: how many has the last one?")
def test_train_short_batch(student):
    """Batches of one, five and two samples."""
    X, y = torch.cat([X for X, _ in BATCHES]), torch.cat([y for _, y in BATCHES])
    batches = [(X[:1], y[:1]), (X[1:], y[1:]), (X[2:4], y[2:4])]
    net = new_net()
    assert_trained(trained(student, net, batches, 0.1), adam(net, batches, 0.1), 0.1)


FIRST_INPUT = (torch.tensor([[1.0, 0.0]]), torch.tensor([0]))
SECOND_INPUT = (torch.tensor([[0.0, 1.0]]), torch.tensor([1]))


def way_of_the_first_input(student):
    """How far its weights come, in units of lr, with one gradient of their own and one of 0."""
    before = torch.tensor(START)
    (after,) = trained(student, Linear(START), [FIRST_INPUT, SECOND_INPUT], 0.1)
    return (after - before)[:, 0].abs() / 0.1


# Adam's way is 1 for the first step and, as m̂ = 0.09 g / 0.19 and v̂ = 0.000999 g² / 0.001999, 0.67 for the second.


@graded("train", "values", points=2, hint="`backward` adds to `.grad`: what must happen before each batch?")
def test_train_clears_gradients(student):
    """The first batch's gradient does not count in the second step again."""
    assert way_of_the_first_input(student).max() < 1.8


@graded("train", "values", points=1, hint="Adam remembers earlier gradients: do you make a new optimiser on the way?")
def test_train_keeps_the_optimiser(student):
    """Adam's memory of the first batch moves its weights in the second step."""
    assert way_of_the_first_input(student).min() > 1.4


@graded("train", "values", points=1, hint="Each of the num_epochs epochs must train, and no more than these.")
@pytest.mark.parametrize("num_epochs", [1, 3])
def test_train_epochs(student, num_epochs):
    """The parameters after one and after three epochs of one batch."""
    net = new_net()
    expected = adam(net, BATCHES[:1], 0.01, num_epochs)
    # The gradient hardly changes on the way, so that every step is about lr long.
    assert_trained(trained(student, net, BATCHES[:1], 0.01, num_epochs), expected, 0.01, tolerance=0.3)


@graded("train", "values", points=1, hint="Hand the batch to net as it is: net knows whether it wants images or rows.")
def test_train_images(student):
    """A convolution learns images by heart."""
    X, y = images(3, torch.float32)[..., :4, :4], torch.tensor([2, 0, 1])
    net = student.put(nn.Sequential(nn.Conv2d(1, 4, 2), nn.Flatten(), nn.Linear(36, 3)))
    student.train(net, [(X, y)], 0.05, 40)
    assert torch.equal(net(X).argmax(dim=1), y)


@graded("train", "values", points=1, hint=HINT_UNCHANGED)
def test_train_unchanged(student):
    """The batches stay as they were."""
    X, y = torch.randn(4, 2), torch.tensor([0, 1, 2, 0])
    with unchanged(X, y):
        student.train(new_net(), [(X, y)], 0.1, 2)


@graded("train", "training", points=2, hint="A net may come from an evaluation: which mode does training need?")
def test_train_in_train_mode(student):
    """A net that comes in eval mode is trained in train mode, with all its layers."""
    net = student.put(new_net())
    net.eval()
    student.train(net, BATCHES, 0.1, 2)
    modes = net[1].modes
    assert modes and all(modes)


@graded(
    "train",
    "training",
    points=8,
    hint="Too few test images are recognised. Do loss, gradients and updates each do what they should, batch by batch?",
    seconds=40.0,
)
def test_train_accuracy(student):
    """Accuracy of LeNet on 1,000 test images after five epochs on 2,048."""
    training, test = data.load("train"), data.load("test")
    X, y = data.normalise(training.images[:2048]), training.labels[:2048]
    net = student.LeNet()
    student.train(net, list(zip(X.split(32), y.split(32), strict=True)), 0.005, 5)
    net.eval()
    with torch.no_grad():
        predicted = net(data.normalise(test.images)).argmax(dim=1)
    # Right programs score 0.65 or more (80 seeds), those that learn nothing 0.12 or less.
    assert (predicted == test.labels).double().mean() > 0.55


def numbers(net):
    """The parameters as lists, wherever they are. Runs on the student's side."""
    return [p.detach().cpu().tolist() for p in net.parameters()]


def devices(net):
    """The types of the devices that hold the parameters. Runs on the student's side."""
    return [p.device.type for p in net.parameters()]


def trained_on(on_device, net, batches):
    """The parameters after two steps, fetched from the device they are on."""
    on_device.train(net, batches, 0.1, 1, device=on_device.device)
    return [torch.tensor(values) for values in on_device.put(numbers)(net)]


@graded("train", "device", points=1, hint=HINT_DEVICE)
def test_train_device(on_device):
    """Net and batches are on an accelerator."""
    net = new_net()
    assert_trained(trained_on(on_device, on_device.put(net), BATCHES[:2]), adam(net, BATCHES[:2], 0.1), 0.1)


@graded("train", "device", points=2, hint="Move net and every batch, X and y, to the device that is named.")
def test_train_moves_to_device(on_device):
    """Net and batches are on the CPU; training takes place on the accelerator that is named."""
    net = on_device.put(new_net)()  # made there, on the CPU
    batches = on_device.put(MadeThere(BATCHES[:2]))
    assert_trained(trained_on(on_device, net, batches), adam(new_net(), BATCHES[:2], 0.1), 0.1)
    # One of the two will do: training may use a copy of net, and torch.func hides a pretended device.
    assert "cuda" in [*net[1].devices, *on_device.put(devices)(net)], "net was not trained on the device"


# save_parameters and load_parameters: any format that keeps a state_dict will do. The files lie on the student's side.


def new_path(student):
    return student.put(tempfile.mkdtemp)() + "/net.params"


def state_in(path):
    """The state_dict in a file of torch.save's; None where it is another file. Runs on the student's side."""
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except Exception:
        return None
    return dict(state) if all(isinstance(value, torch.Tensor) for value in state.values()) else None


def saved(student, net, blank, path):
    """The state that save_parameters writes of net; where only load_parameters can read it, blank takes it in."""
    student.save_parameters(net, path)
    state = student.put(state_in)(path)
    if state is None:
        blank = student.put(blank)
        student.load_parameters(blank, path)
        state = dict(blank.state_dict())
    return state


def assert_same_state(actual, net):
    expected = net.state_dict()
    assert set(actual) == set(expected)
    for name, value in expected.items():
        assert_close(actual[name], value, rtol=0, atol=0)


def some_net(dtype=torch.float32):
    """A net whose numbers differ from call to call, with names of more than one part."""
    return nn.Sequential(nn.Linear(3, 4), nn.ModuleDict({"inner": nn.Linear(4, 2)})).to(dtype)


def norm_net():
    """A net with buffers, which are no parameters."""
    net = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4))
    net(torch.randn(5, 3))
    return net


@graded("save_parameters", "values", points=1.5, hint="A file must hold every number exactly, under its name.")
@both_dtypes
def test_save(student, dtype):
    """Names and values of all parameters, bit by bit."""
    net = some_net(dtype)
    assert_same_state(saved(student, net, some_net(dtype), new_path(student)), net)


@graded("save_parameters", "values", points=1, hint="A net also has buffers, such as running means: what lists both?")
def test_save_buffers(student):
    """Buffers are saved too."""
    net = norm_net()
    assert_same_state(saved(student, net, norm_net(), new_path(student)), net)


@graded("save_parameters", "values", points=1, hint="What does your way of opening the file do with what was in it?")
def test_save_replaces_file(student):
    """A file of that name is replaced."""
    path, net = new_path(student), some_net()
    student.save_parameters(some_net(), path)
    assert_same_state(saved(student, net, some_net(), path), net)


@graded("save_parameters", "values", points=1, hint="Saving only reads: net stays as it is, its mode and numbers too.")
def test_save_leaves_net(student):
    """Parameters, buffers and mode of net are as before."""
    before = norm_net().double()
    net = student.put(before)
    student.save_parameters(net, new_path(student))
    assert_same_state(dict(net.state_dict()), before)
    assert net.training and net[0].training
    assert net[0].weight.requires_grad


@graded("save_parameters", "shapes and dtypes", points=1, hint="Write to the path as it stands, and return nothing.")
def test_save_returns_nothing(student):
    """None, and a file at the path."""
    path = new_path(student)
    assert student.save_parameters(some_net(), path) is None
    assert student.put(os.path.exists)(path)


@graded("save_parameters", "device", points=1, hint="A net on a GPU can be saved, too, and stays there.")
def test_save_device(on_device):
    """The net is on an accelerator."""
    net = on_device.put(some_net())
    on_device.save_parameters(net, new_path(on_device))
    assert net[0].weight.shape == (4, 3)  # reading it fails where it has left the device


def write_state(net, path):
    """A file as torch.save writes it. Runs on the student's side."""
    torch.save(net.state_dict(), path)


def load(student, source, target):
    """Load source's state into target, by a file of torch.save's or, where that is not read, of save_parameters'."""
    path = new_path(student)
    student.put(write_state)(source, path)
    try:
        return student.load_parameters(target, path)
    except Exception:
        student.save_parameters(source, path)
        return student.load_parameters(target, path)


@graded("load_parameters", "values", points=1, hint="Every parameter takes over the value that the file has for it.")
@both_dtypes
def test_load(student, dtype):
    """Values of all parameters, bit by bit."""
    source, target = some_net(dtype), student.put(some_net(dtype))
    load(student, source, target)
    assert_same_state(dict(target.state_dict()), source)


@graded("load_parameters", "values", points=1, hint="A state_dict also holds buffers, such as running means.")
def test_load_buffers(student):
    """Buffers are loaded too."""
    source, target = norm_net(), student.put(norm_net())
    load(student, source, target)
    assert_same_state(dict(target.state_dict()), source)


@graded("load_parameters", "shapes and dtypes", points=1, hint=HINT_NONE)
def test_load_returns_nothing(student):
    """None."""
    assert load(student, some_net(), student.put(some_net())) is None


class Aliased(nn.Module):
    """Keeps its parameter in a list too, as an optimiser does."""

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(3))
        self.held = [self.weight]


@graded(
    "load_parameters", "memory", points=2, hint="An optimiser holds net's parameters: fill them, do not replace them."
)
def test_load_in_place(student):
    """Who holds a parameter of net's sees its new values."""
    source, target = Aliased(), student.put(Aliased())
    load(student, source, target)
    assert_close(target.held[0], source.weight, rtol=0, atol=0)


class Trap:
    """Its pickle opens a file for writing as soon as it is loaded."""

    def __init__(self, trace):
        self.trace = trace

    def __reduce__(self):
        return open, (self.trace, "w")


def set_traps(folder):
    """Files of several formats with a trap in them. Runs on the student's side.

    Returns:
        Their paths, and that of the file that a trap leaves.
    """
    trace = os.path.join(folder, "trace")
    state = {"bias": Trap(trace), "weight": torch.zeros(2, 3)}
    paths = [os.path.join(folder, name) for name in ("torch", "pickle", "numpy")]
    torch.save(state, paths[0])
    with open(paths[1], "wb") as file:
        pickle.dump(state, file)
    with open(paths[2], "wb") as file:
        np.savez(file, bias=np.array(Trap(trace), dtype=object), weight=np.zeros((2, 3)))
    return paths, trace


@graded(
    "load_parameters", "errors", points=2, hint="A pickle may call any function while it is loaded: what forbids it?"
)
def test_load_runs_no_code(student):
    """A file with hidden code is loaded without running it, or not at all."""
    source, net = nn.Linear(3, 2), student.put(nn.Linear(3, 2))
    load(student, source, net)
    assert_same_state(dict(net.state_dict()), source)  # what loads nothing is not safe but useless
    paths, trace = student.put(set_traps)(student.put(tempfile.mkdtemp)())
    for path in paths:
        with contextlib.suppress(Exception):
            student.load_parameters(net, path)
    assert not student.put(os.path.exists)(trace), "code from the file was run"


def as_from_gpu(path):
    """Let a file of torch.save's say that its tensors were on a GPU that no machine has. Runs on the student's side."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            if name.endswith("/data.pkl"):  # strings stand there with an X and their length
                content = content.replace(b"X\x03\0\0\0cpu", b"X\x07\0\0\0cuda:99")
            archive.writestr(name, content)


@graded(
    "load_parameters", "device", points=1, hint="The machine may lack the GPU that the file names: map it elsewhere."
)
def test_load_from_gpu(student):
    """The file that save_parameters writes of a net on a GPU which this machine lacks."""
    source, target, path = some_net(), student.put(some_net()), new_path(student)
    student.put(write_state)(source, path)
    ran = frozenset()
    with contextlib.suppress(Exception):
        ran = student.observe.save_parameters(source, path).operators
    if not ran & {"cpu", "to", "numpy", "tolist"}:  # else tensors come to the CPU before they come to the file
        student.put(as_from_gpu)(path)
    student.load_parameters(target, path)
    assert_same_state(dict(target.state_dict()), source)


@graded("load_parameters", "device", points=1, hint=HINT_DEVICE)
def test_load_device(on_device):
    """A net on an accelerator takes over the values and stays there."""
    source, target = on_device.put(some_net)(), on_device.put(some_net())  # made there, on the CPU; on the device
    try:
        load(on_device, source, target)
    except RuntimeError as error:  # tensors were to go from the file to the device, which may be pretended
        if "Attempting to deserialize" not in str(error):
            raise
    else:
        assert on_device.put(numbers)(target) == on_device.put(numbers)(source)
    assert target[0].weight.shape == (4, 3)  # reading it fails where it has left the device
