"""Hidden suite of topic 6, the multilayer perceptron.

An accuracy says little about a training loop, so most tests of `train_mlp` start from given parameters, go through
given batches and compare where that ends, in float64, with plain gradient descent. The parameters of `mlp_net` are told
apart by their sizes: names, layouts and structure are the student's.
"""

from functools import partial

import pytest
import torch
import torch.nn.functional as F

import data
from grader.suite import assert_close, assert_same_gradients, graded, is_module, non_contiguous, unchanged

# The names listed in the curriculum, their relatives (leaky_relu(0), relu6, rrelu, elu; glu, silu and mish hold a
# sigmoid or a tanh) and the losses that are softplus by another name. hardtanh and threshold are ways to clamp: fine.
READY_MADE = ["*relu*", "*elu", "*sigmoid*", "*expit*", "silu", "glu", "mish", "hardswish", "tanh", "tanhshrink"]
READY_MADE += ["*_tanh*", "softplus", "*softmax*", "softmin", "*attention*"]
READY_MADE += ["binary_cross_entropy_with_logits", "soft_margin_loss"]
FORBIDDEN = {"relu": READY_MADE, "sigmoid": READY_MADE, "tanh": READY_MADE}

both_dtypes = pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=["float32", "float64"])

HINT_DTYPE = "The result has the dtype and the shape of the input, be it float32 or float64."
HINT_SHAPES = "Elementwise means: whatever the shape of X, the result has the same. Where do you assume two dimensions?"
HINT_STRIDED = "An input may be strided in memory: `view` fails there, `reshape` does not."
HINT_UNCHANGED = "Your function writes into the caller's tensor: which operation of yours works in place?"
HINT_DEVICE = "What you create must lie on the inputs' device, and so must the result."
HINT_GRADIENT = "Autograd must reach this input: no detach, no `.data`, no `.item()` on what the result depends on."
HINT_SIZES_OF_ONE = "A single sample, hidden unit or output keeps its dimension: where do you squeeze?"
HINT_FLATTEN = "Flatten each sample by itself: dim 0 stays, all other dimensions become one, in their order."
HINT_AT_ZERO = "The curve is smooth at 0 too. A detour over |x| has no slope there: what does autograd make of it?"
HINT_TAILS = "Far from 0 the curve comes as close to its limit as the dtype can tell: is it cut off or rounded early?"
HINT_OVERFLOW = "exp of a large number is inf, and inf/inf is NaN: what may exp see, at most?"
HINT_NAN_GRADIENT = "Autograd multiplies inf by 0 here, also in a branch that `where` drops: keep exp from overflowing."
HINT_TWICE = "The second call on one tensor gives something else: whose `.grad` do your gradients add up in?"
HINT_STATISTICS = (
    "Which function draws from a normal distribution, and does it take a variance or a standard deviation?"
)

# Entries far out and near 0 side by side; exp overflows above 88 in float32, above 709 in float64.
EXTREME = [[1e4, -1e4, 1e3, -1e3, 100.0], [-100.0, 50.0, -50.0, 1.5, -0.5]]


def tolerance(dtype):
    """The curriculum grades float32 to 1e-3 at entries of ±1e4."""
    return {"rtol": 1e-3, "atol": 1e-3} if dtype == torch.float32 else {}


def entries(dtype=torch.float64):
    """A matrix of ordinary numbers of either sign, most of them between -3 and 3."""
    return 1.5 * torch.randn(4, 7, dtype=dtype)


def of_any_shape():
    """Tensors of one, three and four dimensions, and of a single entry."""
    return [torch.randn(shape) for shape in ((5,), (2, 3, 4), (3, 1, 2, 5), (1,), (1, 1))]


def derivative(f, X):
    """The slope of f at each entry of X, by autograd in float64."""
    leaf = X.detach().double().requires_grad_()
    f(leaf).sum().backward()
    return leaf.grad.to(X.dtype)


def assert_same_values(f, reference, *inputs, **tolerances):
    """f and reference agree on each input. The reference goes first: f must not spoil its own comparison."""
    for X in inputs:
        expected = reference(X)
        assert_close(f(X), expected, **tolerances)


def assert_stable_gradient(f, reference, dtype):
    X = torch.tensor(EXTREME, dtype=dtype, requires_grad=True)
    f(X).sum().backward()
    assert_close(X.grad, derivative(reference, X), **tolerance(dtype))


# relu


@graded("relu", "values", points=0.5, hint="Each entry by itself: the larger of it and 0.")
@both_dtypes
def test_relu(student, dtype):
    """Entries of either sign, and zeros."""
    X = entries(dtype)
    X[0, :2] = 0
    assert_same_values(student.relu, F.relu, X)


@graded("relu", "values", points=0.5, hint="relu has no upper end: large entries pass as they are.")
def test_relu_large(student):
    """Large entries of either sign."""
    X = torch.tensor([1e4, -1e4, 700.0, 7.0, -700.0], dtype=torch.float64)
    assert_same_values(student.relu, F.relu, X)


@graded("relu", "values", points=0.5, hint=HINT_STRIDED)
def test_relu_strided(student):
    """Strided and transposed input."""
    X = entries()
    assert_same_values(student.relu, F.relu, non_contiguous(X), X.T)


@graded("relu", "values", points=1, hint=HINT_UNCHANGED)
def test_relu_unchanged(student):
    """The input stays as it was."""
    X = entries()
    with unchanged(X):
        student.relu(X)


@graded("relu", "shapes and dtypes", points=1, hint=HINT_SHAPES)
def test_relu_shapes(student):
    """One, three and four dimensions; a single entry."""
    assert_same_values(student.relu, F.relu, *of_any_shape())


