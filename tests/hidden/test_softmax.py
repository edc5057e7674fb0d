"""Hidden suite of topic 4, softmax regression.

Softmax regression is convex. So most tests of `train_softmax` give a small problem whose minimum is known and enough
steps to reach it: they hold for every start of W and b, and fail for another loss, an old gradient or a missing bias.
"""

import pytest
import torch
import torch.nn.functional as F
from torch import nn

import data
from grader.suite import assert_close, assert_same_gradients, graded, is_module, non_contiguous, unchanged

# Attention holds a softmax too.
FORBIDDEN = {"softmax": ["*softmax*", "softmin", "*attention*"]}

both_dtypes = pytest.mark.parametrize("dtype", [torch.float32, torch.float64])

HINT_DTYPE = "The result must have the dtype of the input, be it float32 or float64."
HINT_UNCHANGED = "Your function writes into the caller's tensor: which operation of yours works in place?"
HINT_STRIDED = "An input may be strided in memory: `view` fails there, `reshape` does not."
HINT_SIZES_OF_ONE = "A single sample, a single input or a single class keeps its dimension: where do you squeeze?"
HINT_DEVICE = "What you create must lie on the inputs' device, and so must the result."
HINT_GRADIENT = "Autograd must reach this input: no detach, no `.data`, no `.item()` on what the result depends on."
HINT_FLOAT = "The result is a Python number: which method takes it out of a one-element tensor?"
HINT_FLATTEN = "Flatten each sample by itself: dim 0 stays, all other dimensions become one, in their order."
HINT_STATISTICS = (
    "Which function draws from a normal distribution, and does it take a variance or a standard deviation?"
)


def softmax(X):
    return torch.softmax(X, dim=1)


def model(X, W, b):
    return softmax(X.flatten(1) @ W + b)


def inputs_of_net(n, d, q, dtype=torch.float32):
    return torch.randn(n, d, dtype=dtype), torch.randn(d, q, dtype=dtype), torch.randn(q, dtype=dtype)


# softmax


@graded("softmax", "values", points=1, hint="Take exp of the scores, then divide each by the sum of its row.")
@both_dtypes
def test_softmax(student, dtype):
    """Ordinary scores, fewer rows than classes."""
    X = 2 * torch.randn(3, 5, dtype=dtype)
    assert_close(student.softmax(X), softmax(X))


@graded("softmax", "values", points=2, hint="Each row is divided by its own sum: over which dim does your sum run?")
def test_softmax_square(student):
    """As many rows as classes: rows and columns are told apart."""
    X = torch.randn(4, 4)
    assert_close(student.softmax(X), softmax(X))


@graded(
    "softmax", "values", points=1, hint="Nothing may be added to the sum: for rows of low scores it is tiny itself."
)
def test_softmax_low_scores(student):
    """Rows whose scores are all far below zero, though not so far that exp gives 0."""
    X = torch.randn(3, 4, dtype=torch.float64) - 40
    assert_close(student.softmax(X), softmax(X))


@graded("softmax", "values", points=1, hint="Small probabilities are exact numbers too: do you add, clamp or round?")
def test_softmax_small_probabilities(student):
    """The relative error of probabilities far below one."""
    X = torch.tensor([[0.0, -30.0, -15.0], [5.0, -18.0, 4.0]], dtype=torch.float64)
    assert_close(student.softmax(X), softmax(X), rtol=1e-9, atol=0.0)


@graded("softmax", "values", points=1, hint=HINT_STRIDED)
def test_softmax_strided(student):
    """Scores in strided memory and transposed ones."""
    X = torch.randn(5, 3)
    assert_close(student.softmax(non_contiguous(X)), softmax(X))
    assert_close(student.softmax(X.T), softmax(X.T))


@graded("softmax", "values", points=1, hint=HINT_UNCHANGED)
def test_softmax_unchanged(student):
    """The scores stay as they were."""
    X = torch.randn(3, 5)
    with unchanged(X):
        student.softmax(X)


@graded("softmax", "shapes and dtypes", points=1, hint=HINT_SIZES_OF_ONE)
@pytest.mark.parametrize("shape", [(1, 4), (4, 1)])
def test_softmax_sizes_of_one(student, shape):
    """A single row, and a single class."""
    X = torch.randn(shape, dtype=torch.float64)
    assert_close(student.softmax(X), softmax(X))


