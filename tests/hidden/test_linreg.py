"""Hidden suite of topic 3, linear regression.

Training is random in its order and in its start, so the tests of train_linreg look at cases where neither matters:
full batches, equal samples, or features in which each sample has a weight of its own. Large labels drown the start.

Plain training may minimise the mean of squared_loss or, as the notes' short version with nn.MSELoss does, twice that.
With weight decay the contract fixes the loss, so there the factor one half counts.
"""

import pytest
import torch

from grader.suite import assert_close, assert_same_gradients, fetch, graded, is_module, non_contiguous, unchanged

FORBIDDEN = {"linreg_gradient": ["autograd"]}

DTYPES = pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=["float32", "float64"])


def problem(n, d, dtype=torch.float64):
    """Features (n, d), weights (d, 1), a bias (1,) and labels (n, 1), all random."""
    return tuple(torch.randn(*shape, dtype=dtype) for shape in [(n, d), (d, 1), (1,), (n, 1)])


def transposed(x):
    """x with its entries in column order, where view does not flatten."""
    return x.T.contiguous().T


def assert_entries(actual, expected, **tolerances):
    """The entries of expected, in whatever shape and dtype: these have tests of their own."""
    entries = torch.as_tensor(actual, dtype=expected.dtype).reshape(-1)
    assert_close(entries, expected.reshape(-1), **tolerances)


# linreg


@graded("linreg", "values", points=2, hint="Each prediction is the sum of features times weights, plus the bias.")
@DTYPES
def test_linreg_values(student, dtype):
    """Predictions of a few samples, in both precisions."""
    X, w, b, _ = problem(5, 3, dtype)
    assert_entries(student.linreg(X, w, b), X @ w + b)


@graded(
    "linreg", "shapes and dtypes", points=1, hint="Predictions are a column (n, 1): with one sample or one feature too?"
)
def test_linreg_sizes_of_one(student):
    """One sample, one feature, and both."""
    for n, d in [(1, 3), (4, 1), (1, 1)]:
        X, w, b, _ = problem(n, d)
        assert_close(student.linreg(X, w, b), X @ w + b)


@graded("linreg", "shapes and dtypes", points=1, hint="The features may be a slice or a transpose: view needs more.")
def test_linreg_non_contiguous(student):
    """Features and weights in strided memory."""
    X, w, b, _ = problem(5, 3)
    assert_close(student.linreg(transposed(X), non_contiguous(w), b), X @ w + b)


@graded("linreg", "gradients", points=2, hint="Did .data, detach, item or a new tensor cut the graph?")
def test_linreg_gradients(student):
    """Gradients in the features, the weights and the bias."""
    X, w, b, _ = problem(5, 3)
    assert_same_gradients(student.linreg, lambda X, w, b: X @ w + b, X, w, b)


@graded("linreg", "memory", points=1, hint="An in-place operator has changed an argument of the caller's.")
def test_linreg_leaves_arguments(student):
    """Features, weights and bias are as before."""
    X, w, b, _ = problem(5, 3)
    with unchanged(X, w, b):
        student.linreg(X, w, b)


@graded("linreg", "device", points=1, hint="Are new tensors made on the device of X?")
def test_linreg_device(on_device):
    """Predictions on the inputs' device."""
    X, w, b, _ = problem(5, 3, torch.float32)
    assert_close(on_device.linreg(X, w, b), X @ w + b)


# squared_loss


@graded("squared_loss", "values", points=2, hint="One loss a sample: half the square of prediction minus label.")
@DTYPES
def test_loss_values(student, dtype):
    """Losses of labels in a column, in both precisions."""
    y_hat, y = torch.randn(5, 1, dtype=dtype), torch.randn(5, 1, dtype=dtype)
    assert_entries(student.squared_loss(y_hat, y), (y_hat - y) ** 2 / 2)


@graded(
    "squared_loss",
    "shapes and dtypes",
    points=3,
    hint="Flat labels too give losses in y_hat's shape. What does broadcasting make of (n, 1) minus (n,)?",
)
def test_loss_flat_labels(student):
    """Labels (n,) against predictions (n, 1)."""
    y_hat, y = torch.randn(5, 1), torch.randn(5)
    assert_close(student.squared_loss(y_hat, y), (y_hat - y.reshape(5, 1)) ** 2 / 2)