@graded("relu", "gradients", points=2, hint=HINT_GRADIENT)
def test_relu_gradient(student):
    """The gradient passes where the entry is positive, and only there."""
    assert_same_gradients(student.relu, F.relu, entries())


@graded("relu", "device", points=1, hint=HINT_DEVICE)
def test_relu_device(on_device):
    """Input on an accelerator."""
    X = entries(torch.float32)
    assert_same_values(on_device.relu, F.relu, X)


# sigmoid


@graded("sigmoid", "values", points=0.5, hint="1 / (1 + exp(-x)): do the sign and the brackets agree?")
@both_dtypes
def test_sigmoid(student, dtype):
    """Ordinary entries of either sign."""
    X = entries(dtype)
    assert_same_values(student.sigmoid, torch.sigmoid, X)


@graded("sigmoid", "values", points=0.5, hint=HINT_TAILS)
def test_sigmoid_tails(student):
    """Entries some way from 0, in float64."""
    X = torch.tensor([12.0, -12.0, 16.0, -16.0, 30.0, -30.0], dtype=torch.float64)
    assert_same_values(student.sigmoid, torch.sigmoid, X)


@graded("sigmoid", "values", points=0.5, hint=HINT_STRIDED)
def test_sigmoid_strided(student):
    """Strided and transposed input."""
    X = entries()
    assert_same_values(student.sigmoid, torch.sigmoid, non_contiguous(X), X.T)


@graded("sigmoid", "values", points=1, hint=HINT_UNCHANGED)
def test_sigmoid_unchanged(student):
    """The input stays as it was."""
    X = entries()
    with unchanged(X):
        student.sigmoid(X)


@graded("sigmoid", "shapes and dtypes", points=1, hint=HINT_SHAPES)
def test_sigmoid_shapes(student):
    """One, three and four dimensions; a single entry."""
    assert_same_values(student.sigmoid, torch.sigmoid, *of_any_shape())


@graded("sigmoid", "gradients", points=1.5, hint=HINT_GRADIENT)
def test_sigmoid_gradient(student):
    """The gradient at ordinary entries."""
    assert_same_gradients(student.sigmoid, torch.sigmoid, entries())


@graded("sigmoid", "gradients", points=0.5, hint=HINT_AT_ZERO)
def test_sigmoid_gradient_at_zero(student):
    """The gradient at 0."""
    assert_same_gradients(student.sigmoid, torch.sigmoid, torch.zeros(2, 3, dtype=torch.float64))


@graded("sigmoid", "stability", points=0.5, hint=HINT_OVERFLOW)
@both_dtypes
def test_sigmoid_extreme(student, dtype):
    """Values at entries up to ±1e4."""
    X = torch.tensor(EXTREME, dtype=dtype)
    assert_same_values(student.sigmoid, torch.sigmoid, X, **tolerance(dtype))


@graded("sigmoid", "stability", points=1, hint=HINT_NAN_GRADIENT)
@both_dtypes
def test_sigmoid_extreme_gradient(student, dtype):
    """Gradients at entries up to ±1e4."""
    assert_stable_gradient(student.sigmoid, torch.sigmoid, dtype)


@graded("sigmoid", "device", points=1, hint=HINT_DEVICE)
def test_sigmoid_device(on_device):
    """Input on an accelerator."""
    X = entries(torch.float32)
    assert_same_values(on_device.sigmoid, torch.sigmoid, X)


# tanh


@graded("tanh", "values", points=0.5, hint="(1 - exp(-2x)) / (1 + exp(-2x)): do signs, factors and brackets agree?")
@both_dtypes
def test_tanh(student, dtype):
    """Ordinary entries of either sign."""
    X = entries(dtype)
    assert_same_values(student.tanh, torch.tanh, X)


@graded("tanh", "values", points=0.5, hint=HINT_TAILS)
def test_tanh_tails(student):
    """Entries some way from 0, in float64."""
    X = torch.tensor([6.0, -6.0, 8.0, -8.0, 15.0, -15.0], dtype=torch.float64)
    assert_same_values(student.tanh, torch.tanh, X)


@graded("tanh", "values", points=0.5, hint=HINT_STRIDED)
def test_tanh_strided(student):
    """Strided and transposed input."""
    X = entries()
    assert_same_values(student.tanh, torch.tanh, non_contiguous(X), X.T)


@graded("tanh", "values", points=1, hint=HINT_UNCHANGED)
def test_tanh_unchanged(student):
    """The input stays as it was."""
    X = entries()
    with unchanged(X):
        student.tanh(X)


@graded("tanh", "shapes and dtypes", points=1, hint=HINT_SHAPES)
def test_tanh_shapes(student):
    """One, three and four dimensions; a single entry."""
    assert_same_values(student.tanh, torch.tanh, *of_any_shape())


@graded("tanh", "gradients", points=1.5, hint=HINT_GRADIENT)
def test_tanh_gradient(student):
    """The gradient at ordinary entries."""
    assert_same_gradients(student.tanh, torch.tanh, entries())


@graded("tanh", "gradients", points=0.5, hint=HINT_AT_ZERO)
def test_tanh_gradient_at_zero(student):
    """The gradient at 0."""
    assert_same_gradients(student.tanh, torch.tanh, torch.zeros(2, 3, dtype=torch.float64))


@graded("tanh", "stability", points=0.5, hint=HINT_OVERFLOW)
@both_dtypes
def test_tanh_extreme(student, dtype):
    """Values at entries up to ±1e4."""
    X = torch.tensor(EXTREME, dtype=dtype)
    assert_same_values(student.tanh, torch.tanh, X, **tolerance(dtype))


