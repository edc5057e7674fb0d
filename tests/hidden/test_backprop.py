"""Hidden suite of topic 8, backpropagation by hand.

The reference gradients come from autograd, in float64, in the trusted process. Sizes are unequal, except where a test
wants them equal: there a forgotten transpose still fits, and only the values tell. Values are compared flat, so that a
wrong shape costs the points for shapes alone.
"""

import pytest
import torch
import torch.nn.functional as F

from grader.suite import assert_close, graded, non_contiguous, unchanged

BY_HAND = ["autograd", "*_backward*"]
FORBIDDEN = {
    "forward": BY_HAND,
    "objective": BY_HAND,
    "backward": BY_HAND,
    "linear_backward": BY_HAND,
    "relu_backward": BY_HAND,
    "sigmoid_backward": BY_HAND,
    "softmax_cross_entropy_backward": BY_HAND,
    "mlp_backward": BY_HAND,
    "numerical_gradient": BY_HAND,
}

SIZES = (2, 5, 3, 4)  # d, h, q, n: all different, and q not 2, or a forgotten half looks like a mean over outputs
ONE_SAMPLE = (2, 5, 3, 1)
SQUARE = (4, 4, 4, 4)
ALL_ONE = (1, 1, 1, 1)

TALL = [2, 0, 1, 1, 0, 2, 0]  # labels for 3 classes
ABSENT = [0, 2, 1]  # for 5 classes: the last two never occur
SQUARE_LABELS = [1, 3, 0, 1]  # for 4 classes

both_dtypes = pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=["float32", "float64"])

HINT_COLUMNS = "With as many samples as inputs every transpose fits: W1 x, with one sample a column of x."
HINT_DEVICE = "What you create (zeros, arange, masks) must lie on the inputs' device, and so must every result."
HINT_DTYPE = "Every result has the dtype of the inputs, be it float32 or float64."
HINT_KINK = "Where the ReLU's input is exactly 0, its derivative counts as 0."
HINT_ONE_SAMPLE = "A batch of one is a batch: its dim stays, and sums run over it."
HINT_OVERFLOW = "exp of a large score is infinite: subtract something from the row that leaves the result as it is."
HINT_ROW_SCALE = "Rows may differ widely in size: each needs its own shift."
HINT_SHAPES = "A gradient has the shape of what it is the gradient in, also where a size is 1."
HINT_SQUARE = "With equal sizes a wrong or forgotten transpose still multiplies: which rows meet which columns?"
HINT_STRIDED = "A transposed or sliced input is not contiguous: `view` fails there, `reshape` and `.T` do not."
HINT_UNCHANGED = "Your function writes into the caller's tensor: which operation of yours works in place?"
HINT_VANISHING = "A probability may round to 0 while its logarithm is an ordinary number: stay on the log scale."


def network(sizes, dtype=torch.float64):
    """Random x (d, n), y (q, n), W1 (h, d), W2 (q, h). No z is so near 0 that rounding could switch its ReLU."""
    d, h, q, n = sizes
    while True:
        x, y, W1, W2 = (torch.randn(*shape, dtype=dtype) for shape in [(d, n), (q, n), (h, d), (q, h)])
        if (W1 @ x).abs().min() > 1e-3:
            return x, y, W1, W2


def perceptron(sizes, dtype=torch.float64):
    """Random X (n, d), labels (n,) and [W1, b1, W2, b2], samples as rows. No z is near 0."""
    d, h, q, n = sizes
    y = torch.randint(q, (n,))
    while True:
        X, *params = (torch.randn(*shape, dtype=dtype) for shape in [(n, d), (d, h), (h,), (h, q), (q,)])
        if (X @ params[0] + params[1]).abs().min() > 1e-3:
            return X, y, params


def layer(n, d, q, dtype=torch.float64):
    """Random dout (n, q), X (n, d), W (d, q)."""
    return tuple(torch.randn(*shape, dtype=dtype) for shape in [(n, q), (n, d), (d, q)])


def logits_and_labels(labels, num_classes, dtype=torch.float64):
    return 2 * torch.randn(len(labels), num_classes, dtype=dtype), torch.tensor(labels)


def large(dtype):
    """Rows of scores near 1e4, the label's among them."""
    return torch.tensor([[1e4, 9999.0, 9998.0], [9998.0, 1e4, 1e4]], dtype=dtype), torch.tensor([2, 0])


def far_apart(dtype):
    """Rows in which the label's score is some 1e4 or 2e4 below the largest: its probability rounds to 0."""
    return torch.tensor([[0.0, -1e4, 1.0], [1e4, 0.0, -1e4], [1e4, 2.0, 1e4]], dtype=dtype), torch.tensor([1, 2, 1])


def unlike_rows(dtype):
    """Rows near 1e4, near 0 and near -1e4; within a row the scores are close."""
    rows = [[1e4, 9999.0, 9998.0], [0.5, -1.0, 1.0], [-9999.0, -1e4, -9999.0]]
    return torch.tensor(rows, dtype=dtype), torch.tensor([0, 2, 1])


def transposed(matrix):
    """Equal values, column after column in memory."""
    return matrix.T.contiguous().T


def activations(x, W1, W2):
    z = W1 @ x
    return z, z.relu(), W2 @ z.relu()