@graded("softmax", "gradients", points=2, hint=HINT_GRADIENT)
@pytest.mark.parametrize("shape", [(3, 5), (4, 4)])
def test_softmax_gradient(student, shape):
    """The gradient in the scores: each score moves all probabilities of its row."""
    assert_same_gradients(student.softmax, softmax, torch.randn(shape, dtype=torch.float64))


LARGE = [[1e4, 9999.0, 9998.0], [9998.0, 1e4, 1e4], [1e4, 0.0, -1e4]]
LOW = [[-1e4, -9999.0, -9998.0], [-9998.0, -1e4, -1e4]]
UNLIKE = [[1e4, 9999.0, 9998.0], [0.5, -1.0, 1.0], [-9999.0, -1e4, -9999.0]]


def tolerance(dtype):
    """The curriculum grades float32 to 1e-3 at entries of ±1e4, where neighbouring numbers are 1e-3 apart."""
    return {"rtol": 1e-3, "atol": 1e-3} if dtype == torch.float32 else {}


@graded("softmax", "stability", points=0.5, hint="exp of a large score overflows: what may be subtracted from a row?")
@both_dtypes
def test_softmax_large_scores(student, dtype):
    """Rows with scores near 1e4."""
    X = torch.tensor(LARGE, dtype=dtype)
    assert_close(student.softmax(X), softmax(X), **tolerance(dtype))


@graded(
    "softmax", "stability", points=0.5, hint="Must a row's sum be 0 after exp? After the right shift one term is 1."
)
@both_dtypes
def test_softmax_very_low_scores(student, dtype):
    """Rows with scores near -1e4 alone."""
    X = torch.tensor(LOW, dtype=dtype)
    assert_close(student.softmax(X), softmax(X), **tolerance(dtype))


@graded("softmax", "stability", points=0.5, hint="Rows may differ widely in size: each needs a shift of its own.")
@both_dtypes
def test_softmax_unlike_rows(student, dtype):
    """A row near 1e4, one near 0 and one near -1e4."""
    X = torch.tensor(UNLIKE, dtype=dtype)
    assert_close(student.softmax(X), softmax(X), **tolerance(dtype))


@graded(
    "softmax", "stability", points=0.5, hint="Prevent the overflow, do not repair it: NaN survives in the gradient."
)
@both_dtypes
def test_softmax_stable_gradient(student, dtype):
    """The gradient at scores of ±1e4."""
    rows = torch.tensor(LARGE + LOW + UNLIKE, dtype=dtype)
    X, reference = rows.clone().requires_grad_(), rows.double().requires_grad_()
    upstream = torch.rand(rows.shape, dtype=dtype)
    student.softmax(X).backward(upstream)
    softmax(reference).backward(upstream.double())
    assert_close(X.grad, reference.grad.to(dtype), **tolerance(dtype))


@graded("softmax", "device", points=2, hint=HINT_DEVICE)
def test_softmax_device(on_device):
    """Scores on an accelerator."""
    X = torch.randn(3, 5)
    assert_close(on_device.softmax(X), softmax(X))


# net


@graded("net", "values", points=1, hint="First the scores X W + b, then the softmax of each row.")
@both_dtypes
def test_net(student, dtype):
    """Rows; samples, inputs and classes all differ in number."""
    X, W, b = inputs_of_net(4, 5, 3, dtype)
    assert_close(student.net(X, W, b), model(X, W, b))


@graded("net", "values", points=1, hint="b has an entry a class, W a row an input, softmax runs over classes.")
def test_net_square(student):
    """As many samples as inputs as classes: nothing may be transposed."""
    X, W, b = inputs_of_net(4, 4, 4)
    assert_close(student.net(X, W, b), model(X, W, b))


@graded("net", "values", points=1, hint=HINT_FLATTEN)
def test_net_images(student):
    """Images are flattened."""
    X, (_, W, b) = torch.randn(3, 2, 4, 5), inputs_of_net(3, 40, 6)
    assert_close(student.net(X, W, b), model(X, W, b))