@graded("tanh", "stability", points=1, hint=HINT_NAN_GRADIENT)
@both_dtypes
def test_tanh_extreme_gradient(student, dtype):
    """Gradients at entries up to ±1e4."""
    assert_stable_gradient(student.tanh, torch.tanh, dtype)


@graded("tanh", "device", points=1, hint=HINT_DEVICE)
def test_tanh_device(on_device):
    """Input on an accelerator."""
    X = entries(torch.float32)
    assert_same_values(on_device.tanh, torch.tanh, X)


# relu_grad, sigmoid_grad, tanh_grad


def slope_of_relu(X):
    return (X > 0).to(X.dtype)


slope_of_sigmoid = partial(derivative, torch.sigmoid)
slope_of_tanh = partial(derivative, torch.tanh)


def in_dtype_of_input(f):
    """f with its result converted: another dtype costs the points for dtypes alone."""
    return lambda X: f(X).to(X.dtype)


@graded("relu_grad", "values", points=0.5, hint="The slope of relu: on which side is it flat, on which does it climb?")
@both_dtypes
def test_relu_grad(student, dtype):
    """Entries of either sign, small and large."""
    X = torch.cat([entries(dtype), torch.tensor([[1e4, -1e4, 1e-3, -1e-3, 0.5, 2.0, -2.0]], dtype=dtype)])
    assert_same_values(in_dtype_of_input(student.relu_grad), slope_of_relu, X)


@graded("relu_grad", "values", points=1, hint="At 0 relu has a kink; which slope does the definition give it there?")
def test_relu_grad_at_zero(student):
    """Entries that are exactly 0."""
    X = torch.tensor([[0.0, 1.0], [-1.0, 0.0]])
    assert_close(student.relu_grad(X).to(X.dtype), torch.tensor([[0.0, 1.0], [0.0, 0.0]]))


@graded("relu_grad", "values", points=0.5, hint=HINT_STRIDED)
def test_relu_grad_strided(student):
    """Strided and transposed input."""
    X = entries()
    assert_same_values(in_dtype_of_input(student.relu_grad), slope_of_relu, non_contiguous(X), X.T)


@graded("relu_grad", "values", points=0.5, hint=HINT_UNCHANGED)
def test_relu_grad_unchanged(student):
    """The input stays as it was."""
    X = entries()
    with unchanged(X):
        student.relu_grad(X)


@graded("relu_grad", "values", points=0.5, hint=HINT_TWICE)
def test_relu_grad_twice(student):
    """A second call on the same tensor."""
    X = entries()
    expected = slope_of_relu(X)
    student.relu_grad(X)
    assert_close(student.relu_grad(X).to(X.dtype), expected)


@graded("relu_grad", "shapes and dtypes", points=0.5, hint=HINT_DTYPE)
def test_relu_grad_shapes(student):
    """The dtype of the input; one, three and four dimensions; a single entry."""
    assert_same_values(student.relu_grad, slope_of_relu, *of_any_shape(), entries())


@graded("relu_grad", "device", points=1, hint=HINT_DEVICE)
def test_relu_grad_device(on_device):
    """Input on an accelerator."""
    X = entries(torch.float32)
    assert_same_values(in_dtype_of_input(on_device.relu_grad), slope_of_relu, X)


@graded("sigmoid_grad", "values", points=0.5, hint="s(1 - s), with s the sigmoid of x. Is x given to you, or s?")
@both_dtypes
def test_sigmoid_grad(student, dtype):
    """Ordinary entries of either sign, and 0."""
    X = entries(dtype)
    X[0, 0] = 0
    assert_same_values(in_dtype_of_input(student.sigmoid_grad), slope_of_sigmoid, X)


@graded("sigmoid_grad", "values", points=0.5, hint=HINT_STRIDED)
def test_sigmoid_grad_strided(student):
    """Strided and transposed input."""
    X = entries()
    assert_same_values(in_dtype_of_input(student.sigmoid_grad), slope_of_sigmoid, non_contiguous(X), X.T)


@graded("sigmoid_grad", "values", points=0.5, hint=HINT_UNCHANGED)
def test_sigmoid_grad_unchanged(student):
    """The input stays as it was."""
    X = entries()
    with unchanged(X):
        student.sigmoid_grad(X)


@graded("sigmoid_grad", "values", points=0.5, hint=HINT_TWICE)
def test_sigmoid_grad_twice(student):
    """A second call on the same tensor."""
    X = entries()
    expected = slope_of_sigmoid(X)
    student.sigmoid_grad(X)
    assert_close(student.sigmoid_grad(X).to(X.dtype), expected)


@graded("sigmoid_grad", "shapes and dtypes", points=0.5, hint=HINT_DTYPE)
def test_sigmoid_grad_shapes(student):
    """The dtype of the input; one, three and four dimensions; a single entry."""
    assert_same_values(student.sigmoid_grad, slope_of_sigmoid, *of_any_shape(), entries())


@graded("sigmoid_grad", "stability", points=0.5, hint=HINT_OVERFLOW)
@both_dtypes
def test_sigmoid_grad_extreme(student, dtype):
    """Entries up to ±1e4."""
    X = torch.tensor(EXTREME, dtype=dtype)
    assert_same_values(in_dtype_of_input(student.sigmoid_grad), slope_of_sigmoid, X, **tolerance(dtype))


@graded("sigmoid_grad", "device", points=1, hint=HINT_DEVICE)
def test_sigmoid_grad_device(on_device):
    """Input on an accelerator."""
    X = entries(torch.float32)
    assert_same_values(in_dtype_of_input(on_device.sigmoid_grad), slope_of_sigmoid, X)