@graded("squared_loss", "shapes and dtypes", points=1, hint="The loss of one sample is still of y_hat's shape.")
def test_loss_one_sample(student):
    """One sample, its label in a column and flat."""
    y_hat = torch.randn(1, 1)
    for y in (torch.randn(1, 1), torch.randn(1)):
        assert_close(student.squared_loss(y_hat, y), (y_hat - y) ** 2 / 2)


@graded("squared_loss", "shapes and dtypes", points=1, hint="Predictions and labels may be slices: strided memory.")
def test_loss_non_contiguous(student):
    """Predictions and labels in strided memory."""
    y_hat, y = torch.randn(5, 1), torch.randn(5)
    losses = student.squared_loss(non_contiguous(y_hat), non_contiguous(y))
    assert_close(losses, (y_hat - y.reshape(5, 1)) ** 2 / 2)


@graded("squared_loss", "gradients", points=2, hint="Did .data, detach, item or a new tensor cut the graph?")
def test_loss_gradients(student):
    """Gradients in the predictions and in the labels."""
    y_hat, y = torch.randn(5, 1, dtype=torch.float64), torch.randn(5, 1, dtype=torch.float64)
    assert_same_gradients(student.squared_loss, lambda y_hat, y: (y_hat - y) ** 2 / 2, y_hat, y)


@graded("squared_loss", "memory", points=2, hint="Values or shape of an argument changed: look for in-place operators.")
def test_loss_leaves_arguments(student):
    """Predictions and flat labels keep their values and shapes."""
    y_hat, y = torch.randn(5, 1), torch.randn(5)
    with unchanged(y_hat, y):
        student.squared_loss(y_hat, y)
    assert y_hat.shape == (5, 1) and y.shape == (5,)


@graded("squared_loss", "device", points=1, hint="Are new tensors made on the device of y_hat?")
def test_loss_device(on_device):
    """Losses on the inputs' device."""
    y_hat, y = torch.randn(5, 1), torch.randn(5, 1)
    assert_close(on_device.squared_loss(y_hat, y), (y_hat - y) ** 2 / 2)


# l2_penalty


@graded("l2_penalty", "values", points=1, hint="Half the sum of the squares: no root, no mean.")
@DTYPES
def test_penalty_values(student, dtype):
    """The penalty of a few weights, in both precisions."""
    w = torch.randn(5, 1, dtype=dtype)
    assert_entries(student.l2_penalty(w), (w**2).sum() / 2)


@graded("l2_penalty", "shapes and dtypes", points=1, hint="A scalar is a 0-dim tensor, with the dtype of w.")
@pytest.mark.parametrize("d", [1, 5])
def test_penalty_is_scalar(student, d):
    """A 0-dim tensor of w's dtype, for one weight and for several."""
    w = torch.randn(d, 1, dtype=torch.float64)
    penalty = student.l2_penalty(w)
    assert isinstance(penalty, torch.Tensor)
    assert penalty.shape == () and penalty.dtype == torch.float64


@graded("l2_penalty", "gradients", points=1, hint="Did .data, detach or item cut the graph? w must feel the penalty.")
def test_penalty_gradient(student):
    """The gradient in the weights."""
    assert_same_gradients(student.l2_penalty, lambda w: (w**2).sum() / 2, torch.randn(5, 1, dtype=torch.float64))


@graded(
    "l2_penalty", "gradients", points=1, hint="Weights may start at zero: what is the slope of a square root there?"
)
def test_penalty_gradient_at_zero(student):
    """The gradient at zero weights is finite and right."""
    assert_same_gradients(student.l2_penalty, lambda w: (w**2).sum() / 2, torch.zeros(3, 1, dtype=torch.float64))


@graded("l2_penalty", "memory", points=1, hint="An in-place operator has changed the caller's weights.")
def test_penalty_leaves_weights(student):
    """The weights are as before."""
    w = torch.randn(5, 1)
    with unchanged(w):
        student.l2_penalty(w)