@graded("net", "values", points=1, hint=HINT_STRIDED)
def test_net_strided_parameters(student):
    """W and b in strided memory."""
    X, W, b = inputs_of_net(4, 5, 3)
    assert_close(student.net(X, non_contiguous(W), non_contiguous(b)), model(X, W, b))
    assert_close(student.net(X, W.T.contiguous().T, b), model(X, W, b))


@graded("net", "values", points=1, hint=HINT_UNCHANGED)
def test_net_unchanged(student):
    """Samples, weights and biases stay as they were."""
    X, W, b = inputs_of_net(4, 5, 3)
    with unchanged(X, W, b):
        student.net(X, W, b)


@graded("net", "shapes and dtypes", points=1, hint=HINT_SIZES_OF_ONE)
@pytest.mark.parametrize(("n", "d", "q"), [(1, 4, 3), (3, 1, 1)])
def test_net_sizes_of_one(student, n, d, q):
    """A single sample; a single input and class."""
    X, W, b = inputs_of_net(n, d, q)
    assert_close(student.net(X, W, b), model(X, W, b))


@graded("net", "gradients", points=1, hint=HINT_GRADIENT)
@pytest.mark.parametrize("position", [0, 1, 2], ids=["X", "W", "b"])
def test_net_gradient(student, position):
    """The gradient in the samples, the weights, the biases."""
    arguments = inputs_of_net(4, 5, 3, torch.float64)

    def with_argument(f):
        return lambda argument: f(*arguments[:position], argument, *arguments[position + 1 :])

    assert_same_gradients(with_argument(student.net), with_argument(model), arguments[position])


@graded("net", "device", points=2, hint=HINT_DEVICE)
def test_net_device(on_device):
    """Samples, weights and biases on an accelerator."""
    X, W, b = inputs_of_net(4, 5, 3)
    assert_close(on_device.net(X, W, b), model(X, W, b))


# accuracy


BEST = [2, 0, 1, 1, 4, 3, 0]  # where each row has its largest score
LABELS = torch.tensor([2, 0, 3, 1, 0, 4, 1])  # the first, second and fourth agree


def scores(best, num_classes=5, dtype=torch.float32):
    """Rows of different numbers, the largest of row i in column best[i]."""
    Y = torch.rand(len(best), num_classes).argsort(dim=1).to(dtype) - num_classes / 2
    Y[torch.arange(len(best)), best] = num_classes
    return Y


def assert_share(actual, expected):
    """`actual` is this share; float32 will do. A tensor's type costs the points for types, not these."""
    assert abs(float(actual) - expected) < 1e-6, f"expected {expected}, got {float(actual)}"


@graded("accuracy", "values", points=1, hint="How many rows are right, divided by how many rows there are?")
@both_dtypes
def test_accuracy(student, dtype):
    """Some rows are right, some wrong; rows and classes differ in number."""
    assert_share(student.accuracy(scores(BEST, dtype=dtype), LABELS), 3 / 7)


@graded("accuracy", "values", points=1, hint="The largest entry of each row: along which dim must argmax look?")
def test_accuracy_square(student):
    """As many samples as classes."""
    assert_share(student.accuracy(scores([1, 2, 3, 0], 4), torch.tensor([1, 2, 0, 3])), 2 / 4)


@graded(
    "accuracy", "values", points=1, hint="Any scores will do: only which entry is the largest counts, not its size."
)
def test_accuracy_negative_scores(student):
    """Scores that are no probabilities, all below zero."""
    assert_share(student.accuracy(scores(BEST) - 10, LABELS), 3 / 7)


@graded("accuracy", "values", points=1, hint=HINT_SIZES_OF_ONE)
def test_accuracy_sizes_of_one(student):
    """A single row, right or wrong; a single class."""
    assert_share(student.accuracy(scores([2]), torch.tensor([2])), 1)
    assert_share(student.accuracy(scores([2]), torch.tensor([1])), 0)
    assert_share(student.accuracy(torch.randn(3, 1), torch.zeros(3, dtype=torch.int64)), 1)


@graded("accuracy", "values", points=1, hint=HINT_STRIDED)
def test_accuracy_strided(student):
    """Scores and labels in strided memory."""
    assert_share(student.accuracy(scores(BEST).T.contiguous().T, LABELS), 3 / 7)
    assert_share(student.accuracy(non_contiguous(scores(BEST)), non_contiguous(LABELS)), 3 / 7)