@graded("tanh_grad", "values", points=0.5, hint="1 - t², with t the tanh of x. Is x given to you, or t?")
@both_dtypes
def test_tanh_grad(student, dtype):
    """Ordinary entries of either sign, and 0."""
    X = entries(dtype)
    X[0, 0] = 0
    assert_same_values(in_dtype_of_input(student.tanh_grad), slope_of_tanh, X)


@graded("tanh_grad", "values", points=0.5, hint=HINT_STRIDED)
def test_tanh_grad_strided(student):
    """Strided and transposed input."""
    X = entries()
    assert_same_values(in_dtype_of_input(student.tanh_grad), slope_of_tanh, non_contiguous(X), X.T)


@graded("tanh_grad", "values", points=0.5, hint=HINT_UNCHANGED)
def test_tanh_grad_unchanged(student):
    """The input stays as it was."""
    X = entries()
    with unchanged(X):
        student.tanh_grad(X)


@graded("tanh_grad", "values", points=0.5, hint=HINT_TWICE)
def test_tanh_grad_twice(student):
    """A second call on the same tensor."""
    X = entries()
    expected = slope_of_tanh(X)
    student.tanh_grad(X)
    assert_close(student.tanh_grad(X).to(X.dtype), expected)


@graded("tanh_grad", "shapes and dtypes", points=0.5, hint=HINT_DTYPE)
def test_tanh_grad_shapes(student):
    """The dtype of the input; one, three and four dimensions; a single entry."""
    assert_same_values(student.tanh_grad, slope_of_tanh, *of_any_shape(), entries())


@graded("tanh_grad", "stability", points=0.5, hint=HINT_OVERFLOW)
@both_dtypes
def test_tanh_grad_extreme(student, dtype):
    """Entries up to ±1e4."""
    X = torch.tensor(EXTREME, dtype=dtype)
    assert_same_values(in_dtype_of_input(student.tanh_grad), slope_of_tanh, X, **tolerance(dtype))


@graded("tanh_grad", "device", points=1, hint=HINT_DEVICE)
def test_tanh_grad_device(on_device):
    """Input on an accelerator."""
    X = entries(torch.float32)
    assert_same_values(in_dtype_of_input(on_device.tanh_grad), slope_of_tanh, X)


# collapse_linear


def parameters(d, h, q, dtype=torch.float32):
    """W1, b1, W2, b2 of two layers, all entries drawn: none is 0."""
    return [torch.randn(shape, dtype=dtype) for shape in ((d, h), (h,), (h, q), (q,))]


def collapsed_bias(b_h, W_o, b_o):
    return b_h @ W_o + b_o


@graded("collapse_linear", "values", points=0.5, hint="(X W_h) W_o = X (W_h W_o): which matrix comes first?")
@both_dtypes
def test_collapse_weight(student, dtype):
    """The weight; all sizes differ."""
    layers = parameters(4, 5, 3, dtype)
    W, _ = student.collapse_linear(*layers)
    assert_close(W, layers[0] @ layers[2])


@graded("collapse_linear", "values", points=0.5, hint="An empty sample gives b: what do the two layers make of it?")
@both_dtypes
def test_collapse_bias(student, dtype):
    """The bias; all sizes differ."""
    layers = parameters(4, 5, 3, dtype)
    _, b = student.collapse_linear(*layers)
    assert_close(b.reshape(-1), collapsed_bias(*layers[1:]))


@graded("collapse_linear", "values", points=1, hint="With square matrices every order fits, and only one is right.")
def test_collapse_square(student):
    """As many inputs as hidden units as outputs."""
    layers = parameters(4, 4, 4)
    W, b = student.collapse_linear(*layers)
    assert_close(W, layers[0] @ layers[2])
    assert_close(b.reshape(-1), collapsed_bias(*layers[1:]))


@graded("collapse_linear", "values", points=0.5, hint=HINT_STRIDED)
def test_collapse_strided(student):
    """Strided and transposed weights and biases."""
    W_h, b_h, W_o, b_o = layers = parameters(4, 5, 3)
    W, b = student.collapse_linear(W_h.T.contiguous().T, non_contiguous(b_h), W_o.T.contiguous().T, non_contiguous(b_o))
    assert_close(W, W_h @ W_o)
    assert_close(b.reshape(-1), collapsed_bias(*layers[1:]))


@graded("collapse_linear", "values", points=0.5, hint=HINT_UNCHANGED)
def test_collapse_unchanged(student):
    """Weights and biases stay as they were."""
    layers = parameters(4, 5, 3)
    with unchanged(*layers):
        student.collapse_linear(*layers)


@graded("collapse_linear", "shapes and dtypes", points=1, hint="W is a matrix (d, q), b has one dimension: (q,).")
def test_collapse_shapes(student):
    """Shapes, for sizes of one too."""
    for d, h, q in ((4, 5, 3), (1, 3, 1), (3, 1, 2), (1, 1, 1)):
        W, b = student.collapse_linear(*parameters(d, h, q))
        assert (W.shape, b.shape) == ((d, q), (q,))


@graded("collapse_linear", "gradients", points=1, hint=HINT_GRADIENT)
def test_collapse_weight_gradients(student):
    """The gradients of the weight in both weights."""
    W_h, b_h, W_o, b_o = parameters(4, 5, 3, torch.float64)
    assert_same_gradients(
        lambda W_h, W_o: student.collapse_linear(W_h, b_h, W_o, b_o)[0],
        lambda W_h, W_o: W_h @ W_o,
        *(W_h, W_o),
    )


@graded("collapse_linear", "gradients", points=1, hint=HINT_GRADIENT)
def test_collapse_bias_gradients(student):
    """The gradients of the bias in both biases and the output weights."""
    W_h, b_h, W_o, b_o = parameters(4, 5, 3, torch.float64)
    assert_same_gradients(
        lambda b_h, W_o, b_o: student.collapse_linear(W_h, b_h, W_o, b_o)[1].reshape(-1),
        collapsed_bias,
        *(b_h, W_o, b_o),
    )