@graded("l2_penalty", "device", points=1, hint="Are new tensors made on the device of w?")
def test_penalty_device(on_device):
    """The penalty on the weights' device."""
    w = torch.randn(5, 1)
    assert_close(on_device.l2_penalty(w), (w**2).sum() / 2)


# linreg_gradient


def mean_loss_gradient(X, w, b, y):
    """The gradient of the mean half squared error, y in a column."""
    error = X @ w + b - y
    return X.T @ error / len(X), error.mean(dim=0)


@graded(
    "linreg_gradient", "values", points=2, hint="Prediction minus label, times the features, averaged over the samples."
)
@DTYPES
def test_gradient_weights(student, dtype):
    """The gradient in the weights, in both precisions."""
    X, w, b, y = problem(5, 3, dtype)
    dw, _ = student.linreg_gradient(X, w, b, y)
    assert_entries(dw, mean_loss_gradient(X, w, b, y)[0])


@graded(
    "linreg_gradient", "values", points=1, hint="The bias has the input 1 in every sample: average the plain error."
)
@DTYPES
def test_gradient_bias(student, dtype):
    """The gradient in the bias, in both precisions."""
    X, w, b, y = problem(5, 3, dtype)
    _, db = student.linreg_gradient(X, w, b, y)
    assert_entries(db, mean_loss_gradient(X, w, b, y)[1])


@graded(
    "linreg_gradient",
    "shapes and dtypes",
    points=3,
    hint="Which shape has an (n, 1) minus an (n,) tensor? Broadcasting!",
)
def test_gradient_flat_labels(student):
    """Labels (n,) give the gradient of the same labels in a column."""
    X, w, b, y = problem(5, 3)
    dw, db = student.linreg_gradient(X, w, b, y.flatten())
    expected_dw, expected_db = mean_loss_gradient(X, w, b, y)
    assert_entries(dw, expected_dw)
    assert_entries(db, expected_db)


@graded("linreg_gradient", "shapes and dtypes", points=1, hint="A gradient has its parameter's shape: (d, 1) and (1,).")
def test_gradient_shapes(student):
    """dw has the shape of w and db that of b."""
    X, w, b, y = problem(5, 3)
    dw, db = student.linreg_gradient(X, w, b, y)
    assert dw.shape == (3, 1)
    assert db.shape == (1,)


@graded("linreg_gradient", "shapes and dtypes", points=1, hint="Does a squeeze drop a dimension that is needed?")
def test_gradient_sizes_of_one(student):
    """One sample, one feature, and both."""
    for n, d in [(1, 3), (4, 1), (1, 1)]:
        X, w, b, y = problem(n, d)
        dw, db = student.linreg_gradient(X, w, b, y)
        expected_dw, expected_db = mean_loss_gradient(X, w, b, y)
        assert_close(dw, expected_dw)
        assert_close(db, expected_db)


@graded(
    "linreg_gradient", "shapes and dtypes", points=1, hint="The arguments may be slices: view needs contiguous ones."
)
def test_gradient_non_contiguous(student):
    """Features, weights and labels in strided memory."""
    X, w, b, y = problem(5, 3)
    dw, db = student.linreg_gradient(transposed(X), non_contiguous(w), b, non_contiguous(y))
    expected_dw, expected_db = mean_loss_gradient(X, w, b, y)
    assert_close(dw, expected_dw)
    assert_close(db, expected_db)


@graded("linreg_gradient", "memory", points=2, hint="An in-place operator has changed an argument of the caller's.")
def test_gradient_leaves_arguments(student):
    """Features, weights, bias and labels are as before."""
    X, w, b, y = problem(5, 3)
    with unchanged(X, w, b, y):
        student.linreg_gradient(X, w, b, y)


@graded("linreg_gradient", "device", points=2, hint="Are new tensors made on the device of X?")
def test_gradient_device(on_device):
    """Both gradients on the inputs' device."""
    X, w, b, y = problem(5, 3, torch.float32)
    dw, db = on_device.linreg_gradient(X, w, b, y)
    expected_dw, expected_db = mean_loss_gradient(X, w, b, y)
    assert_close(dw, expected_dw)
    assert_close(db, expected_db)