@graded("accuracy", "values", points=1, hint=HINT_UNCHANGED)
def test_accuracy_unchanged(student):
    """Scores and labels stay as they were."""
    y_hat, y = scores(BEST), LABELS.clone()
    with unchanged(y_hat, y):
        student.accuracy(y_hat, y)


@graded("accuracy", "shapes and dtypes", points=1, hint=HINT_FLOAT)
def test_accuracy_is_a_float(student):
    """A Python float."""
    assert isinstance(student.accuracy(scores(BEST), LABELS), float)


@graded("accuracy", "device", points=2, hint=HINT_DEVICE)
def test_accuracy_device(on_device):
    """Scores and labels on an accelerator."""
    assert_share(on_device.accuracy(scores(BEST), LABELS), 3 / 7)


# evaluate_accuracy: the batches hold scores, and most nets pass them through


def identity(X):
    return X


class Identity:
    """A callable that is neither a function nor a module."""

    def __call__(self, X):
        return X


class WrongInTraining(nn.Module):
    """Right in eval mode alone."""

    def forward(self, X):
        return -X if self.training else X


class WrongWhenRecorded:
    """Right only where autograd does not record what it does with its weight."""

    def __init__(self):
        self.weight = torch.eye(5, requires_grad=True)

    def __call__(self, X):
        Y = X @ self.weight
        return -Y if Y.requires_grad else Y


class ModuleWrongWhenRecorded(nn.Module):
    """The same as a module."""

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.eye(5))

    def forward(self, X):
        Y = X @ self.weight
        return -Y if Y.requires_grad else Y


def batch(size, right):
    """Scores of `size` samples and their labels, of which `right` agree."""
    best = torch.randint(5, (size,))
    wrong = (torch.arange(size) >= right).long()
    return scores(best.tolist()), (best + wrong) % 5


@graded("evaluate_accuracy", "values", points=2, hint="Count over all batches; divide by the number of all samples.")
def test_evaluate_accuracy(student):
    """Batches of one size."""
    assert_share(student.evaluate_accuracy([batch(4, 3), batch(4, 0), batch(4, 1)], identity), 4 / 12)


@graded(
    "evaluate_accuracy", "values", points=2, hint="A short batch holds fewer samples: may it count like a full one?"
)
def test_evaluate_accuracy_short_batches(student):
    """Batches that differ in size and in accuracy."""
    assert_share(student.evaluate_accuracy([batch(5, 4), batch(1, 0), batch(2, 1)], identity), 5 / 8)


@graded("evaluate_accuracy", "values", points=1, hint="An iterable need have no length, and be read only once.")
def test_evaluate_accuracy_iterator(student):
    """An iterator, which has no length, no indices and ends for good."""
    batches = student.put(iter([batch(4, 3), batch(2, 0)]))
    assert_share(student.evaluate_accuracy(batches, identity), 3 / 6)


@graded("evaluate_accuracy", "values", points=1, hint="A batch is a pair, be it a tuple or, from a DataLoader, a list.")
def test_evaluate_accuracy_lists(student):
    """Batches as lists."""
    assert_share(student.evaluate_accuracy([list(batch(4, 3)), list(batch(2, 0))], identity), 3 / 6)


@graded(
    "evaluate_accuracy", "values", points=2, hint="Any callable will do: ask for modes only where net is an nn.Module."
)
def test_evaluate_accuracy_callable(student):
    """A callable object without modes or code of its own."""
    assert_share(student.evaluate_accuracy([batch(4, 3), batch(2, 0)], Identity()), 3 / 6)


@graded(
    "evaluate_accuracy", "values", points=3, hint="Dropout must be off while you evaluate, in every layer of the net."
)
def test_evaluate_accuracy_in_eval_mode(student):
    """A layer inside the net behaves differently in train mode."""
    net = student.put(nn.Sequential(WrongInTraining()))
    assert_share(student.evaluate_accuracy([batch(4, 3), batch(2, 2)], net), 5 / 6)