def loss_of(o, y):
    return (o - y).square().sum() / 2 / o.shape[1]


def penalty_of(W1, W2, lambd):
    return lambd / 2 * (W1.square().sum() + W2.square().sum())


def gradients(f, *inputs):
    """The gradients of the scalar f in its inputs, found in float64 and given in the inputs' dtype."""
    leaves = [tensor.double().requires_grad_() for tensor in inputs]
    return [g.to(tensor.dtype) for g, tensor in zip(torch.autograd.grad(f(*leaves), leaves), inputs, strict=True)]


def network_gradients(x, y, W1, W2, lambd):
    def J(W1, W2):
        return loss_of(activations(x.double(), W1, W2)[2], y.double()) + penalty_of(W1, W2, lambd)

    return gradients(J, W1, W2)


def layer_gradients(dout, X, W):
    b = torch.zeros(W.shape[1], dtype=W.dtype)
    return gradients(lambda X, W, b: (dout.double() * (X @ W + b)).sum(), X, W, b)


def perceptron_gradients(X, y, params):
    def mean_loss(W1, b1, W2, b2):
        return F.cross_entropy((X.double() @ W1 + b1).relu() @ W2 + b2, y)

    return gradients(mean_loss, *params)


def mean_loss_and_gradient(logits, y):
    loss = F.cross_entropy(logits.double(), y).to(logits.dtype)
    return loss, gradients(lambda logits: F.cross_entropy(logits, y), logits)[0]


def measured(f, x, eps=1e-4):
    """The gradient of f at x by central differences, without a formula."""
    slopes = []
    for entry in range(x.numel()):
        step = torch.zeros_like(x)
        step.view(-1)[entry] = eps
        slopes.append((f(x + step) - f(x - step)) / (2 * eps))
    return torch.stack(slopes).reshape(x.shape)


def parts(result, count):
    """The results, in a tuple or a list."""
    assert isinstance(result, (tuple, list)), f"expected {count} results in a tuple, got a {type(result).__name__}"
    assert len(result) == count, f"expected {count} results, got {len(result)}"
    return result


def assert_entries(actual, expected, tolerance=None):
    """The entries of expected, in whatever shape and dtype: these have tests of their own."""
    if tolerance is None and expected.dtype == torch.float32:
        tolerance = 1e-4  # sums in another order, one after the other
    entries = torch.as_tensor(actual).detach().to(expected.dtype).reshape(-1)
    assert_close(entries, expected.reshape(-1), rtol=tolerance, atol=tolerance)


def assert_all_entries(actual, expected):
    for mine, theirs in zip(parts(actual, len(expected)), expected, strict=True):
        assert_entries(mine, theirs)


def assert_shapes(actual, *shapes):
    found = [tuple(part.shape) for part in parts(actual, len(shapes))]
    assert found == list(shapes), f"expected shapes {list(shapes)}, got {found}"


def assert_dtypes(actual, count, dtype):
    for part in parts(actual, count):
        assert part.dtype == dtype, f"expected {dtype}, got {part.dtype}"


def stable(dtype):
    """The curriculum grades float32 to 1e-3 at entries of ±1e4, where neighbouring numbers are 1e-3 apart."""
    return 1e-3 if dtype == torch.float32 else None


# forward


@graded("forward", "values", points=0.5, hint="The output layer is linear: o = W2 h, with h after the activation.")
@both_dtypes
def test_forward_o(student, dtype):
    """The output o."""
    x, _, W1, W2 = network(SIZES, dtype)
    assert_entries(parts(student.forward(x, W1, W2), 3)[2], activations(x, W1, W2)[2])


@graded("forward", "values", points=1, hint="z comes first, and is the hidden layer before its activation.")
def test_forward_z(student):
    """The hidden layer before the activation."""
    x, _, W1, W2 = network(SIZES)
    assert_entries(parts(student.forward(x, W1, W2), 3)[0], W1 @ x)


@graded("forward", "values", points=1, hint="h comes second, and is ReLU(z): negative entries become 0, no other.")
def test_forward_h(student):
    """The hidden layer after the activation."""
    x, _, W1, W2 = network(SIZES)
    assert_entries(parts(student.forward(x, W1, W2), 3)[1], (W1 @ x).relu())


@graded("forward", "values", points=1, hint=HINT_COLUMNS)
def test_forward_square(student):
    """All sizes equal."""
    x, _, W1, W2 = network(SQUARE)
    assert_all_entries(student.forward(x, W1, W2), activations(x, W1, W2))


@graded("forward", "values", points=0.5, hint=HINT_STRIDED)
def test_forward_strided(student):
    """Inputs and weights in strided memory."""
    x, _, W1, W2 = network(SIZES)
    result = student.forward(transposed(x), non_contiguous(W1), transposed(W2))
    assert_all_entries(result, activations(x, W1, W2))


@graded("forward", "values", points=0.5, hint=HINT_UNCHANGED)
def test_forward_leaves_inputs(student):
    """The inputs are as they were."""
    x, _, W1, W2 = network(SIZES)
    with unchanged(x, W1, W2):
        student.forward(x, W1, W2)