# sgd


def parameter(*shape, dtype=torch.float32):
    """A random leaf with a random gradient."""
    p = torch.randn(*shape, dtype=dtype, requires_grad=True)
    p.grad = torch.randn(*shape, dtype=dtype)
    return p


class View:
    """A second tensor on the memory of p, to be made where p is."""

    def __init__(self, p):
        self.values = p.detach()


@graded("sgd", "values", points=2, hint="p moves against its gradient by lr times the batch's average, in place.")
@DTYPES
def test_sgd_step(student, dtype):
    """One step of one parameter, in both precisions."""
    p = parameter(4, 1, dtype=dtype)
    expected = p.detach() - 0.3 * p.grad / 7
    student.sgd([p], 0.3, 7)
    assert_close(p.detach(), expected)


@graded("sgd", "values", points=1, hint="Is every parameter of the list updated, each by its own gradient?")
def test_sgd_all_parameters(student):
    """Weights, bias and a parameter of one entry together."""
    params = [parameter(3, 2), parameter(2), parameter(1, 1)]
    expected = [p.detach() - 0.5 * p.grad / 4 for p in params]
    student.sgd(params, 0.5, 4)
    for p, value in zip(params, expected, strict=True):
        assert_close(p.detach(), value)


@graded("sgd", "values", points=1, hint="A second step starts from where the first one ended.")
def test_sgd_two_steps(student):
    """Two steps with the same gradient and different arguments."""
    p = parameter(3, 1, dtype=torch.float64)
    expected = p.detach() - 0.3 * p.grad / 2 - 0.1 * p.grad / 5
    student.sgd([p], 0.3, 2)
    student.sgd([p], 0.1, 5)
    assert_close(p.detach(), expected)


@graded("sgd", "values", points=1, hint="Flattening a strided parameter fails or updates a copy. Is it needed?")
def test_sgd_non_contiguous(student):
    """A parameter and a gradient in strided memory."""
    p = torch.randn(3, 2).T.requires_grad_()
    p.grad = torch.randn(3, 2).T
    expected = p.detach() - 0.5 * p.grad / 4
    student.sgd([p], 0.5, 4)
    assert_close(p.detach(), expected)


@graded("sgd", "memory", points=3, hint="p must be written in place: neither a new tensor nor new memory behind .data.")
def test_sgd_same_memory(student):
    """Whoever holds another view of the parameter sees the step."""
    p = parameter(3, 1)
    expected = p.detach() - 0.5 * p.grad / 4
    held = student.put(p)
    view = student.put(View)(held)
    student.sgd([held], 0.5, 4)
    assert_close(fetch(held).detach(), expected)
    assert_close(view.values, expected)


@graded("sgd", "memory", points=2, hint="The gradient is the caller's: sgd reads .grad and leaves it as it was.")
def test_sgd_leaves_gradients(student):
    """Every .grad is there after the step, with its values."""
    params = [parameter(3, 1), parameter(1)]
    before = [p.grad.clone() for p in params]
    student.sgd(params, 0.5, 4)
    for p, grad in zip(params, before, strict=True):
        assert p.grad is not None
        assert_close(p.grad, grad, rtol=0, atol=0)


@graded(
    "sgd", "memory", points=1, hint="Autograd must not record the step, and p must still ask for gradients after it."
)
def test_sgd_stays_a_leaf(student):
    """The parameter is a leaf that requires gradients, as before."""
    held = student.put(parameter(3, 1))
    student.sgd([held], 0.5, 4)
    assert held.is_leaf
    assert held.requires_grad


@graded("sgd", "memory", points=1, hint="A function that works in place gives nothing back: its result is None.")
def test_sgd_returns_none(student):
    """The result is None."""
    assert student.sgd([parameter(3, 1)], 0.5, 4) is None