@graded("collapse_linear", "device", points=1, hint=HINT_DEVICE)
def test_collapse_device(on_device):
    """Weights and biases on an accelerator."""
    layers = parameters(4, 5, 3)
    W, b = on_device.collapse_linear(*layers)
    assert_close(W, layers[0] @ layers[2])
    assert_close(b.reshape(-1), collapsed_bias(*layers[1:]))


# xavier_uniform: bounds on N = 8400 weights by Hoeffding's inequality, each missed less than once in 1e11: a mean of N
# independent numbers from an interval of length c leaves its expectation by t with probability ≤ 2 exp(-2 N t²/c²).
# In units of BOUND: the mean (c = 2) by 0.08, the mean square (c = 1, expectation 1/3) and the share of weights within
# half the bound (c = 1, expectation 1/2) by 0.04, all exp(-26.9). No weight of 8400 in the outer hundredth of one side:
# (1 - 1/200)^8400 < 1e-18. A normal distribution of the same variance leaves the range.

BOUND = (6 / 200) ** 0.5


def xavier(student):
    """Weights with (60, 140) inputs and outputs, in units of the bound."""
    return student.xavier_uniform(60, 140).detach().double() / BOUND


@graded("xavier_uniform", "shapes and dtypes", points=1, hint="A row an input, a column an output, in float32.")
def test_xavier_shape(student):
    """Shapes, for sizes of one too, and the dtype."""
    for shape in ((3, 5), (1, 4), (4, 1)):
        W = student.xavier_uniform(*shape)
        assert (W.shape, W.dtype) == (shape, torch.float32)


@graded("xavier_uniform", "randomness", points=1.5, hint="No weight may leave the range. Which sizes set its width?")
def test_xavier_range(student):
    """No weight lies outside of the range."""
    assert xavier(student).abs().max() < 1 + 1e-6  # float32 rounds


@graded("xavier_uniform", "randomness", points=1, hint="How wide is the range, and is it as wide to the left as right?")
def test_xavier_reaches_both_ends(student):
    """Some weight comes near each end of the range."""
    W = xavier(student)
    assert W.max() > 0.99
    assert W.min() < -0.99


@graded("xavier_uniform", "randomness", points=0.5, hint="The distribution is symmetric around 0.")
def test_xavier_mean(student):
    """The mean of the weights."""
    assert abs(xavier(student).mean()) < 0.08


@graded("xavier_uniform", "randomness", points=1.5, hint="Uniform: every part of the range is as likely as any other.")
def test_xavier_is_uniform(student):
    """The variance, and the share of weights in the inner half of the range."""
    W = xavier(student)
    assert abs((W**2).mean() - 1 / 3) < 0.04
    assert abs((W.abs() < 0.5).double().mean() - 1 / 2) < 0.04


@graded(
    "xavier_uniform", "randomness", points=1, hint="Every weight is drawn for itself: are rows or columns repeated?"
)
def test_xavier_rows_and_columns_differ(student):
    """No row and no column occurs twice."""
    W = xavier(student)
    assert len(W.unique(dim=0)) == 60
    assert len(W.T.unique(dim=0)) == 140


@graded("xavier_uniform", "randomness", points=0.5, hint="Each call draws anew: do you fix a seed?")
def test_xavier_draws_anew(student):
    """Two calls give different weights."""
    assert not torch.equal(student.xavier_uniform(4, 3), student.xavier_uniform(4, 3))


# init_params


@graded("init_params", "shapes and dtypes", points=1, hint="[W1, b1, W2, b2]: (d, h), (h,), (h, q), (q,), in float32.")
def test_init_shapes(student):
    """Shapes, for sizes of one too, and dtypes."""
    for d, h, q in ((4, 5, 3), (1, 3, 1), (2, 1, 2)):
        params = student.init_params(d, h, q)
        assert [tuple(p.shape) for p in params] == [(d, h), (h,), (h, q), (q,)]
        assert [p.dtype for p in params] == [torch.float32] * 4


@graded("init_params", "values", points=1, hint="The biases start at 0, both of them.")
def test_init_biases(student):
    """Both biases are 0."""
    _, b1, _, b2 = student.init_params(4, 5, 3)
    assert not b1.any()
    assert not b2.any()


@graded(
    "init_params", "gradients", points=1.5, hint="Ask each finished tensor for gradients: what is computed is no leaf."
)
def test_init_leaves(student):
    """All four are leaves that require gradients."""
    params = student.init_params(4, 5, 3)
    assert [p.requires_grad for p in params] == [True] * 4
    assert [p.is_leaf for p in params] == [True] * 4


# N ≥ 4000 weights from N(0, s²). Their mean is N(0, s²/N): beyond 7 s/√N once in 4e11. Their standard deviation has
# itself the standard deviation s/√(2N) ≤ 1.12 % of s: beyond 9 % = 8 of these less than once in 1e12 (chi-square). The
# share within ±s is 0.683 with standard deviation √(0.683 · 0.317/N) ≤ 0.0074: beyond 0.052 = 7 of these once in 4e11.
# A uniform distribution of the same variance has the share 0.577 within ±s.
STD = 0.01
weights = pytest.mark.parametrize("layer", [0, 2], ids=["W1", "W2"])


@graded("init_params", "randomness", points=1, hint=HINT_STATISTICS)
@weights
def test_init_statistics(student, layer):
    """Mean and standard deviation of the weights."""
    W = student.init_params(200, 40, 100)[layer].detach().double()
    assert abs(W.mean()) < 7 * STD / W.numel() ** 0.5
    assert abs(W.std() / STD - 1) < 0.09