@graded(
    "evaluate_accuracy", "training", points=1, hint="The net must come back in the mode it was in, all its layers too."
)
@pytest.mark.parametrize("training", [True, False], ids=["train", "eval"])
def test_evaluate_accuracy_leaves_mode(student, training):
    """The mode of net and of its layers afterwards."""
    net = student.put(nn.Sequential(nn.Flatten(), nn.Dropout(0.5)))
    net.train(training)
    student.evaluate_accuracy([batch(4, 3), batch(2, 0)], net)
    assert [net.training, net[0].training, net[1].training] == [training] * 3


@graded("evaluate_accuracy", "gradients", points=1, hint="Nothing is learned here: what tells autograd not to record?")
@pytest.mark.parametrize("kind", [WrongWhenRecorded, ModuleWrongWhenRecorded], ids=["callable", "module"])
def test_evaluate_accuracy_records_nothing(student, kind):
    """Autograd records nothing of what net does."""
    net = student.put(kind())
    assert_share(student.evaluate_accuracy([batch(4, 3), batch(2, 2)], net), 5 / 6)


@graded("evaluate_accuracy", "shapes and dtypes", points=1, hint=HINT_FLOAT)
def test_evaluate_accuracy_is_a_float(student):
    """A Python float."""
    assert isinstance(student.evaluate_accuracy([batch(4, 3), batch(2, 0)], identity), float)


@graded("evaluate_accuracy", "device", points=2, hint=HINT_DEVICE)
def test_evaluate_accuracy_device(on_device):
    """Batches on an accelerator."""
    assert_share(on_device.evaluate_accuracy([batch(4, 3), batch(2, 0)], identity), 3 / 6)


# FlattenLayer


@graded("FlattenLayer", "values", points=1, hint=HINT_FLATTEN)
@both_dtypes
def test_flatten(student, dtype):
    """Images of unequal sides, in their dtype."""
    X = torch.randn(3, 2, 4, 5, dtype=dtype)
    assert_close(student.FlattenLayer()(X), X.reshape(3, 40))


@graded(
    "FlattenLayer", "values", points=1, hint="Samples may have any number of dimensions: flat ones stay as they are."
)
def test_flatten_rows(student):
    """Rows, and samples of two dimensions."""
    layer = student.FlattenLayer()
    rows, matrices = torch.randn(3, 7), torch.randn(2, 3, 4)
    assert_close(layer(rows), rows)
    assert_close(layer(matrices), matrices.reshape(2, 12))


@graded("FlattenLayer", "shapes and dtypes", points=1, hint=HINT_SIZES_OF_ONE)
def test_flatten_sizes_of_one(student):
    """A single image, and images of a single pixel."""
    layer = student.FlattenLayer()
    assert layer(torch.randn(1, 1, 3, 4)).shape == (1, 12)
    assert layer(torch.randn(3, 1, 1, 1)).shape == (3, 1)


@graded("FlattenLayer", "shapes and dtypes", points=1, hint="A layer is an nn.Module: the class must derive from it.")
def test_flatten_is_a_module(student):
    """An nn.Module that can be called."""
    layer = student.FlattenLayer()
    assert layer(torch.randn(2, 3)).shape == (2, 3)
    assert is_module(layer)


@graded("FlattenLayer", "gradients", points=1, hint=HINT_GRADIENT)
def test_flatten_gradient(student):
    """The gradient reaches the images."""
    assert_same_gradients(student.FlattenLayer(), lambda X: X.flatten(1), torch.randn(2, 3, 4))


@graded("FlattenLayer", "device", points=1, hint=HINT_DEVICE)
def test_flatten_device(on_device):
    """Images on an accelerator."""
    X = torch.randn(3, 1, 4, 5)
    assert_close(on_device.FlattenLayer()(X), X.reshape(3, 20))


# softmax_regression_net: its weight and bias are read off what it does, as their names and layouts are the student's


def weight_and_bias(net, num_inputs):
    """The W (d, q) and b (1, q) with which net maps X to X W + b."""
    b = net(torch.zeros(1, num_inputs)).detach()
    return net(torch.eye(num_inputs)).detach() - b, b


@graded(
    "softmax_regression_net", "values", points=2, hint="Logits are the scores X W + b, with nothing applied to them."
)
def test_regression_net_logits(student):
    """The result is linear in the inputs, also for large ones."""
    net = student.softmax_regression_net(5, 3)
    W, b = weight_and_bias(net, 5)
    X = 100 * torch.randn(6, 5)
    assert W.any(), "all weights are 0"
    assert_close(net(X), X @ W + b, rtol=1e-3, atol=1e-3)