@graded("sgd", "device", points=2, hint="The step needs no tensor but p and its gradient: is one made on the CPU?")
def test_sgd_device(on_device):
    """A step of parameters on a device."""
    p = parameter(3, 1)
    expected = p.detach() - 0.5 * p.grad / 4
    on_device.sgd([p], 0.5, 4)
    assert_close(p.detach(), expected)


# train_linreg

LARGE = 1e4


def training_data(n, d, dtype=torch.float32):
    """Features in [-1, 1] and large labels (n, 1), so that steps are large too and a start near zero hardly counts."""
    return 2 * torch.rand(n, d, dtype=dtype) - 1, LARGE * (1 + torch.rand(n, 1, dtype=dtype))


def centred(x):
    return x - x.mean(dim=0)


def descend(X, y, lr, steps, weight_decay=0.0, factor=1):
    """(w, b) after full-batch steps from zero on `factor` times the mean half squared error, plus the penalty."""
    w, b = X.new_zeros(X.shape[1], 1), X.new_zeros(1)
    for _ in range(steps):
        dw, db = mean_loss_gradient(X, w, b, y)
        w, b = w - lr * (factor * dw + weight_decay * w), b - lr * factor * db
    return w, b


def assert_near(actual, *expected):
    """One of the expected values, up to the start.

    lr times the largest curvature is below 2 in every test here, so no step enlarges the difference that the start has
    made. An entry of a start from N(0, 0.01²) exceeds 0.1 with a probability below 1e-22.
    """
    entries = torch.as_tensor(actual, dtype=expected[0].dtype).detach().reshape(-1)
    assert len(entries) == expected[0].numel()
    closest = min(expected, key=lambda other: (entries - other.reshape(-1)).abs().max().item())
    assert_entries(entries, closest, rtol=1e-4, atol=0.5)


def assert_trained(result, X, y, lr, steps):
    """w and b lie where full-batch descent ends, on the mean of squared_loss or on twice that."""
    ends = [descend(X, y, lr, steps, factor=factor) for factor in (1, 2)]
    for actual, expected in zip(result, zip(*ends, strict=True), strict=True):
        assert_near(actual, *expected)


@graded("train_linreg", "training", points=1, hint="One full batch is one step of lr along the mean gradient: check w.")
@pytest.mark.parametrize("lr", [0.05, 0.2])
def test_train_one_step(student, lr):
    """The weights after one step on one full batch, for two learning rates."""
    X, y = training_data(5, 3)
    w, _ = student.train_linreg(X, y, lr=lr, num_epochs=1, batch_size=5)
    assert_near(w, *(descend(X, y, lr, 1, factor=factor)[0] for factor in (1, 2)))


@graded("train_linreg", "training", points=2, hint="Is the bias a parameter too, updated with every step?")
def test_train_bias(student):
    """The bias after one step on features that are all zero."""
    X, y = torch.zeros(5, 2), training_data(5, 2)[1]
    _, b = student.train_linreg(X, y, lr=0.1, num_epochs=1, batch_size=5)
    assert_near(b, *(descend(X, y, 0.1, 1, factor=factor)[1] for factor in (1, 2)))


@graded(
    "train_linreg", "training", points=2, hint="backward adds to .grad: is it emptied, for w and b, after every step?"
)
def test_train_several_epochs(student):
    """Weights and bias after four epochs of one full batch each."""
    X, y = training_data(5, 3)
    assert_trained(student.train_linreg(X, y, lr=0.1, num_epochs=4, batch_size=5), X, y, 0.1, 4)


def steps_of_own_weights(student, n, batch_size):
    """How far one epoch moved each of n weights, in units of lr times its label; sample j alone has the feature j.

    The loss of a sample is its label's square, nearly: the start and the bias change the steps by less than 1 %.
    """
    lr, y = 1e-4, 1e6 * torch.arange(1.0, n + 1).reshape(n, 1)
    w, _ = student.train_linreg(torch.eye(n), y, lr=lr, num_epochs=1, batch_size=batch_size)
    assert w.numel() == n
    return (w.detach().reshape(n) / (lr * y.reshape(n))).sort().values


def assert_steps(steps, expected):
    """The steps of the mean of squared_loss, or of twice that."""
    factor = 1 if steps.max() < 1.5 * max(expected) else 2
    assert_close(steps, factor * torch.tensor(sorted(expected)), rtol=0.03, atol=0)