@graded("init_params", "randomness", points=0.5, hint="Normal, not uniform: most weights are small, few are large.")
@weights
def test_init_is_normal(student, layer):
    """The share of weights within one standard deviation."""
    W = student.init_params(200, 40, 100)[layer].detach()
    assert abs((W.abs() < STD).double().mean() - 0.6827) < 0.052


@graded("init_params", "randomness", points=0.5, hint="Every weight is drawn for itself, in each layer and each call.")
def test_init_draws_anew(student):
    """Two calls, two layers of one size, two rows and two columns differ."""
    W1, _, W2, _ = student.init_params(4, 4, 4)
    again = student.init_params(4, 4, 4)[0]
    assert not torch.equal(W1, again)
    assert not torch.equal(W1, W2)
    assert len(W1.unique(dim=0)) == len(W1.T.unique(dim=0)) == 4


# mlp


def reference(X, params):
    W1, b1, W2, b2 = params
    return F.relu(X.flatten(1) @ W1 + b1) @ W2 + b2


@graded("mlp", "values", points=0.5, hint="Linear, ReLU, linear: X W1 + b1, then max(., 0), then (.) W2 + b2.")
@both_dtypes
def test_mlp(student, dtype):
    """Rows; samples, inputs, hidden units and outputs all differ in number."""
    X, params = torch.randn(7, 4, dtype=dtype), parameters(4, 5, 3, dtype)
    assert_close(student.mlp(X, params), reference(X, params))


@graded(
    "mlp", "values", points=1, hint="Each layer uses its own weights, none transposed: square matrices hide a slip."
)
def test_mlp_square(student):
    """As many inputs as hidden units as outputs as samples."""
    X, params = torch.randn(4, 4), parameters(4, 4, 4)
    assert_close(student.mlp(X, params), reference(X, params))


@graded("mlp", "values", points=1, hint="Logits may be negative: the ReLU belongs between the layers, and only there.")
def test_mlp_negative_logits(student):
    """Logits that are all below zero."""
    X, params = torch.randn(7, 4), parameters(4, 5, 3)
    params[3] -= 100
    assert_close(student.mlp(X, params), reference(X, params))


@graded("mlp", "values", points=1, hint=HINT_FLATTEN)
def test_mlp_images(student):
    """Images are flattened."""
    X, params = torch.randn(3, 2, 4, 5), parameters(40, 5, 6)
    assert_close(student.mlp(X, params), reference(X, params))


@graded("mlp", "values", points=0.5, hint=HINT_STRIDED)
def test_mlp_strided_parameters(student):
    """Parameters in strided memory."""
    X, params = torch.randn(7, 4), parameters(4, 5, 3)
    assert_close(student.mlp(X, [non_contiguous(p) for p in params]), reference(X, params))
    assert_close(student.mlp(X, [p.t().contiguous().t() for p in params]), reference(X, params))


@graded("mlp", "values", points=0.5, hint=HINT_UNCHANGED)
def test_mlp_unchanged(student):
    """Samples and parameters stay as they were."""
    X, params = torch.randn(7, 4), parameters(4, 5, 3)
    with unchanged(X, *params):
        student.mlp(X, params)


@graded("mlp", "shapes and dtypes", points=0.5, hint=HINT_SIZES_OF_ONE)
@pytest.mark.parametrize(("n", "d", "h", "q"), [(1, 4, 5, 3), (3, 1, 1, 1)], ids=["sample", "units"])
def test_mlp_sizes_of_one(student, n, d, h, q):
    """A single sample; a single input, hidden unit and output."""
    X, params = torch.randn(n, d), parameters(d, h, q)
    assert_close(student.mlp(X, params), reference(X, params))


@graded("mlp", "gradients", points=0.5, hint=HINT_GRADIENT)
@pytest.mark.parametrize("position", range(4), ids=["W1", "b1", "W2", "b2"])
def test_mlp_gradient(student, position):
    """The gradient in each of the parameters."""
    X, params = torch.randn(7, 4, dtype=torch.float64), parameters(4, 5, 3, torch.float64)

    def with_parameter(f):
        return lambda p: f(X, [*params[:position], p, *params[position + 1 :]])

    assert_same_gradients(with_parameter(student.mlp), with_parameter(reference), params[position])


@graded("mlp", "gradients", points=1, hint=HINT_GRADIENT)
def test_mlp_gradient_in_samples(student):
    """The gradient in the samples."""
    X, params = torch.randn(7, 4, dtype=torch.float64), parameters(4, 5, 3, torch.float64)
    assert_same_gradients(lambda X: student.mlp(X, params), lambda X: reference(X, params), X)


@graded("mlp", "device", points=1, hint=HINT_DEVICE)
def test_mlp_device(on_device):
    """Samples and parameters on an accelerator."""
    X, params = torch.randn(7, 4), parameters(4, 5, 3)
    assert_close(on_device.mlp(X, params), reference(X, params))


# mlp_net: with 6 inputs, 5 hidden units and 3 outputs no two parameters have the same number of entries


SIZES = (6, 5, 3)


def in_layout_of(p, value):
    """`value` as p stores it: as it is, or transposed (torch's linear layers do that), maybe with dims of size 1."""
    return (value.t() if p.squeeze().shape == value.t().shape else value).reshape(p.shape)


def load(net, params):
    """Give net the parameters [W1, b1, W2, b2]; which of its own is which, by name."""
    net(torch.zeros(1, SIZES[0]))  # lazy layers have no parameters before
    by_size = {value.numel(): value for value in params}
    own = {name: (p, by_size[p.numel()]) for name, p in net.named_parameters() if p.numel() in by_size}
    assert sorted(value.numel() for _, value in own.values()) == sorted(by_size), (
        "the parameters are not W1, b1, W2, b2"
    )
    loaded = {name: in_layout_of(p, value) for name, (p, value) in own.items()}
    net.load_state_dict({**net.state_dict(), **loaded})
    return {name: value for name, (_, value) in own.items()}