@graded(
    "softmax_regression_net",
    "values",
    points=1,
    hint="What does torch put into a new layer's bias, and what must it be?",
)
def test_regression_net_bias_starts_at_zero(student):
    """An empty sample has zero logits."""
    logits = student.softmax_regression_net(5, 3)(torch.zeros(2, 5))
    assert logits.shape == (2, 3)
    assert not logits.any(), "the bias is not 0"


@graded("softmax_regression_net", "values", points=2, hint=HINT_FLATTEN)
def test_regression_net_images(student):
    """Images give the logits of their rows."""
    net = student.softmax_regression_net(784, 10)
    X = torch.randn(3, 1, 28, 28)
    assert_close(net(X), net(X.reshape(3, 784)).detach())


@graded(
    "softmax_regression_net", "shapes and dtypes", points=1, hint="Return an nn.Module; even one sample gives a matrix."
)
def test_regression_net_is_a_module(student):
    """An nn.Module that gives float32 logits, for one sample and one class too."""
    net = student.softmax_regression_net(4, 1)
    logits = net(torch.randn(1, 4))
    assert is_module(net)
    assert logits.shape == (1, 1)
    assert logits.dtype == torch.float32


def after_one_step(net, X, y):
    """Take one step of gradient descent with learning rate 1 in all parameters of net; W and b before and after."""
    W, b = weight_and_bias(net, X.shape[1])
    F.cross_entropy(net(X), y).backward()
    stepped = {name: p.detach() - p.grad for name, p in net.named_parameters()}
    net.load_state_dict({**net.state_dict(), **stepped})
    return (W, b), weight_and_bias(net, X.shape[1])


@graded(
    "softmax_regression_net", "gradients", points=1, hint="Is the weight an nn.Parameter of the module, and trainable?"
)
def test_regression_net_weight_learns(student):
    """A step along the parameters' gradients moves the weight as it should."""
    X, y = torch.randn(6, 5), torch.tensor([0, 2, 1, 1, 2, 0])
    (W, b), (W_after, _) = after_one_step(student.softmax_regression_net(5, 3), X, y)
    error = softmax(X @ W + b) - F.one_hot(y, 3)
    assert_close(W_after, W - X.T @ error / 6, rtol=1e-3, atol=1e-4)


@graded("softmax_regression_net", "gradients", points=1, hint="The layer needs a bias, as a parameter that is trained.")
def test_regression_net_bias_learns(student):
    """A step along the parameters' gradients moves the bias as it should."""
    X, y = torch.randn(6, 5), torch.tensor([0, 2, 1, 1, 2, 2])
    (W, b), (_, b_after) = after_one_step(student.softmax_regression_net(5, 3), X, y)
    error = softmax(X @ W + b) - F.one_hot(y, 3)
    assert_close(b_after, b - error.mean(dim=0, keepdim=True), rtol=1e-3, atol=1e-4)


# N = 7840 weights from N(0, s²). Their mean is N(0, s²/N): beyond 7 s/√N once in 4e11. Their standard deviation has
# itself the standard deviation s/√(2N) = 0.8 % of s: beyond 6.5 % = 8.1 of these less than once in 1e12 (chi-square).
# The share within ±s is 0.683 with standard deviation √(0.683 · 0.317/N) = 0.0053: beyond 0.037 = 7 of these once in
# 4e11. A uniform distribution of the same variance has the share 0.577 within ±s.
STD, NUM_WEIGHTS = 0.01, 7840


@graded("softmax_regression_net", "randomness", points=2, hint=HINT_STATISTICS)
def test_regression_net_weight_statistics(student):
    """Mean and standard deviation of the starting weight."""
    W, _ = weight_and_bias(student.softmax_regression_net(784, 10), 784)
    assert abs(W.mean()) < 7 * STD / NUM_WEIGHTS**0.5
    assert abs(W.std() / STD - 1) < 0.065