@graded(
    "train_linreg", "training", points=1, hint="A batch with fewer samples is averaged over its own number of them."
)
@pytest.mark.parametrize(("n", "batch_size", "sizes"), [(5, 3, [3, 2]), (4, 9, [4])], ids=["last", "only"])
def test_train_short_batch(student, n, batch_size, sizes):
    """A short last batch, and a batch size larger than the data."""
    steps = steps_of_own_weights(student, n, batch_size)
    assert_steps(steps, [1 / size for size in sizes for _ in range(size)])


@graded(
    "train_linreg", "training", points=2, hint="An epoch takes each sample once, with its own label. Are any left out?"
)
def test_train_every_sample(student):
    """Each sample moves its own weight once in an epoch."""
    assert_steps(steps_of_own_weights(student, 12, 2), [1 / 2] * 12)


@graded(
    "train_linreg", "training", points=1, hint="How many steps does one epoch take? One for every batch_size samples."
)
def test_train_number_of_steps(student):
    """Six equal samples in batches of two: the order cannot matter, the number of steps does."""
    X, y = torch.ones(6, 1), torch.full((6, 1), LARGE)
    assert_trained(student.train_linreg(X, y, lr=0.1, num_epochs=1, batch_size=2), X, y, 0.1, 3)


@graded("train_linreg", "training", points=1, hint="Compare your default arguments with those of the statement.")
def test_train_defaults(student):
    """Training on equal samples without further arguments."""
    X, y = torch.ones(30, 1), torch.full((30, 1), LARGE)
    assert_trained(student.train_linreg(X, y), X, y, 0.03, 9)


@graded(
    "train_linreg",
    "training",
    points=2,
    hint="The loss is the mean of squared_loss (with its one half) plus weight_decay times l2_penalty(w).",
)
def test_train_weight_decay(student):
    """Weights under decay, on centred data, where the bias stays out of it."""
    X, y = (centred(x) for x in training_data(4, 2))
    w, _ = student.train_linreg(X, y, lr=0.2, num_epochs=4, batch_size=4, weight_decay=0.8)
    assert_near(w, descend(X, y, 0.2, 4, weight_decay=0.8)[0])


@graded(
    "train_linreg",
    "training",
    points=1,
    hint="Every batch's mean loss gets the whole penalty, whatever the batch size.",
)
def test_train_decay_each_batch(student):
    """Weights under decay after six steps of two equal samples."""
    X, y = torch.ones(6, 1), torch.full((6, 1), LARGE)
    w, _ = student.train_linreg(X, y, lr=0.1, num_epochs=2, batch_size=2, weight_decay=0.8)
    assert_near(w, descend(X, y, 0.1, 6, weight_decay=0.8)[0])


@graded("train_linreg", "training", points=1, hint="l2_penalty is taken of w alone: the bias must not decay.")
def test_train_decay_spares_bias(student):
    """The bias grows under weight decay as it does without."""
    X, y = torch.zeros(4, 2), training_data(4, 2)[1]
    _, b = student.train_linreg(X, y, lr=0.2, num_epochs=3, batch_size=4, weight_decay=0.8)
    assert_near(b, *(descend(X, y, 0.2, 3, factor=factor)[1] for factor in (1, 2)))


@graded("train_linreg", "training", points=1, hint="With a tiny learning rate w and b stay at the start: near zero?")
def test_train_start(student):
    """Weights and bias begin near zero, in each of twenty runs."""
    # The bound is 50 standard deviations of N(0, 0.01²); a default nn.Linear(1, 1) keeps all below it with p = 1e-12.
    for _ in range(20):
        w, b = student.train_linreg(torch.ones(1, 1), torch.zeros(1, 1), lr=1e-9, num_epochs=1, batch_size=1)
        assert w.detach().abs().max() < 0.5
        assert b.detach().abs().max() < 0.5