@graded("mlp_net", "values", points=2, hint="Linear with bias, ReLU, linear with bias, and nothing after it.")
def test_net(student):
    """With given parameters it computes what the formula says."""
    net, params = student.mlp_net(*SIZES), parameters(*SIZES)
    load(net, params)
    X = torch.randn(20, 6)
    assert_close(net(X), reference(X, params))


@graded("mlp_net", "values", points=1, hint=HINT_FLATTEN)
def test_net_images(student):
    """Images give the logits of their rows."""
    net = student.mlp_net(784, 7, 10)
    X = torch.randn(3, 1, 28, 28)
    assert_close(net(X), net(X.reshape(3, 784)).detach())


@graded(
    "mlp_net", "values", points=0.5, hint="Layers are made once, in the constructor, and nothing in them is random."
)
def test_net_repeats_itself(student):
    """The same samples have the same logits in a second call."""
    net, X = student.mlp_net(*SIZES), torch.randn(20, 6)
    assert_close(net(X), net(X).detach())


@graded("mlp_net", "values", points=0.5, hint=HINT_UNCHANGED)
def test_net_unchanged(student):
    """The samples stay as they were."""
    net, X = student.mlp_net(*SIZES), torch.randn(4, 6)
    with unchanged(X):
        net(X)


@graded(
    "mlp_net", "shapes and dtypes", points=1, hint="Return an nn.Module that can be called and gives a row a sample."
)
def test_net_is_a_module(student):
    """An nn.Module that gives float32 logits."""
    net = student.mlp_net(*SIZES)
    logits = net(torch.randn(4, 6))
    assert is_module(net)
    assert (logits.shape, logits.dtype) == ((4, 3), torch.float32)


@graded("mlp_net", "shapes and dtypes", points=0.5, hint=HINT_SIZES_OF_ONE)
def test_net_sizes_of_one(student):
    """A single sample, hidden unit and output."""
    assert student.mlp_net(6, 5, 3)(torch.randn(1, 6)).shape == (1, 3)
    assert student.mlp_net(4, 1, 1)(torch.randn(1, 4)).shape == (1, 1)


@graded(
    "mlp_net", "gradients", points=1, hint="Which tensors does `parameters()` find? Two weights and two biases learn."
)
def test_net_parameters(student):
    """Two weights and two biases are trainable parameters."""
    net = student.mlp_net(*SIZES)
    net(torch.zeros(1, 6))
    d, h, q = SIZES
    assert sorted(p.numel() for p in net.parameters() if p.requires_grad) == sorted([d * h, h, h * q, q])


@graded("mlp_net", "gradients", points=1.5, hint=HINT_GRADIENT)
def test_net_gradients(student):
    """The gradients of a loss in all parameters."""
    net, params = student.mlp_net(*SIZES), [p.requires_grad_() for p in parameters(*SIZES)]
    own = load(net, params)
    X = torch.randn(20, 6)
    hidden = X @ params[0] + params[1]
    X = X[hidden.abs().amin(dim=1) > 1e-3]  # where rounding cannot push a hidden unit over the kink at 0
    y = torch.arange(len(X)) % 3
    F.cross_entropy(net(X), y).backward()
    F.cross_entropy(reference(X, params), y).backward()
    for name, p in net.named_parameters():
        if name in own:
            assert p.grad is not None, f"no gradient arrives at {name}"
            assert_close(p.grad, in_layout_of(p, own[name].grad))


@graded("mlp_net", "device", points=1, hint="Register all parameters: `net.to(device)` must move them all.")
def test_net_device(on_device):
    """The net moves to an accelerator."""
    net = on_device.mlp_net(*SIZES)
    net.to(on_device.device)
    assert net(torch.randn(4, 6)).shape == (4, 3)


# train_mlp


def start():
    """Leaves for 4 inputs, 5 hidden units and 3 outputs; float64, so that rounding cannot push a hidden unit over 0."""
    return [p.requires_grad_() for p in parameters(4, 5, 3, torch.float64)]


def batches_of(*sizes, shape=(4,)):
    """Batches of random samples; small ones lack the last class."""
    return [(torch.randn(n, *shape, dtype=torch.float64), torch.arange(n) % 3) for n in sizes]


def descended(batches, params, lr=0.5, num_epochs=1):
    """Where minibatch SGD leads from params, which stay as they are."""
    params = [p.detach().clone().requires_grad_() for p in params]
    for X, y in batches * num_epochs:
        gradients = torch.autograd.grad(F.cross_entropy(reference(X, params), y), params)
        params = [(p - lr * gradient).detach().requires_grad_() for p, gradient in zip(params, gradients, strict=True)]
    return params


def assert_all_close(params, expected):
    for p, value in zip(params, expected, strict=True):
        assert_close(p, value)


class Passes:
    """An iterable that counts how often it was read to its end."""

    def __init__(self, batches):
        self.batches = batches
        self.completed = 0

    def __iter__(self):
        yield from self.batches
        self.completed += 1


@graded("train_mlp", "values", points=0.5, hint="A step is lr times the gradient of the batch's mean cross-entropy.")
@pytest.mark.parametrize("position", range(4), ids=["W1", "b1", "W2", "b2"])
def test_train_step(student, position):
    """One step, seen in each parameter."""
    batches, params = batches_of(6), start()
    expected = descended(batches, params)
    student.train_mlp(batches, list(params), lr=0.5, num_epochs=1)
    assert_close(params[position], expected[position])