@graded(
    "softmax_regression_net", "randomness", points=1, hint="Normal, not uniform: most weights are small, few are large."
)
def test_regression_net_weight_is_normal(student):
    """The share of weights within one standard deviation."""
    W, _ = weight_and_bias(student.softmax_regression_net(784, 10), 784)
    assert abs((W.abs() < STD).double().mean() - 0.6827) < 0.037


@graded(
    "softmax_regression_net", "device", points=1, hint="Register all parameters: `net.to(device)` must move them all."
)
def test_regression_net_device(on_device):
    """The net moves to an accelerator."""
    net = on_device.softmax_regression_net(5, 3)
    net.to(on_device.device)
    W, b = weight_and_bias(net, 5)
    X = torch.randn(4, 5)
    assert_close(net(X), X @ W + b, rtol=1e-3, atol=1e-4)


# train_softmax


def probabilities(X, W, b):
    return model(X.double(), W.detach().double(), b.detach().double())


# One input that is always 1 (or always 0): the model can learn how frequent each class is, and nothing else.
OFTEN = torch.tensor([0, 0, 0, 0, 0, 1, 1, 1, 2, 2])
FREQUENCIES = torch.tensor([[0.5, 0.3, 0.2]], dtype=torch.float64)

# Four points with three samples each, which no softmax regression can fit: each loss has a minimum of its own.
POINTS = torch.tensor([[-1.0, 0.0], [0.0, -1.0], [1.0, 0.0], [0.0, 1.0]]).repeat(3, 1)
CLASSES = torch.tensor([0, 1, 2, 0, 0, 1, 2, 1, 1, 2, 0, 2])


class Passes:
    """An iterable that counts how often it was read to its end."""

    def __init__(self, batches):
        self.batches = batches
        self.completed = 0

    def __iter__(self):
        yield from self.batches
        self.completed += 1


@graded(
    "train_softmax", "shapes and dtypes", points=1, hint="W is (d, q), b is (q,), both with the dtype of the batches."
)
@both_dtypes
def test_train_shapes(student, dtype):
    """Shapes and dtypes, with a batch of one and batches that lack the last classes."""
    batches = [
        (torch.randn(3, 5, dtype=dtype), torch.tensor([1, 0, 1])),
        (torch.randn(1, 5, dtype=dtype), torch.tensor([0])),
    ]
    W, b = student.train_softmax(batches, 5, 4, lr=0.1, num_epochs=2)
    assert (W.shape, b.shape) == ((5, 4), (4,))
    assert (W.dtype, b.dtype) == (dtype, dtype)


@graded(
    "train_softmax", "values", points=2, hint="One step is lr times the gradient of the batch's *mean* cross-entropy."
)
def test_train_step(student):
    """The length of a single step on equal samples."""
    X, y = torch.tensor([[1.0, 0.0]]).repeat(32, 1), torch.zeros(32, dtype=torch.int64)
    W, _ = student.train_softmax([(X, y)], 2, 10, lr=1000.0, num_epochs=1)
    # The step is lr (1 - p) long, p being the probability that the start gives to one of ten classes.
    assert 0.25 < W[0, 0].item() / 1000 < 1.25


@graded("train_softmax", "values", points=2, hint="`backward` adds to `.grad`: what must happen before each batch?")
def test_train_clears_gradients(student):
    """One batch moves the first input's weights, and the next thirty, where that input is 0, leave them alone."""
    first, others = torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.0]])
    batches = [(first, torch.tensor([0]))] + [(others, torch.tensor([1]))] * 30
    W, _ = student.train_softmax(batches, 2, 10, lr=1.0, num_epochs=1)
    # One step moves by less than lr, 31 equal ones by some 28 lr; a start of standard deviation 1 adds little.
    assert W[0, 0].item() < 15


@graded("train_softmax", "values", points=2, hint="Which loss, of what? Cross-entropy, with the softmax applied once.")
def test_train_minimises_cross_entropy(student):
    """Where training ends, the gradient of the mean cross-entropy in W is zero."""
    W, b = student.train_softmax([(POINTS, CLASSES)] * 10, 2, 3, lr=2.0, num_epochs=15)
    error = probabilities(POINTS, W, b) - F.one_hot(CLASSES, 3)
    assert_close(POINTS.double().T @ error / len(CLASSES), torch.zeros(2, 3, dtype=torch.float64), atol=1e-3)