@graded("forward", "shapes and dtypes", points=1, hint="One sample a column: (h, n), (h, n), (q, n), for n = 1 too.")
def test_forward_shapes(student):
    """Shapes, for sizes of 1 too."""
    for d, h, q, n in (SIZES, ONE_SAMPLE, ALL_ONE):
        x, _, W1, W2 = network((d, h, q, n))
        assert_shapes(student.forward(x, W1, W2), (h, n), (h, n), (q, n))


@graded("forward", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_forward_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        x, _, W1, W2 = network(SIZES, dtype)
        assert_dtypes(student.forward(x, W1, W2), 3, dtype)


@graded("forward", "device", points=2, hint=HINT_DEVICE)
def test_forward_device(on_device):
    """Inputs and weights on an accelerator."""
    x, _, W1, W2 = network(SIZES, torch.float32)
    assert_all_entries(on_device.forward(x, W1, W2), activations(x, W1, W2))


# objective


@graded("objective", "values", points=1, hint="Half the squares, summed over the outputs; only n, not q, divides them.")
@both_dtypes
def test_objective_loss(student, dtype):
    """The loss L alone: λ is 0."""
    _, y, W1, W2 = network(SIZES, dtype)
    o = torch.randn_like(y)
    assert_entries(student.objective(o, y, W1, W2, 0.0), loss_of(o, y))


@graded("objective", "values", points=2, hint="λ/2 times the sum of all squared entries of both matrices, no root.")
def test_objective_penalty(student):
    """The penalty s alone: the outputs are right."""
    _, y, W1, W2 = network(SIZES)
    assert_entries(student.objective(y, y.clone(), W1, W2, 0.3), penalty_of(W1, W2, 0.3))


@graded("objective", "values", points=1, hint="J is the sum of L and s. A single sample's L is not averaged over q.")
def test_objective_one_sample(student):
    """L and s together, for one sample."""
    _, y, W1, W2 = network(ONE_SAMPLE)
    o = torch.randn_like(y)
    assert_entries(student.objective(o, y, W1, W2, 1.5), loss_of(o, y) + penalty_of(W1, W2, 1.5))


@graded("objective", "values", points=0.5, hint=HINT_STRIDED)
def test_objective_strided(student):
    """Inputs in strided memory."""
    _, y, W1, W2 = network(SIZES)
    o = torch.randn_like(y)
    result = student.objective(transposed(o), non_contiguous(y), transposed(W1), non_contiguous(W2), 0.3)
    assert_entries(result, loss_of(o, y) + penalty_of(W1, W2, 0.3))


@graded("objective", "values", points=0.5, hint=HINT_UNCHANGED)
def test_objective_leaves_inputs(student):
    """The inputs are as they were."""
    _, y, W1, W2 = network(SIZES)
    o = torch.randn_like(y)
    with unchanged(o, y, W1, W2):
        student.objective(o, y, W1, W2, 0.3)


@graded(
    "objective", "shapes and dtypes", points=1, hint="A scalar is a 0-dim tensor: no Python number, no dim of size 1."
)
def test_objective_shape(student):
    """A 0-dim tensor, for sizes of 1 too, with λ and without."""
    for sizes in (SIZES, ONE_SAMPLE, ALL_ONE):
        _, y, W1, W2 = network(sizes)
        for lambd in (0.0, 0.3):
            assert student.objective(torch.randn_like(y), y, W1, W2, lambd).shape == ()


@graded("objective", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_objective_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        _, y, W1, W2 = network(SIZES, dtype)
        assert student.objective(torch.randn_like(y), y, W1, W2, 0.3).dtype == dtype


@graded("objective", "device", points=2, hint=HINT_DEVICE)
def test_objective_device(on_device):
    """Outputs and weights on an accelerator."""
    _, y, W1, W2 = network(SIZES, torch.float32)
    o = torch.randn_like(y)
    assert_entries(on_device.objective(o, y, W1, W2, 0.3), loss_of(o, y) + penalty_of(W1, W2, 0.3))


# backward


@graded(
    "backward", "values", points=1.5, hint="∂L/∂o is the error over n, once: no factor 2, no second mean. Then · hᵀ."
)
def test_backward_dW2(student):
    """dW2 of the loss alone: λ is 0."""
    inputs = network(SIZES)
    assert_entries(parts(student.backward(*inputs, 0.0), 2)[1], network_gradients(*inputs, 0.0)[1])


@graded(
    "backward", "values", points=2, hint="The error goes back through W2 as it was given, then past the ReLU's own z."
)
def test_backward_dW1(student):
    """dW1 of the loss alone: λ is 0."""
    inputs = network(SIZES)
    assert_entries(parts(student.backward(*inputs, 0.0), 2)[0], network_gradients(*inputs, 0.0)[0])


@graded("backward", "values", points=1, hint="Right in float64, but in float32? Do you create a tensor of one dtype?")
def test_backward_float32(student):
    """Both gradients in float32."""
    inputs = network(SIZES, torch.float32)
    assert_all_entries(student.backward(*inputs, 0.3), network_gradients(*inputs, 0.3))


@graded(
    "backward", "values", points=2, hint="Does the square's 2 meet the half? Is s a mean over n? Both matrices have it."
)
def test_backward_penalty(student):
    """The penalty alone: the outputs are right."""
    x, _, W1, W2 = network(SIZES)
    y = activations(x, W1, W2)[2]
    assert_all_entries(student.backward(x, y, W1, W2, 0.3), [0.3 * W1, 0.3 * W2])


@graded(
    "backward", "values", points=1.5, hint="Measure it yourself: numerical_gradient of your objective, in W1, in W2."
)
def test_backward_measured(student):
    """Loss and penalty together, against central differences of J."""
    x, y, W1, W2 = network(SIZES)
    dW1, dW2 = parts(student.backward(x, y, W1, W2, 1.5), 2)

    def J(W1, W2):
        return loss_of(activations(x, W1, W2)[2], y) + penalty_of(W1, W2, 1.5)

    # Between the steps no ReLU switches (network() keeps z off 0), so J is of degree two in one weight: no error but
    # rounding, some 1e-15 · J / eps.
    assert_entries(dW1, measured(lambda W1: J(W1, W2), W1), tolerance=1e-6)
    assert_entries(dW2, measured(lambda W2: J(W1, W2), W2), tolerance=1e-6)


@graded("backward", "values", points=1, hint=HINT_SQUARE)
def test_backward_square(student):
    """All sizes equal."""
    inputs = network(SQUARE)
    assert_all_entries(student.backward(*inputs, 0.3), network_gradients(*inputs, 0.3))


@graded("backward", "values", points=1, hint=HINT_ONE_SAMPLE)
def test_backward_one_sample(student):
    """A batch of one."""
    inputs = network(ONE_SAMPLE)
    assert_all_entries(student.backward(*inputs, 0.3), network_gradients(*inputs, 0.3))


@graded("backward", "values", points=1.5, hint=HINT_KINK)
def test_backward_kink(student):
    """Hidden units whose z is exactly 0."""
    x, y, W1, W2 = network(SIZES)
    W1[1], W1[3] = 0.0, 0.0
    assert_all_entries(student.backward(x, y, W1, W2, 0.3), network_gradients(x, y, W1, W2, 0.3))


@graded("backward", "values", points=0.5, hint=HINT_STRIDED)
def test_backward_strided(student):
    """Inputs in strided memory."""
    x, y, W1, W2 = network(SIZES)
    result = student.backward(transposed(x), non_contiguous(y), non_contiguous(W1), transposed(W2), 0.3)
    assert_all_entries(result, network_gradients(x, y, W1, W2, 0.3))


@graded("backward", "values", points=1, hint=HINT_UNCHANGED)
def test_backward_leaves_inputs(student):
    """The inputs are as they were."""
    inputs = network(SIZES)
    with unchanged(*inputs):
        student.backward(*inputs, 0.3)


@graded("backward", "shapes and dtypes", points=1, hint=HINT_SHAPES)
def test_backward_shapes(student):
    """The shapes of W1 and W2, in this order, for sizes of 1 too."""
    for sizes in (SIZES, ONE_SAMPLE, ALL_ONE):
        x, y, W1, W2 = network(sizes)
        assert_shapes(student.backward(x, y, W1, W2, 0.3), W1.shape, W2.shape)


@graded("backward", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_backward_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert_dtypes(student.backward(*network(SIZES, dtype), 0.3), 2, dtype)


@graded("backward", "device", points=2, hint=HINT_DEVICE)
def test_backward_device(on_device):
    """Inputs and weights on an accelerator."""
    inputs = network(SIZES, torch.float32)
    assert_all_entries(on_device.backward(*inputs, 0.3), network_gradients(*inputs, 0.3))


# linear_backward


@graded(
    "linear_backward", "values", points=0.5, hint="X moves the output through W: which order and transpose lead back?"
)
@both_dtypes
def test_linear_backward_dX(student, dtype):
    """The gradient in the input."""
    inputs = layer(4, 3, 2, dtype)
    assert_entries(parts(student.linear_backward(*inputs), 3)[0], layer_gradients(*inputs)[0])


@graded(
    "linear_backward",
    "values",
    points=0.5,
    hint="Each sample adds its share to dW; a mean, if any, is in dout already.",
)
@both_dtypes
def test_linear_backward_dW(student, dtype):
    """The gradient in the weights."""
    inputs = layer(4, 3, 2, dtype)
    assert_entries(parts(student.linear_backward(*inputs), 3)[1], layer_gradients(*inputs)[1])


@graded(
    "linear_backward",
    "values",
    points=1.5,
    hint="The bias serves every sample: what each of them says about it adds up.",
)
def test_linear_backward_db(student):
    """The gradient in the bias."""
    inputs = layer(4, 3, 2)
    assert_entries(parts(student.linear_backward(*inputs), 3)[2], layer_gradients(*inputs)[2])


@graded("linear_backward", "values", points=1.5, hint=HINT_SQUARE)
def test_linear_backward_square(student):
    """All sizes equal."""
    inputs = layer(4, 4, 4)
    assert_all_entries(student.linear_backward(*inputs), layer_gradients(*inputs))


@graded("linear_backward", "values", points=1, hint=HINT_ONE_SAMPLE)
def test_linear_backward_one_sample(student):
    """A batch of one."""
    inputs = layer(1, 3, 2)
    assert_all_entries(student.linear_backward(*inputs), layer_gradients(*inputs))


@graded("linear_backward", "values", points=1, hint=HINT_STRIDED)
def test_linear_backward_strided(student):
    """Inputs in strided memory."""
    dout, X, W = layer(4, 3, 2)
    result = student.linear_backward(transposed(dout), non_contiguous(X), transposed(W))
    assert_all_entries(result, layer_gradients(dout, X, W))


@graded("linear_backward", "values", points=1, hint=HINT_UNCHANGED)
def test_linear_backward_leaves_inputs(student):
    """The inputs are as they were."""
    inputs = layer(4, 3, 2)
    with unchanged(*inputs):
        student.linear_backward(*inputs)


@graded(
    "linear_backward",
    "shapes and dtypes",
    points=1,
    hint="dX has X's shape, dW has W's, db is (q,): no row, no column.",
)
def test_linear_backward_shapes(student):
    """Shapes for unequal sizes."""
    assert_shapes(student.linear_backward(*layer(4, 3, 2)), (4, 3), (3, 2), (2,))


@graded("linear_backward", "shapes and dtypes", points=1, hint=HINT_SHAPES)
def test_linear_backward_sizes_of_one(student):
    """Shapes for one sample, one input, one output."""
    for n, d, q in [(1, 3, 2), (4, 1, 2), (4, 3, 1), (1, 1, 1)]:
        assert_shapes(student.linear_backward(*layer(n, d, q)), (n, d), (d, q), (q,))


@graded("linear_backward", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_linear_backward_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert_dtypes(student.linear_backward(*layer(4, 3, 2, dtype)), 3, dtype)


@graded("linear_backward", "device", points=2, hint=HINT_DEVICE)
def test_linear_backward_device(on_device):
    """Inputs and weights on an accelerator."""
    inputs = layer(4, 3, 2, torch.float32)
    assert_all_entries(on_device.linear_backward(*inputs), layer_gradients(*inputs))


# relu_backward


@graded(
    "relu_backward",
    "values",
    points=1,
    hint="X's sign decides what passes, not dout's; and what passes is dout itself.",
)
@both_dtypes
def test_relu_backward(student, dtype):
    """Values for inputs and upstream gradients of both signs."""
    dout, X = torch.randn(2, 6, 5, dtype=dtype)
    assert_entries(student.relu_backward(dout, X), torch.where(X > 0, dout, 0.0))


@graded("relu_backward", "values", points=1.5, hint=HINT_KINK)
def test_relu_backward_kink(student):
    """Inputs that are exactly 0."""
    dout, X = torch.randn(2, 3, 4, dtype=torch.float64)
    X[:, 1], X[2] = 0.0, 0.0
    assert_entries(student.relu_backward(dout, X), torch.where(X > 0, dout, 0.0))


@graded("relu_backward", "values", points=0.5, hint=HINT_STRIDED)
def test_relu_backward_strided(student):
    """Inputs in strided memory."""
    dout, X = torch.randn(2, 3, 4, dtype=torch.float64)
    result = student.relu_backward(transposed(dout), non_contiguous(X))
    assert_entries(result, torch.where(X > 0, dout, 0.0))


@graded("relu_backward", "values", points=1, hint=HINT_UNCHANGED)
def test_relu_backward_leaves_inputs(student):
    """The inputs are as they were."""
    dout, X = torch.randn(3, 4), torch.randn(3, 4)
    with unchanged(dout, X):
        student.relu_backward(dout, X)


@graded("relu_backward", "shapes and dtypes", points=1, hint="X's shape, and dout's dtype: what dtype has your mask?")
def test_relu_backward_shape_and_dtype(student):
    """X's shape, for one sample too, in float32 and float64."""
    for shape in [(3, 4), (1, 4), (3, 1), (1, 1)]:
        for dtype in (torch.float32, torch.float64):
            result = student.relu_backward(torch.randn(shape, dtype=dtype), torch.randn(shape, dtype=dtype))
            assert (result.shape, result.dtype) == (shape, dtype)


@graded("relu_backward", "device", points=1, hint=HINT_DEVICE)
def test_relu_backward_device(on_device):
    """Inputs on an accelerator."""
    dout, X = torch.randn(3, 4), torch.randn(3, 4)
    assert_entries(on_device.relu_backward(dout, X), torch.where(X > 0, dout, 0.0))


# sigmoid_backward


@graded(
    "sigmoid_backward",
    "values",
    points=1,
    hint="The derivative is a product of two things made of `out`: no second sigmoid. Is dout in?",
)
@both_dtypes
def test_sigmoid_backward(student, dtype):
    """Values for upstream gradients of both signs."""
    dout, out = torch.randn(6, 5, dtype=dtype), torch.rand(6, 5, dtype=dtype)
    assert_entries(student.sigmoid_backward(dout, out), dout * out * (1 - out))


@graded("sigmoid_backward", "values", points=0.5, hint="Where the sigmoid has become flat, nothing goes back.")
def test_sigmoid_backward_saturated(student):
    """Outputs that were rounded to 0 or to 1."""
    dout, out = torch.randn(2, 3, dtype=torch.float64), torch.tensor([[0.0, 1.0, 0.5], [1.0, 0.25, 0.0]]).double()
    assert_entries(student.sigmoid_backward(dout, out), dout * out * (1 - out))


@graded("sigmoid_backward", "values", points=0.5, hint=HINT_STRIDED)
def test_sigmoid_backward_strided(student):
    """Inputs in strided memory."""
    dout, out = torch.randn(3, 4, dtype=torch.float64), torch.rand(3, 4, dtype=torch.float64)
    assert_entries(student.sigmoid_backward(transposed(dout), non_contiguous(out)), dout * out * (1 - out))


@graded("sigmoid_backward", "values", points=1, hint=HINT_UNCHANGED)
def test_sigmoid_backward_leaves_inputs(student):
    """The inputs are as they were."""
    dout, out = torch.randn(3, 4), torch.rand(3, 4)
    with unchanged(dout, out):
        student.sigmoid_backward(dout, out)


@graded("sigmoid_backward", "shapes and dtypes", points=1, hint="out's shape and dtype, for sizes of 1 too.")
def test_sigmoid_backward_shape_and_dtype(student):
    """The output's shape, for one sample too, in float32 and float64."""
    for shape in [(3, 4), (1, 4), (3, 1), (1, 1)]:
        for dtype in (torch.float32, torch.float64):
            result = student.sigmoid_backward(torch.randn(shape, dtype=dtype), torch.rand(shape, dtype=dtype))
            assert (result.shape, result.dtype) == (shape, dtype)


@graded("sigmoid_backward", "device", points=1, hint=HINT_DEVICE)
def test_sigmoid_backward_device(on_device):
    """Inputs on an accelerator."""
    dout, out = torch.randn(3, 4), torch.rand(3, 4)
    assert_entries(on_device.sigmoid_backward(dout, out), dout * out * (1 - out))


# softmax_cross_entropy_backward


def loss_and_gradient(student, logits, y):
    return parts(student.softmax_cross_entropy_backward(logits, y), 2)


@graded("softmax_cross_entropy_backward", "values", points=0.5, hint="The loss is a mean over samples, and positive.")
@both_dtypes
def test_softmax_backward_loss(student, dtype):
    """The mean loss."""
    logits, y = logits_and_labels(TALL, 3, dtype)
    assert_entries(loss_and_gradient(student, logits, y)[0], mean_loss_and_gradient(logits, y)[0])


@graded(
    "softmax_cross_entropy_backward",
    "values",
    points=1,
    hint="Every class's score moves the loss, the label's in its own way. And what does a mean do to each row, once?",
)
@both_dtypes
def test_softmax_backward_gradient(student, dtype):
    """The gradient in the logits."""
    logits, y = logits_and_labels(TALL, 3, dtype)
    assert_entries(loss_and_gradient(student, logits, y)[1], mean_loss_and_gradient(logits, y)[1])


@graded(
    "softmax_cross_entropy_backward",
    "values",
    points=1,
    hint="With as many samples as classes, dim 0 and dim 1 are easily confused: row i must use label i.",
)
def test_softmax_backward_square(student):
    """As many samples as classes."""
    logits, y = logits_and_labels(SQUARE_LABELS, 4)
    assert_all_entries(loss_and_gradient(student, logits, y), mean_loss_and_gradient(logits, y))


@graded(
    "softmax_cross_entropy_backward",
    "values",
    points=1,
    hint="A batch need not hold every class: take the number of classes from the columns, not from the labels.",
)
def test_softmax_backward_absent_classes(student):
    """Classes that no label names."""
    logits, y = logits_and_labels(ABSENT, 5)
    assert_all_entries(loss_and_gradient(student, logits, y), mean_loss_and_gradient(logits, y))


@graded("softmax_cross_entropy_backward", "values", points=0.5, hint=HINT_STRIDED)
def test_softmax_backward_strided(student):
    """Logits and labels in strided memory."""
    logits, y = logits_and_labels(TALL, 3)
    result = loss_and_gradient(student, transposed(logits), non_contiguous(y))
    assert_all_entries(result, mean_loss_and_gradient(logits, y))


@graded("softmax_cross_entropy_backward", "values", points=0.5, hint=HINT_UNCHANGED)
def test_softmax_backward_leaves_inputs(student):
    """The inputs are as they were."""
    logits, y = logits_and_labels(TALL, 3)
    with unchanged(logits, y):
        student.softmax_cross_entropy_backward(logits, y)


@graded(
    "softmax_cross_entropy_backward",
    "shapes and dtypes",
    points=1,
    hint="The loss is a 0-dim tensor, the gradient has the logits' shape, also for a single sample or class.",
)
def test_softmax_backward_shapes(student):
    """Shapes, for sizes of 1 too."""
    for labels, q in [(TALL, 3), ([2], 3), ([0, 0], 1), ([0], 1)]:
        result = student.softmax_cross_entropy_backward(*logits_and_labels(labels, q))
        assert_shapes(result, (), (len(labels), q))


@graded("softmax_cross_entropy_backward", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_softmax_backward_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert_dtypes(student.softmax_cross_entropy_backward(*logits_and_labels(TALL, 3, dtype)), 2, dtype)


@graded("softmax_cross_entropy_backward", "stability", points=0.5, hint=HINT_OVERFLOW)
@both_dtypes
def test_softmax_backward_large(student, dtype):
    """The loss of scores near 1e4."""
    logits, y = large(dtype)
    loss, _ = loss_and_gradient(student, logits, y)
    assert_entries(loss, mean_loss_and_gradient(logits, y)[0], tolerance=stable(dtype))


@graded("softmax_cross_entropy_backward", "stability", points=0.5, hint=HINT_VANISHING)
@both_dtypes
def test_softmax_backward_far_apart(student, dtype):
    """The loss where the label's score is 1e4 and more below the largest."""
    logits, y = far_apart(dtype)
    loss, _ = loss_and_gradient(student, logits, y)
    assert_entries(loss, mean_loss_and_gradient(logits, y)[0], tolerance=stable(dtype))


@graded("softmax_cross_entropy_backward", "stability", points=0.5, hint=HINT_ROW_SCALE)
@both_dtypes
def test_softmax_backward_unlike_rows(student, dtype):
    """The loss with one row near 1e4, one near 0, one near -1e4."""
    logits, y = unlike_rows(dtype)
    loss, _ = loss_and_gradient(student, logits, y)
    assert_entries(loss, mean_loss_and_gradient(logits, y)[0], tolerance=stable(dtype))


@graded(
    "softmax_cross_entropy_backward",
    "stability",
    points=0.5,
    hint="Shift each row by its own maximum before exp, in the gradient as in the loss.",
)
@both_dtypes
def test_softmax_backward_stable_gradient(student, dtype):
    """The gradient at entries of ±1e4."""
    for batch in (large, far_apart, unlike_rows):
        logits, y = batch(dtype)
        _, dlogits = loss_and_gradient(student, logits, y)
        assert_entries(dlogits, mean_loss_and_gradient(logits, y)[1], tolerance=stable(dtype))


@graded("softmax_cross_entropy_backward", "device", points=2, hint=HINT_DEVICE)
def test_softmax_backward_device(on_device):
    """Logits and labels on an accelerator."""
    logits, y = logits_and_labels(TALL, 3, torch.float32)
    assert_all_entries(loss_and_gradient(on_device, logits, y), mean_loss_and_gradient(logits, y))


# mlp_backward


@graded(
    "mlp_backward",
    "values",
    points=1.5,
    hint="Back through the loss first, then through the linear layer whose input is H.",
)
def test_mlp_backward_output_layer(student):
    """dW2 and db2."""
    inputs = perceptron((3, 5, 4, 6))
    assert_all_entries(parts(student.mlp_backward(*inputs), 4)[2:], perceptron_gradients(*inputs)[2:])


@graded("mlp_backward", "values", points=2, hint="Back through W2, then the ReLU with its own input, then X's layer.")
def test_mlp_backward_hidden_layer(student):
    """dW1 and db1."""
    inputs = perceptron((3, 5, 4, 6))
    assert_all_entries(parts(student.mlp_backward(*inputs), 4)[:2], perceptron_gradients(*inputs)[:2])


@graded(
    "mlp_backward", "values", points=1, hint="Right in float64, but in float32? Do you create a tensor of one dtype?"
)
def test_mlp_backward_float32(student):
    """All gradients in float32."""
    inputs = perceptron((3, 5, 4, 6), torch.float32)
    assert_all_entries(student.mlp_backward(*inputs), perceptron_gradients(*inputs))


@graded("mlp_backward", "values", points=1, hint=HINT_SQUARE)
def test_mlp_backward_square(student):
    """All sizes equal."""
    inputs = perceptron(SQUARE)
    assert_all_entries(student.mlp_backward(*inputs), perceptron_gradients(*inputs))


@graded("mlp_backward", "values", points=1, hint=HINT_ONE_SAMPLE)
def test_mlp_backward_one_sample(student):
    """A batch of one."""
    inputs = perceptron((3, 5, 4, 1))
    assert_all_entries(student.mlp_backward(*inputs), perceptron_gradients(*inputs))


@graded("mlp_backward", "values", points=1, hint=HINT_KINK)
def test_mlp_backward_kink(student):
    """Hidden units whose input is exactly 0."""
    X, y, params = perceptron((3, 5, 4, 6))
    for part in params[:2]:
        part[..., 1], part[..., 3] = 0.0, 0.0
    assert_all_entries(student.mlp_backward(X, y, params), perceptron_gradients(X, y, params))


@graded("mlp_backward", "values", points=0.5, hint=HINT_STRIDED)
def test_mlp_backward_strided(student):
    """Inputs and parameters in strided memory."""
    X, y, params = perceptron((3, 5, 4, 6))
    W1, b1, W2, b2 = params
    strided = [transposed(W1), non_contiguous(b1), non_contiguous(W2), non_contiguous(b2)]
    result = student.mlp_backward(transposed(X), non_contiguous(y), strided)
    assert_all_entries(result, perceptron_gradients(X, y, params))


@graded("mlp_backward", "values", points=1, hint=HINT_UNCHANGED)
def test_mlp_backward_leaves_inputs(student):
    """The inputs and the parameters are as they were."""
    X, y, params = perceptron((3, 5, 4, 6))
    with unchanged(X, y, *params):
        student.mlp_backward(X, y, params)


@graded("mlp_backward", "shapes and dtypes", points=1, hint=HINT_SHAPES)
def test_mlp_backward_shapes(student):
    """The parameters' shapes, in their order, for sizes of 1 too."""
    for sizes in [(3, 5, 4, 6), (3, 5, 4, 1), ALL_ONE]:
        X, y, params = perceptron(sizes)
        assert_shapes(student.mlp_backward(X, y, params), *[part.shape for part in params])


@graded("mlp_backward", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_mlp_backward_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert_dtypes(student.mlp_backward(*perceptron((3, 5, 4, 6), dtype)), 4, dtype)


@graded("mlp_backward", "device", points=2, hint=HINT_DEVICE)
def test_mlp_backward_device(on_device):
    """Inputs and parameters on an accelerator."""
    inputs = perceptron((3, 5, 4, 6), torch.float32)
    assert_all_entries(on_device.mlp_backward(*inputs), perceptron_gradients(*inputs))


# numerical_gradient


def cubes(x):
    """Its third derivative is large enough to tell the steps apart."""
    return (x**3).sum()


def cubes_as_number(x):
    return (x**3).sum().item()


def squared_dot(x):
    """Of x's two rows: every entry's slope depends on all other entries."""
    return (x[0] * x[1]).sum() ** 2


CENTRAL = "Steps to both sides, x + eps and x − eps: they are 2 eps apart."


@graded("numerical_gradient", "values", points=2, hint=CENTRAL)
def test_numerical_gradient(student):
    """The slopes of a sum of cubes: the difference is central."""
    x = torch.tensor([1.0, -2.0, 3.5, 1.25], dtype=torch.float64)
    # Central differences are off by eps² = 1e-10 and by rounding, some 1e-9; forward ones by 3 x eps, 3e-5 at least.
    assert_entries(student.numerical_gradient(cubes, x), 3 * x**2, tolerance=1e-6)


@graded("numerical_gradient", "values", points=1, hint="f may return a Python number: it has no tensor's methods.")
def test_numerical_gradient_of_a_number(student):
    """f returns a float."""
    x = torch.tensor([1.0, -2.0, 3.5], dtype=torch.float64)
    assert_entries(student.numerical_gradient(cubes_as_number, x), 3 * x**2, tolerance=1e-6)


@graded(
    "numerical_gradient", "values", points=1, hint="One entry moves at a time; all others are as in x, in x's shape."
)
def test_numerical_gradient_coupled(student):
    """f uses the rows of a matrix, and multiplies entries with one another."""
    x = torch.tensor([[0.5, -1.0, 1.5], [1.0, 2.0, -0.5]], dtype=torch.float64)
    assert_entries(student.numerical_gradient(squared_dot, x), gradients(squared_dot, x)[0], tolerance=1e-6)


@graded(
    "numerical_gradient", "values", points=1, hint="The caller chooses eps: use it for the steps and below the bar."
)
def test_numerical_gradient_eps(student):
    """A wide step shows in the result."""
    x = torch.tensor([1.0, -2.0, 3.5], dtype=torch.float64)
    error = torch.as_tensor(student.numerical_gradient(cubes, x, eps=0.5)).reshape(-1) - 3 * x**2
    # ((x + e)³ − (x − e)³) / 2e = 3 x² + e². A step of eps in all, half to each side, is central too: a quarter of it.
    assert ((error - 0.25).abs() < 1e-9).all() or ((error - 0.0625).abs() < 1e-9).all()


@graded(
    "numerical_gradient", "values", points=0.5, hint="`reshape` copies a strided x: a step in the copy does not move x."
)
def test_numerical_gradient_strided(student):
    """x in strided memory."""
    x = torch.tensor([[0.5, -1.0, 1.5], [1.0, 2.0, -0.5]], dtype=torch.float64)
    try:
        result = student.numerical_gradient(squared_dot, transposed(x))
    except RuntimeError as error:  # a function that flattens may do so by `view`, which refuses aloud
        if "view size" not in str(error):
            raise
    else:
        assert_entries(result, gradients(squared_dot, x)[0], tolerance=1e-6)


@graded("numerical_gradient", "values", points=1.5, hint="x + eps − eps is not always x: save the number, put it back.")
def test_numerical_gradient_leaves_x(student):
    """x is bit for bit as it was, where adding a step rounds digits away too."""
    x = torch.tensor([0.1, 1e-9, -3e-13, -0.0, 1 / 3, 7e5], dtype=torch.float64)
    with unchanged(x):
        student.numerical_gradient(cubes, x)


@graded(
    "numerical_gradient", "shapes and dtypes", points=1, hint="The gradient has x's shape, whatever its number of dims."
)
@pytest.mark.parametrize("shape", [(1,), (2, 1, 3)], ids=["one entry", "three dims"])
def test_numerical_gradient_shape(student, shape):
    """x's shape."""
    x = torch.randn(shape, dtype=torch.float64)
    assert student.numerical_gradient(cubes, x).shape == shape


@graded(
    "numerical_gradient", "shapes and dtypes", points=1, hint="float64 in, float64 out: what dtype have new tensors?"
)
def test_numerical_gradient_dtype(student):
    """The gradient is float64."""
    x = torch.randn(2, 3, dtype=torch.float64)
    assert student.numerical_gradient(cubes, x).dtype == torch.float64


@graded("numerical_gradient", "device", points=1, hint=HINT_DEVICE)
def test_numerical_gradient_device(on_device):
    """x on an accelerator."""
    x = torch.tensor([[1.0, -2.0], [3.5, 0.5]], dtype=torch.float64)
    assert_entries(on_device.numerical_gradient(cubes, x), 3 * x**2, tolerance=1e-6)