@graded("train_mlp", "values", points=2, hint="Each batch's step is its own: are old gradients cleared, none skipped?")
def test_train_trajectory(student):
    """Four batches of one size, in their order."""
    batches, params = batches_of(6, 6, 6, 6), start()
    expected = descended(batches, params)
    student.train_mlp(batches, list(params), lr=0.5, num_epochs=1)
    assert_all_close(params, expected)


@graded("train_mlp", "values", points=0.5, hint="The learning rate is an argument: is it what scales your step?")
@pytest.mark.parametrize("lr", [0.1, 2.0])
def test_train_learning_rate(student, lr):
    """Another learning rate."""
    batches, params = batches_of(6), start()
    expected = descended(batches, params, lr=lr)
    student.train_mlp(batches, list(params), lr=lr, num_epochs=1)
    assert_all_close(params, expected)


@graded("train_mlp", "values", points=1, hint="num_epochs says how often to go through all batches, from the first on.")
def test_train_epochs(student):
    """Two batches, three epochs."""
    batches, params = batches_of(6, 6), start()
    expected = descended(batches, params, num_epochs=3)
    student.train_mlp(batches, list(params), lr=0.5, num_epochs=3)
    assert_all_close(params, expected)


@graded("train_mlp", "values", points=0.5, hint="Learning rate and number of epochs have defaults: see the signature.")
def test_train_defaults(student):
    """Without the last two arguments."""
    batches, params = batches_of(6), start()
    expected = descended(batches, params, lr=0.5, num_epochs=5)
    student.train_mlp(batches, list(params))
    assert_all_close(params, expected)


@graded(
    "train_mlp", "values", points=1, hint="The mean is over the samples of *this* batch: how many has the last one?"
)
def test_train_short_batches(student):
    """Batches that differ in size, down to a single sample."""
    batches, params = batches_of(6, 2, 1), start()
    expected = descended(batches, params)
    student.train_mlp(batches, list(params), lr=0.5, num_epochs=1)
    assert_all_close(params, expected)


@graded("train_mlp", "values", points=0.5, hint=HINT_FLATTEN)
def test_train_images(student):
    """Batches of images."""
    batches, params = batches_of(6, 4, shape=(1, 2, 2)), start()
    expected = descended(batches, params)
    student.train_mlp(batches, list(params), lr=0.5, num_epochs=1)
    assert_all_close(params, expected)


@graded("train_mlp", "values", points=0.5, hint="An epoch is one pass over train_iter: count your passes.")
def test_train_passes(student):
    """No pass too many over train_iter, which has neither length nor indices."""
    batches = student.put(Passes(batches_of(6, 6)))
    student.train_mlp(batches, start(), lr=0.1, num_epochs=3)
    assert batches.completed in (1, 3)  # 1: the batches were kept in a list


@graded("train_mlp", "values", points=0.5, hint=HINT_UNCHANGED)
def test_train_unchanged(student):
    """The batches stay as they were."""
    batches = batches_of(6, 2)
    with unchanged(*(tensor for batch in batches for tensor in batch)):
        student.train_mlp(batches, start(), lr=0.5, num_epochs=2)


@graded("train_mlp", "memory", points=1.5, hint="Train the caller's tensors: `p = p - step` makes new ones.")
def test_train_in_place(student):
    """The caller's own tensors have changed."""
    params = start()
    before = [p.detach().clone() for p in params]
    student.train_mlp(batches_of(6, 6), list(params), lr=0.5, num_epochs=1)
    assert not all(torch.equal(p, old) for p, old in zip(params, before, strict=True))


@graded(
    "train_mlp", "memory", points=1, hint="Autograd must not record the update: p stays a leaf that asks for gradients."
)
def test_train_leaves(student):
    """The parameters are still leaves that require gradients, and still in the list."""
    params = [student.put(p) for p in start()]
    student.train_mlp(batches_of(6, 6), params, lr=0.5, num_epochs=2)
    assert [p.is_leaf for p in params] == [True] * 4
    assert [p.requires_grad for p in params] == [True] * 4


@graded(
    "train_mlp", "memory", points=0.5, hint="A function that works in place gives nothing back: its result is None."
)
def test_train_returns_none(student):
    """The result is None."""
    assert student.train_mlp(batches_of(6), start(), lr=0.5, num_epochs=1) is None


@graded("train_mlp", "device", points=1, hint=HINT_DEVICE)
def test_train_device(on_device):
    """Batches and parameters on an accelerator."""
    batches, params = batches_of(6, 6), start()
    expected = descended(batches, params)
    on_device.train_mlp(batches, list(params), lr=0.5, num_epochs=1)
    assert_all_close(params, expected)


@graded(
    "train_mlp",
    "training",
    points=4,
    hint="Too few test images are recognised. Do loss, gradients and updates each do what they should, batch by batch?",
    seconds=20.0,
)
def test_train_accuracy(student):
    """Accuracy on 1,000 test images after five epochs on 4,096."""
    train, test = data.load("train"), data.load("test")
    X, y = data.normalise(train.images), train.labels
    batches = list(zip(X.split(64), y.split(64), strict=True))
    shapes = ((784, 64), (64,), (64, 10), (10,))
    params = [0.01 * torch.randn(s) if len(s) == 2 else torch.zeros(s) for s in shapes]
    params = [p.requires_grad_() for p in params]
    student.train_mlp(batches, params, lr=0.1, num_epochs=5)
    predicted = reference(data.normalise(test.images), params).argmax(dim=1)
    # Right programs score 0.798 or more (100 seeds), most wrong ones below 0.5.
    assert (predicted == test.labels).double().mean() > 0.72