@graded(
    "train_linreg", "training", points=1, hint="On data without noise, one long epoch of small batches finds w and b."
)
def test_train_recovers_weights(student):
    """The true weights and bias of 350 samples without noise."""
    # One epoch makes 70 steps, each on 5 fresh samples with inputs x̃ = (x₁, x₂, 1). A step turns the error e, that is
    # (w, b) − truth, into (I − lr H) e, where H is the mean of x̃ x̃ᵀ. As E H = I and E H² ≤ 9/5, E|e|² shrinks to at
    # most 1 − 2 lr + 9/5 lr² of it: 0.562 for lr = 0.3, 0.448 for twice that (nn.MSELoss). From |e|² < 36 that leaves
    # E|e|² < 36 · 0.562⁷⁰ < 2e-16, so |e| exceeds 1e-3 with a probability below 2e-10. Rounding adds less than 1e-4.
    X, w, b = torch.randn(350, 2), torch.tensor([[2.0], [-3.4]]), torch.tensor([4.2])
    result = student.train_linreg(X, X @ w + b, lr=0.3, num_epochs=1, batch_size=5)
    for actual, expected in zip(result, (w, b), strict=True):
        assert_entries(actual, expected, rtol=0, atol=2e-3)


@graded(
    "train_linreg", "shapes and dtypes", points=1, hint="Labels may be (n,): what does broadcasting make of the loss?"
)
def test_train_flat_labels(student):
    """Labels (n,) train to the same weights and bias as a column does."""
    X, y = training_data(5, 3)
    assert_trained(student.train_linreg(X, y.flatten(), lr=0.1, num_epochs=2, batch_size=5), X, y, 0.1, 2)


@graded("train_linreg", "shapes and dtypes", points=1, hint="Parameters have the features' dtype, w (d, 1), b (1,).")
def test_train_dtype(student):
    """Shapes and dtypes of weights and bias fitted to float64 data."""
    w, b = student.train_linreg(*training_data(5, 3, torch.float64), lr=0.1, num_epochs=1, batch_size=2)
    assert w.shape == (3, 1) and b.shape == (1,)
    assert w.dtype == b.dtype == torch.float64


@graded(
    "train_linreg", "shapes and dtypes", points=1, hint="Train on one sample of one feature: does a shape get lost?"
)
def test_train_one_sample(student):
    """One sample with one feature, its label in a column and flat."""
    X, y = training_data(1, 1)
    for labels in (y, y.flatten()):
        assert_trained(student.train_linreg(X, labels, lr=0.1, num_epochs=2, batch_size=1), X, y, 0.1, 2)


@graded(
    "train_linreg", "shapes and dtypes", points=1, hint="Features and labels may be slices: view needs contiguous ones."
)
def test_train_non_contiguous(student):
    """Features and labels in strided memory."""
    X, y = training_data(5, 3)
    result = student.train_linreg(transposed(X), non_contiguous(y), lr=0.1, num_epochs=2, batch_size=5)
    assert_trained(result, X, y, 0.1, 2)


@graded("train_linreg", "memory", points=1, hint="Training must leave the caller's features and labels as they are.")
def test_train_leaves_data(student):
    """Features and flat labels keep their values, order and shapes."""
    X, y = training_data(5, 3)
    y = y.flatten()
    with unchanged(X, y):
        student.train_linreg(X, y, lr=0.1, num_epochs=2, batch_size=2)
    assert X.shape == (5, 3) and y.shape == (5,)


@graded("train_linreg", "device", points=1, hint="Parameters and indices must be where the features are.")
def test_train_device(on_device):
    """Weights and bias on the data's device."""
    X, y = training_data(5, 3)
    assert_trained(on_device.train_linreg(X, y, lr=0.1, num_epochs=2, batch_size=5), X, y, 0.1, 2)


# linreg_net

NUM_INPUTS = 10_000  # enough weights to tell distributions apart


def bias_and_weight(tensors, d):
    """A bias of one entry and a weight of d, both flat, found by their sizes."""
    flat = sorted((t.detach().flatten() for t in tensors), key=len)
    assert [len(t) for t in flat] == [1, d]
    return flat