@graded(
    "train_softmax", "values", points=1, hint="b is part of the model: does it enter the scores, and is it updated?"
)
def test_train_bias(student):
    """Where all inputs are 0, the bias learns how frequent the classes are."""
    X = torch.zeros(10, 2)
    W, b = student.train_softmax([(X, OFTEN)] * 10, 2, 3, lr=1.0, num_epochs=10)
    assert_close(probabilities(X[:1], W, b), FREQUENCIES, atol=0.02)


@graded("train_softmax", "values", points=0.5, hint="Each of the num_epochs epochs must train, the first one too.")
@pytest.mark.parametrize("num_epochs", [1, 100], ids=["one", "many"])
def test_train_epochs(student, num_epochs):
    """A hundred steps, in one epoch or in as many."""
    X = torch.ones(10, 1)
    batches = [(X, OFTEN)] * (100 // num_epochs)
    W, b = student.train_softmax(batches, 1, 3, lr=0.5, num_epochs=num_epochs)
    assert_close(probabilities(X[:1], W, b), FREQUENCIES, atol=0.02)


@graded("train_softmax", "values", points=1, hint="An epoch is one pass over train_iter: count your passes.")
def test_train_passes(student):
    """No pass too many over train_iter."""
    batches = student.put(Passes([(POINTS, CLASSES), (POINTS, CLASSES)]))
    student.train_softmax(batches, 2, 3, lr=0.1, num_epochs=3)
    assert batches.completed in (1, 3)  # 1: the batches were kept in a list


@graded(
    "train_softmax", "values", points=1, hint="The mean is over the samples of *this* batch: how many has the last one?"
)
def test_train_short_batch(student):
    """A short batch counts as much as a full one: each is a mean."""
    full = (torch.ones(8, 1), torch.tensor([0, 0, 0, 0, 0, 0, 1, 1]))
    short = (torch.ones(2, 1), torch.tensor([1, 1]))
    W, b = student.train_softmax([full, short], 1, 2, lr=0.1, num_epochs=60)
    # The two pull towards 3/4 and 0; steps of this length leave it within 0.03 of the middle.
    share = probabilities(torch.ones(1, 1), W, b)[0, 0].item()
    assert abs(share - 3 / 8) < 0.1


@graded("train_softmax", "values", points=1, hint=HINT_FLATTEN)
def test_train_images(student):
    """Batches of images are learned by heart."""
    X, y = torch.eye(4)[[0, 1, 3]], torch.tensor([2, 0, 1])
    W, b = student.train_softmax([(X.reshape(3, 1, 2, 2), y)], 4, 3, lr=1.0, num_epochs=60)
    assert torch.equal(probabilities(X, W, b).argmax(dim=1), y)


@graded("train_softmax", "values", points=1, hint=HINT_UNCHANGED)
def test_train_unchanged(student):
    """The batches stay as they were."""
    X, y = torch.randn(6, 4), torch.tensor([0, 1, 2, 0, 1, 2])
    with unchanged(X, y):
        student.train_softmax([(X, y)], 4, 3, lr=0.1, num_epochs=2)


@graded("train_softmax", "device", points=2, hint=HINT_DEVICE)
def test_train_device(on_device):
    """Batches on an accelerator; the weights come back from there."""
    X = torch.ones(10, 1)
    W, b = on_device.train_softmax([(X, OFTEN)] * 8, 1, 3, lr=1.0, num_epochs=5)
    assert_close(probabilities(X[:1], W, b), FREQUENCIES, atol=0.05)


@graded(
    "train_softmax",
    "training",
    points=4,
    hint="Too few test images are recognised. Do loss, gradients and updates each do what they should, batch by batch?",
    seconds=20.0,
)
def test_train_accuracy(student):
    """Accuracy on 1,000 test images after four epochs on 4,096."""
    train, test = data.load("train"), data.load("test")
    X, y = data.normalise(train.images), train.labels
    batches = list(zip(X.split(32), y.split(32), strict=True))
    W, b = student.train_softmax(batches, 784, 10, lr=0.01, num_epochs=4)
    predicted = probabilities(data.normalise(test.images), W, b).argmax(dim=1)
    # Right programs score 0.794 or more (50 seeds), most wrong ones below 0.68.
    assert (predicted == test.labels).double().mean() > 0.72