def drawn_weights(student):
    """The many weights of a fresh net."""
    weights = [p for p in student.linreg_net(NUM_INPUTS).parameters() if p.numel() == NUM_INPUTS]
    assert len(weights) == 1
    return weights[0].detach().flatten().double()


@graded("linreg_net", "values", points=2, hint="The module computes X w + b from its own parameters, and nothing else.")
def test_net_values(student):
    """Outputs follow the registered parameters, whatever values these are given."""
    net, X = student.linreg_net(3), torch.randn(5, 3)
    net.load_state_dict({name: torch.randn_like(value) for name, value in net.state_dict().items()})
    bias, weight = bias_and_weight(net.parameters(), 3)
    assert_close(net(X).detach(), X @ weight.reshape(3, 1) + bias)


@graded("linreg_net", "values", points=1, hint="The bias starts at zero, not at random.")
def test_net_bias(student):
    """A fresh net gives zero for features that are all zero."""
    for _ in range(3):
        assert_close(student.linreg_net(4)(torch.zeros(2, 4)).detach().flatten(), torch.zeros(2), rtol=0, atol=0)


@graded("linreg_net", "shapes and dtypes", points=1, hint="One prediction a sample, in a column: (n, 1).")
@pytest.mark.parametrize(("n", "d"), [(5, 3), (1, 1)])
def test_net_shape(student, n, d):
    """Outputs (n, 1) in float32, also for one sample of one feature."""
    y_hat = student.linreg_net(d)(torch.randn(n, d))
    assert y_hat.shape == (n, 1)
    assert y_hat.dtype == torch.float32


@graded("linreg_net", "shapes and dtypes", points=1, hint="A module with two parameters: d weights and one bias.")
def test_net_parameters(student):
    """An nn.Module whose parameters are a weight of d entries and a bias."""
    net = student.linreg_net(3)
    assert is_module(net)
    bias_and_weight(net.parameters(), 3)


@graded("linreg_net", "gradients", points=2, hint="Do all parameters require gradients, and does backward reach them?")
def test_net_gradients(student):
    """Backward from the outputs fills every parameter's gradient."""
    net, X = student.linreg_net(3), torch.randn(5, 3)
    net(X).sum().backward()
    grads = [p.grad for p in net.parameters()]
    assert all(grad is not None for grad in grads)
    bias, weight = bias_and_weight(grads, 3)
    assert_close(weight, X.sum(dim=0))
    assert_close(bias, torch.tensor([5.0]))


@graded(
    "linreg_net", "randomness", points=1, hint="0.01 is the standard deviation: neither the variance nor a default."
)
def test_net_deviation(student):
    """The weights' standard deviation."""
    # The root mean square of 10,000 normal entries deviates by 1/√20000 = 0.7 %: 6 % are 8.5 deviations.
    deviation = drawn_weights(student).square().mean().sqrt()
    assert 0.0094 < deviation < 0.0106


@graded("linreg_net", "randomness", points=1, hint="The weights are drawn around zero.")
def test_net_mean(student):
    """The weights' mean, in units of their own spread."""
    # The mean of 10,000 entries has a deviation of 1/√10000 = 0.01 of theirs: 0.07 are 7 deviations, probability 3e-12.
    weights = drawn_weights(student)
    assert weights.mean().abs() < 0.07 * weights.std()


@graded("linreg_net", "randomness", points=1, hint="The weights follow a normal distribution, not another one.")
def test_net_normal(student):
    """The share of weights beyond two of their own standard deviations."""
    # 4.55 % of a normal distribution, 0 % of a uniform one. Of 10,000 entries that share deviates by 0.21 %, so it
    # leaves (3 %, 6.1 %) with 7.4 deviations, probability below 1e-11: less, as the sample's own spread moves along.
    weights = drawn_weights(student)
    share = (weights.abs() > 2 * weights.square().mean().sqrt()).double().mean()
    assert 0.03 < share < 0.061


@graded(
    "linreg_net", "randomness", points=1, hint="Two nets start from different weights: is something seeded or fixed?"
)
def test_net_fresh_weights(student):
    """Two nets have different weights."""
    first, second = drawn_weights(student), drawn_weights(student)
    assert not torch.equal(first, second)
