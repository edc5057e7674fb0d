"""Hidden suite of topic 7, dropout.

What is random is checked in two ways. Where a mask can be read off a result, the rest must follow from it exactly.
The mask itself is judged by counts, whose bounds come from Hoeffding's inequality: see `assert_count`.
"""

import math

import pytest
import torch
from torch import nn

from grader.suite import assert_close, assert_same_gradients, graded, is_module, non_contiguous, unchanged

READY_MADE = ["*dropout*"]
FORBIDDEN = {"dropout": READY_MADE, "Dropout": READY_MADE, "dropout_mlp": READY_MADE}

TOLERANCE = {torch.float32: {"rtol": 1e-4, "atol": 1e-4}}  # of logits
FALSE_ALARM = 1e-10  # of one test: the probability that a right answer fails it
MATRIX = (64, 68)  # large enough to judge a mask by its counts
PATIENCE = 20  # CPU seconds for large masks: drawing entry by entry is right, too

both_dtypes = pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=["float32", "float64"])

HINT_SCALE = "What is left is divided by the probability of being kept, so that the expected value stays the same."
HINT_PROBABILITY = "drop_prob is the probability of being dropped; numbers drawn from [0, 1) are below p that often."
HINT_SHAPE = "The mask has X's shape, whatever that is: any number of dimensions, each of any size."
HINT_DTYPE = "The result must have the dtype of the input, be it float32 or float64: what dtype has your mask?"
HINT_STRIDED = "A transposed or sliced input is not contiguous: `view` fails there, `reshape` does not."
HINT_UNCHANGED = "Your code writes into the caller's tensor: which operation of yours works in place?"
HINT_NONE = "With probability 0 nothing is dropped, and dividing by 1 − 0 changes nothing either."
HINT_ALL = "With probability 1 all is dropped: 0 / 0 is nan, so that case must not reach the division."
HINT_FRESH = "Every call draws its own mask: is a generator seeded in it, or a mask kept from the call before?"
HINT_OWN = "Every entry is decided by a number of its own, not one for a whole row, column or batch."
HINT_DEVICE = "What you create (masks, zeros) must lie on the input's device, and so must the result."
HINT_TRAINING = "Dropout belongs to training: outside it the output is the one of the plain network, exactly."
HINT_FLATTEN = "An image (1, h, w) is a sample of h * w inputs: flatten all dims but the first."
HINT_FIRST = "What leaves the first ReLU is dropped with drop_prob1: no inputs, and nothing before its bias is added."
HINT_SECOND = "What leaves the second ReLU is dropped with drop_prob2; the logits, with their bias, are not dropped."


def nonzero(*shape, dtype=torch.float32):
    """Entries of both signs, none of them near 0: what is 0 in a result was dropped."""
    X = torch.rand(*shape, dtype=dtype) + 0.5
    return torch.where(torch.rand(*shape) < 0.5, -X, X)


def kept_in(result):
    return result.detach() != 0


def assert_follows(result, X, kept, drop_prob):
    """Result is what X becomes under the mask `kept`; in X's dtype, as the dtype has a test of its own."""
    expected = torch.where(kept, X / (1 - drop_prob), torch.zeros_like(X))
    assert_close(result.to(X.dtype), expected)


def assert_count(events, probability, checks=1):
    """The number of true ones among independent `events` of this probability is what it can be.

    A count of n events strays from n · probability by t or more with a probability of at most 2 exp(-2 t² / n)
    (Hoeffding). The t below makes that FALSE_ALARM for all `checks` counts of a test together.
    """
    n, count = events.numel(), int(events.sum())
    t = math.sqrt(n / 2 * math.log(2 * checks / FALSE_ALARM))
    assert abs(count - n * probability) < t, f"{count} of {n} entries, where {n * probability:.0f} ± {t:.0f} can be"


def assert_unrelated(mask, other):
    """Two masks of probability 1/2 agree as often as not: each agreement is a fair coin of its own."""
    assert_count(mask == other, 0.5)


def assert_neighbours_unrelated(mask):
    """A mask of probability 1/2 and itself, shifted by one along a dim: each agreement is a fair coin, too."""
    for dim, size in enumerate(mask.shape):
        agreements = mask.narrow(dim, 0, size - 1) == mask.narrow(dim, 1, size - 1)
        assert_count(agreements, 0.5, checks=mask.dim())


# dropout


@graded("dropout", "values", points=1.5, hint=HINT_SCALE)
@both_dtypes
def test_survivors(student, dtype):
    """Each entry is zero or the scaled input."""
    X = nonzero(6, 9, dtype=dtype)
    for drop_prob in (0.3, 0.5, 0.8):
        result = student.dropout(X, drop_prob)
        assert_follows(result, X, kept_in(result), drop_prob)


@graded("dropout", "values", points=2, hint=HINT_STRIDED)
def test_survivors_strided(student):
    """Non-contiguous inputs."""
    for X in (nonzero(9, 6).T, non_contiguous(nonzero(7, 5))):
        result = student.dropout(X, 0.3)
        assert_follows(result, X, kept_in(result), 0.3)


@graded("dropout", "values", points=2, hint=HINT_NONE)
def test_drop_nothing(student):
    """drop_prob 0 gives X."""
    X = nonzero(5, 7)
    assert_close(student.dropout(X, 0.0).to(X.dtype), X)


@graded("dropout", "values", points=3, hint=HINT_ALL)
def test_drop_everything(student):
    """drop_prob 1 gives zeros."""
    X = nonzero(5, 7)
    assert_close(student.dropout(X, 1.0).to(X.dtype), torch.zeros(5, 7))


@graded("dropout", "values", points=3, hint=HINT_UNCHANGED)
def test_input_unchanged(student):
    """The input is as it was."""
    X = nonzero(8, 7)
    for drop_prob in (0.5, 0.0, 1.0):
        with unchanged(X):
            student.dropout(X, drop_prob)


@graded("dropout", "shapes and dtypes", points=0.5, hint=HINT_SHAPE)
@pytest.mark.parametrize("shape", [(1, 1), (1, 6), (5, 1), (4,), (3, 1, 2, 5)], ids=str)
def test_shape(student, shape):
    """The shape is X's, whatever is dropped."""
    for drop_prob in (0.5, 0.0, 1.0):
        assert student.dropout(nonzero(*shape), drop_prob).shape == shape


@graded("dropout", "shapes and dtypes", points=2.5, hint=HINT_DTYPE)
def test_dtype(student):
    """float32 stays float32, float64 stays float64, whatever is dropped."""
    for dtype in (torch.float32, torch.float64):
        for drop_prob in (0.5, 0.0, 1.0):
            assert student.dropout(nonzero(4, 3, dtype=dtype), drop_prob).dtype == dtype


@graded("dropout", "gradients", points=1.5, hint="What was dropped gets no gradient; what was kept was also scaled.")
@both_dtypes
def test_gradients(student, dtype):
    """The gradient in X: the upstream one through the same mask."""
    X, upstream = nonzero(6, 9, dtype=dtype).requires_grad_(), torch.randn(6, 9, dtype=dtype)
    result = student.dropout(X, 0.3)
    result.backward(upstream.to(result.dtype))
    assert_follows(X.grad, upstream, kept_in(result), 0.3)


def gradient_beside_identity(student, drop_prob):
    """The gradient of sum(dropout(X) + X) in X: it exists where dropout's zeros have no graph, too."""
    X = nonzero(4, 5).requires_grad_()
    (student.dropout(X, drop_prob) + X).sum().backward()
    return X.grad


@graded("dropout", "gradients", points=1, hint=HINT_NONE)
def test_gradients_drop_nothing(student):
    """The gradient with drop_prob 0."""
    assert_close(gradient_beside_identity(student, 0.0), torch.full((4, 5), 2.0))


@graded("dropout", "gradients", points=2, hint=HINT_ALL)
def test_gradients_drop_everything(student):
    """The gradient with drop_prob 1 is zero."""
    assert_close(gradient_beside_identity(student, 1.0), torch.ones(4, 5))


@graded("dropout", "errors", points=1.5, hint="A probability lies in [0, 1]; anything else must raise ValueError.")
@pytest.mark.parametrize("drop_prob", [-0.1, 1.1])
def test_error(student, drop_prob):
    """A drop_prob outside [0, 1]."""
    with pytest.raises(ValueError):
        student.dropout(nonzero(3, 4), drop_prob)


@graded("dropout", "randomness", points=1, seconds=PATIENCE, hint=HINT_PROBABILITY)
@pytest.mark.parametrize("drop_prob", [0.2, 0.5, 0.8])
def test_rate(student, drop_prob):
    """How many entries are dropped."""
    # Of 4352 entries 52 in 1000 more or fewer pass. Normal noise instead of uniform is off by 190 at 0.5.
    assert_count(~kept_in(student.dropout(nonzero(*MATRIX), drop_prob)), drop_prob)


@graded(
    "dropout",
    "randomness",
    points=1.5,
    seconds=PATIENCE,
    hint="Which entries are dropped must not depend on where they stand.",
)
def test_rate_in_lines(student):
    """How many entries of each row and of each column are dropped."""
    # 132 counts: 34 ± 31.2 in a row and 32 ± 30.3 in a column pass, so a line dropped or kept as a whole does not.
    kept = kept_in(student.dropout(nonzero(*MATRIX), 0.5))
    for line in (*kept, *kept.T):
        assert_count(line, 0.5, checks=sum(kept.shape))


@graded("dropout", "randomness", points=1.5, seconds=PATIENCE, hint=HINT_OWN)
def test_lines_differ(student):
    """No two rows and no two columns are dropped at the same places."""
    # Two right columns of 64 agree with probability 2^-64, rows even less: with 2278 pairs of columns, 1e-16.
    kept = kept_in(student.dropout(nonzero(*MATRIX), 0.5))
    assert len(kept.unique(dim=0)) == len(kept), "two rows have the same mask"
    assert len(kept.T.unique(dim=0)) == len(kept.T), "two columns have the same mask"


@graded("dropout", "randomness", points=1, seconds=PATIENCE, hint=HINT_OWN)
def test_neighbours(student):
    """Entries next to each other, in a matrix and in a batch of images, are dropped independently."""
    for shape in (MATRIX, (8, 5, 9, 10)):
        assert_neighbours_unrelated(kept_in(student.dropout(nonzero(*shape), 0.5)))


@graded("dropout", "randomness", points=2, seconds=PATIENCE, hint=HINT_FRESH)
def test_fresh_mask(student):
    """Three calls have unrelated masks, two of them for the same input."""
    X = nonzero(30, 40)
    first, second, third = (kept_in(student.dropout(Y, 0.5)) for Y in (X, X, nonzero(30, 40)))
    assert_unrelated(first, second)
    assert_unrelated(first, third)
    assert_unrelated(second, third)


@graded(
    "dropout",
    "randomness",
    points=1,
    seconds=PATIENCE,
    hint="Each entry is decided on its own: how many are dropped is random, too.",
)
def test_count_varies(student):
    """Sixteen calls do not all drop the same number of entries."""
    # The likeliest count of 30 entries, 15, has probability 0.145: all equal, 0.145^15 = 3e-13.
    counts = {int(kept_in(student.dropout(nonzero(5, 6), 0.5)).sum()) for _ in range(16)}
    assert len(counts) > 1, f"always {counts} kept"


@graded("dropout", "device", points=3, hint=HINT_DEVICE)
def test_device(on_device):
    """An input on an accelerator, whatever is dropped."""
    X = nonzero(6, 9)
    for drop_prob in (0.5, 0.0):
        result = on_device.dropout(X, drop_prob)
        assert_follows(result, X, kept_in(result), drop_prob)
    assert_close(on_device.dropout(X, 1.0).to(X.dtype), torch.zeros(6, 9))


# Dropout: whether bad probabilities raise is not promised


@graded("Dropout", "values", points=1, hint="In eval mode the layer gives its input as it is: not dropped, not scaled.")
@pytest.mark.parametrize("drop_prob", [0.4, 1.0])
def test_layer_in_eval_mode(student, drop_prob):
    """Eval mode passes X through."""
    layer, X = student.Dropout(drop_prob), nonzero(6, 9)
    layer.eval()
    assert_close(layer(X).to(X.dtype), X)


@graded("Dropout", "values", points=1.5, hint=HINT_SCALE)
def test_layer_survivors(student):
    """Train mode leaves zeros and scaled inputs, and the two extreme probabilities hold."""
    for drop_prob in (0.3, 0.0, 1.0):
        layer, X = student.Dropout(drop_prob), nonzero(6, 9, dtype=torch.float64)
        layer.train()
        result = layer(X)
        if drop_prob == 1:
            assert_close(result.to(X.dtype), torch.zeros_like(X))
        else:
            assert_follows(result, X, kept_in(result), drop_prob)


@graded("Dropout", "values", points=2, hint="Ask for the mode when the layer is called: it may have changed since.")
def test_layer_modes(student):
    """The mode may change, there and back, at any time."""
    # In train mode all of 54 entries are kept with probability 2^-54.
    layer, X = student.Dropout(0.5), nonzero(6, 9)
    for training in (True, False, True, False, True):
        layer.train(training)
        assert kept_in(layer(X)).all() == (not training), f"wrong with training={training}"


@graded(
    "Dropout", "values", points=1.5, hint="A net sets the mode of its layers by `train(mode)`, never by their `eval`."
)
def test_layer_inside_a_net(student):
    """The layer follows the mode of the net that it is part of."""
    net, X = student.put(nn.Sequential()), nonzero(6, 9)
    net.append(student.Dropout(0.5))
    net.eval()
    assert kept_in(net(X)).all(), "dropped in eval mode"
    net.train()
    assert not kept_in(net(X)).all(), "nothing dropped in train mode"  # kept with probability 2^-54


@graded("Dropout", "values", points=1, hint=HINT_UNCHANGED)
def test_layer_leaves_input(student):
    """The input is as it was, in both modes."""
    layer, X = student.Dropout(0.5), nonzero(6, 9)
    for training in (True, False):
        layer.train(training)
        with unchanged(X):
            layer(X)


@graded("Dropout", "shapes and dtypes", points=1, hint="A layer is an nn.Module, made of nothing but its probability.")
def test_layer_is_a_module(student):
    """It is a module."""
    assert is_module(student.Dropout(0.5))


@graded("Dropout", "shapes and dtypes", points=1, hint="The result has the input's shape and dtype, in both modes.")
def test_layer_shape_and_dtype(student):
    """Shape and dtype in both modes, one layer for several shapes."""
    layer = student.Dropout(0.5)
    for training in (True, False):
        layer.train(training)
        for shape, dtype in (((4, 5), torch.float32), ((3, 1), torch.float64), ((2, 1, 3, 2), torch.float32)):
            result = layer(nonzero(*shape, dtype=dtype))
            assert result.shape == shape
            assert result.dtype == dtype


@graded("Dropout", "gradients", points=1, hint="What was dropped gets no gradient; what was kept was also scaled.")
def test_layer_gradients(student):
    """The gradient in train mode."""
    layer, X, upstream = student.Dropout(0.3), nonzero(6, 9).requires_grad_(), torch.randn(6, 9)
    layer.train()
    result = layer(X)
    result.backward(upstream.to(result.dtype))
    assert_follows(X.grad, upstream, kept_in(result), 0.3)


@graded("Dropout", "gradients", points=1, hint="In eval mode gradients pass through the layer unchanged, too.")
def test_layer_gradients_in_eval_mode(student):
    """The gradient in eval mode."""
    layer = student.Dropout(0.3)
    layer.eval()
    assert_same_gradients(lambda X: layer(X).to(X.dtype), lambda X: X * 1, nonzero(6, 9))


@graded("Dropout", "randomness", points=1, seconds=PATIENCE, hint=HINT_PROBABILITY)
@pytest.mark.parametrize("drop_prob", [0.2, 0.8])
def test_layer_rate(student, drop_prob):
    """How many entries are dropped."""
    layer = student.Dropout(drop_prob)
    layer.train()
    assert_count(~kept_in(layer(nonzero(40, 50))), drop_prob)


@graded("Dropout", "randomness", points=2, seconds=PATIENCE, hint=HINT_FRESH)
def test_layer_fresh_mask(student):
    """Every call of a layer has a mask of its own, and so has another layer; entries are independent."""
    layer, other, X = student.Dropout(0.5), student.Dropout(0.5), nonzero(30, 40)
    layer.train()
    other.train()
    first, second, third = (kept_in(result) for result in (layer(X), layer(X), other(X)))
    assert_unrelated(first, second)
    assert_unrelated(first, third)
    assert_unrelated(second, third)
    assert_neighbours_unrelated(first)


@graded("Dropout", "device", points=2, hint=HINT_DEVICE)
def test_layer_device(on_device):
    """An input on an accelerator, in both modes."""
    layer, X = on_device.Dropout(0.5), nonzero(6, 9)
    layer.to(on_device.device)
    layer.train()
    result = layer(X)
    assert_follows(result, X, kept_in(result), 0.5)
    layer.eval()
    assert_close(layer(X).to(X.dtype), X)


# dropout_mlp and dropout_net: the perceptron without dropout, and one that lets its masks be seen


def parameters_for(d, h1, h2, q, dtype=torch.float32):
    """Random [W1, b1, W2, b2, W3, b3]."""
    shapes = ((d, h1), (h1,), (h1, h2), (h2,), (h2, q), (q,))
    return [torch.randn(shape, dtype=dtype) for shape in shapes]


def plain_mlp(X, params):
    W1, b1, W2, b2, W3, b3 = params
    hidden1 = torch.relu(X.reshape(len(X), -1) @ W1 + b1)
    return torch.relu(hidden1 @ W2 + b2) @ W3 + b3


def transparent(d, h1, h2, q, dtype=torch.float32):
    """Parameters that pass hidden units on as they are (h1 <= h2 <= q).

    For positive inputs all of the first layer's units are positive, so that a 0 among the first h1 logits tells that
    the unit was dropped, in one of the layers.
    """
    W1, b1 = torch.rand(d, h1, dtype=dtype) + 0.1, torch.rand(h1, dtype=dtype) + 0.5
    rest = [torch.eye(h1, h2), torch.zeros(h2), torch.eye(h2, q), torch.zeros(q)]
    return [W1, b1, *(tensor.to(dtype) for tensor in rest)]


def positive(n, d, dtype=torch.float32):
    return torch.rand(n, d, dtype=dtype) + 0.1


def assert_logits(result, expected):
    """Sums of many terms, in any order; in expected's dtype, as the dtype has a test of its own."""
    assert_close(result.to(expected.dtype), expected, **TOLERANCE.get(expected.dtype, {}))


@graded("dropout_mlp", "values", points=1, hint=HINT_TRAINING)
@both_dtypes
def test_mlp_without_training(student, dtype):
    """The logits outside training, whatever the probabilities."""
    X, params = torch.randn(4, 5, dtype=dtype), parameters_for(5, 7, 6, 3, dtype)
    for drop_probs in ((0.5, 0.3), (1.0, 1.0)):
        assert_logits(student.dropout_mlp(X, params, *drop_probs, False), plain_mlp(X, params))


@graded(
    "dropout_mlp", "values", points=1, hint="ReLU after the two hidden layers, none after the last, and no softmax."
)
def test_mlp_training_drop_nothing(student):
    """The logits in training with both probabilities 0."""
    X, params = torch.randn(4, 5), parameters_for(5, 7, 6, 3)
    assert_logits(student.dropout_mlp(X, params, 0.0, 0.0, True), plain_mlp(X, params))


@graded("dropout_mlp", "values", points=1.5, hint=HINT_FLATTEN)
def test_mlp_images(student):
    """The logits of images, with one channel and with two."""
    params = parameters_for(12, 7, 6, 3)
    for X in (torch.randn(4, 1, 3, 4), torch.randn(3, 2, 2, 3)):
        assert_logits(student.dropout_mlp(X, params, 0.5, 0.5, False), plain_mlp(X, params))


@graded("dropout_mlp", "values", points=1.5, hint=HINT_FIRST)
def test_mlp_drop_first_layer(student):
    """The logits where all of the first layer is dropped and none of the second."""
    X, params = torch.randn(4, 5), parameters_for(5, 7, 6, 3)
    _, _, _, b2, W3, b3 = params
    expected = (torch.relu(b2) @ W3 + b3).expand(4, 3)
    assert_logits(student.dropout_mlp(X, params, 1.0, 0.0, True), expected)


@graded("dropout_mlp", "values", points=1.5, hint=HINT_SECOND)
def test_mlp_drop_second_layer(student):
    """The logits where all of the second layer is dropped and none of the first."""
    X, params = torch.randn(4, 5), parameters_for(5, 7, 6, 3)
    assert_logits(student.dropout_mlp(X, params, 0.0, 1.0, True), params[-1].expand(4, 3))


@graded("dropout_mlp", "values", points=1.5, hint=HINT_FIRST)
def test_mlp_scale_first_layer(student):
    """Units of the first layer are zero or scaled, their bias with them."""
    X, params = positive(6, 3), transparent(3, 8, 8, 8)
    result = student.dropout_mlp(X, params, 0.3, 0.0, True)
    assert_follows(result, plain_mlp(X, params), kept_in(result), 0.3)


@graded("dropout_mlp", "values", points=1.5, hint=HINT_SECOND)
def test_mlp_scale_second_layer(student):
    """Units of the second layer are zero or scaled, the last bias is not."""
    X, params = positive(6, 3), transparent(3, 8, 8, 8)
    params[-1] = torch.randn(8)
    units = student.dropout_mlp(X, params, 0.0, 0.3, True).to(X.dtype) - params[-1]
    assert_follows(units, plain_mlp(X, params) - params[-1], units.detach().abs() > 0.1, 0.3)


@graded("dropout_mlp", "values", points=0.5, hint=HINT_STRIDED)
def test_mlp_strided_parameters(student):
    """Non-contiguous parameters."""
    X, params = torch.randn(4, 5), parameters_for(5, 7, 6, 3)
    strided = [non_contiguous(p) if p.dim() == 1 else p.T.contiguous().T for p in params]
    assert_logits(student.dropout_mlp(X, strided, 0.5, 0.5, False), plain_mlp(X, params))


@graded("dropout_mlp", "values", points=1, hint=HINT_UNCHANGED)
def test_mlp_leaves_inputs(student):
    """Samples and parameters are as they were."""
    X, params = torch.randn(4, 5), parameters_for(5, 7, 6, 3)
    for training in (True, False):
        with unchanged(X, *params):
            student.dropout_mlp(X, params, 0.5, 0.5, training)


@graded("dropout_mlp", "shapes and dtypes", points=0.5, hint="One row of q logits a sample, also for sizes of 1.")
@pytest.mark.parametrize(("n", "d", "h1", "h2", "q"), [(1, 1, 1, 1, 1), (3, 2, 1, 5, 4)])
def test_mlp_shape(student, n, d, h1, h2, q):
    """The shape of the logits, in training and outside it."""
    X, params = torch.randn(n, d), parameters_for(d, h1, h2, q)
    for training in (True, False):
        assert student.dropout_mlp(X, params, 0.5, 0.5, training).shape == (n, q)


@graded("dropout_mlp", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_mlp_dtype(student):
    """float32 stays float32, float64 stays float64, also in training."""
    for dtype in (torch.float32, torch.float64):
        X, params = torch.randn(4, 5, dtype=dtype), parameters_for(5, 7, 6, 3, dtype)
        for training in (True, False):
            assert student.dropout_mlp(X, params, 0.5, 0.5, training).dtype == dtype


@graded(
    "dropout_mlp", "gradients", points=1.5, hint="Backward must reach X and all six parameters: no detach or `.data`."
)
def test_mlp_gradients(student):
    """The gradients in X and in all parameters, outside training."""
    X, params = torch.randn(4, 5, dtype=torch.float64), parameters_for(5, 7, 6, 3, torch.float64)
    assert_same_gradients(
        lambda X, *params: student.dropout_mlp(X, list(params), 0.5, 0.3, False).to(X.dtype),
        lambda X, *params: plain_mlp(X, params),
        X,
        *params,
    )


@graded(
    "dropout_mlp", "gradients", points=1.5, hint="What was dropped gets no gradient; what was kept was also scaled."
)
def test_mlp_gradients_in_training(student):
    """The gradients in the first layer's parameters go through its mask."""
    X, params = positive(6, 3, torch.float64), transparent(3, 8, 8, 8, torch.float64)
    W1, b1 = params[0].requires_grad_(), params[1].requires_grad_()
    upstream = torch.randn(6, 8, dtype=torch.float64)
    result = student.dropout_mlp(X, params, 0.3, 0.0, True)
    result.backward(upstream.to(result.dtype))
    through = upstream * kept_in(result) / 0.7
    assert W1.grad is not None and b1.grad is not None, "no gradient arrives at the first layer"
    assert_close(W1.grad, X.T @ through)
    assert_close(b1.grad, through.sum(dim=0))


@graded(
    "dropout_mlp",
    "randomness",
    points=1.5,
    seconds=PATIENCE,
    hint="Each hidden layer has its own probability: which is the first's?",
)
@pytest.mark.parametrize("drop_probs", [(0.2, 0.0), (0.0, 0.2)], ids=["first", "second"])
def test_mlp_rate(student, drop_probs):
    """How many units of one layer are dropped."""
    # 960 units: 112 in 1000 more or fewer pass.
    result = student.dropout_mlp(positive(40, 3), transparent(3, 24, 24, 24), *drop_probs, True)
    assert_count(~kept_in(result), 0.2)


@graded(
    "dropout_mlp",
    "randomness",
    points=1,
    seconds=PATIENCE,
    hint="The two hidden layers draw a mask each, even if their sizes agree.",
)
def test_mlp_two_masks(student):
    """Both layers drop, independently of each other."""
    result = student.dropout_mlp(positive(40, 3), transparent(3, 24, 24, 24), 0.5, 0.5, True)
    assert_count(kept_in(result), 0.25)


@graded("dropout_mlp", "randomness", points=1, seconds=PATIENCE, hint=HINT_FRESH)
def test_mlp_fresh_masks(student):
    """Units of one sample, samples of one batch and two calls are dropped independently, in either layer."""
    X, params = positive(40, 3), transparent(3, 24, 24, 24)
    for drop_probs in ((0.5, 0.0), (0.0, 0.5)):
        first, second = (kept_in(student.dropout_mlp(X, params, *drop_probs, True)) for _ in range(2))
        assert_unrelated(first, second)
        assert_neighbours_unrelated(first)


@graded("dropout_mlp", "device", points=2, hint=HINT_DEVICE)
def test_mlp_device(on_device):
    """Samples and parameters on an accelerator, in training and outside it."""
    X, params = positive(6, 3), transparent(3, 8, 8, 8)
    assert_logits(on_device.dropout_mlp(X, params, 0.5, 0.5, False), plain_mlp(X, params))
    result = on_device.dropout_mlp(X, params, 0.5, 0.5, True)
    assert_follows(result, plain_mlp(X, params), kept_in(result), 0.75)


# dropout_net: its parameters are told apart by their sizes, whatever their names and layouts

SIZES = (2, 24, 25, 26)  # d, h1, h2, q: no two parameters have equally many entries


def in_order(tensors):
    """The six tensors of a net of SIZES as W1, b1, ..., W (in, out) and b (out,)."""
    by_size = {tensor.numel(): tensor.detach() for tensor in tensors}
    ordered = []
    for like in parameters_for(*SIZES):
        assert like.numel() in by_size, f"no parameter has {like.numel()} entries"
        found = by_size[like.numel()].squeeze()
        ordered.append(found if found.shape == like.shape else found.T)
    return ordered


def load(net, params):
    """Give a net of SIZES these parameters, in its own layout."""
    net.eval()
    net(torch.zeros(1, SIZES[0]))  # lazy layers learn their sizes here
    by_size = {param.numel(): param for param in params}

    def in_layout_of(value):
        param = by_size.get(value.numel(), value)
        return (param if param.shape == value.squeeze().shape else param.T).reshape(value.shape)

    net.load_state_dict({name: in_layout_of(value) for name, value in net.state_dict().items()})


def loaded_net(student, params, *drop_probs):
    net = student.dropout_net(*SIZES, *drop_probs)
    load(net, params)
    return net


def hidden_units(logits):
    """The first layer's units, as the logits of a transparent net show them."""
    return logits[:, : SIZES[1]]


@graded("dropout_net", "values", points=2, hint=HINT_TRAINING)
def test_net_in_eval_mode(student):
    """Eval mode gives the logits of the plain network with the net's own parameters."""
    X, params = torch.randn(4, SIZES[0]), parameters_for(*SIZES)
    net = loaded_net(student, params, 0.5, 0.3)
    net.eval()
    assert_logits(net(X), plain_mlp(X, params))


@graded("dropout_net", "values", points=1.5, hint=HINT_FLATTEN)
def test_net_images(student):
    """An image gives the logits that its entries give as a row."""
    net, X = student.dropout_net(12, 7, 6, 3, 0.5, 0.5), torch.randn(4, 1, 3, 4)
    net.eval()
    assert_logits(net(X), net(X.reshape(4, 12)))


@graded("dropout_net", "values", points=1.5, hint=HINT_FIRST)
def test_net_drop_first_layer(student):
    """Train mode where all of the first layer is dropped and none of the second."""
    params = parameters_for(*SIZES)
    _, _, _, b2, W3, b3 = params
    net = loaded_net(student, params, 1.0, 0.0)
    net.train()
    expected = (torch.relu(b2) @ W3 + b3).expand(4, -1)
    assert_logits(net(torch.randn(4, SIZES[0])), expected)


@graded("dropout_net", "values", points=1.5, hint=HINT_SECOND)
def test_net_drop_second_layer(student):
    """Train mode where all of the second layer is dropped and none of the first."""
    params = parameters_for(*SIZES)
    net = loaded_net(student, params, 0.0, 1.0)
    net.train()
    assert_logits(net(torch.randn(4, SIZES[0])), params[-1].expand(4, -1))


@graded(
    "dropout_net", "values", points=1, hint="In train mode each hidden layer's units are zero or scaled, no others."
)
def test_net_scale(student):
    """Units are zero or scaled in train mode, in either layer."""
    X, params = positive(6, SIZES[0]), transparent(*SIZES)
    for drop_probs in ((0.3, 0.0), (0.0, 0.3)):
        net = loaded_net(student, params, *drop_probs)
        net.train()
        result = hidden_units(net(X))
        assert_follows(result, hidden_units(plain_mlp(X, params)), kept_in(result), 0.3)


@graded("dropout_net", "values", points=0.5, hint="Ask for the mode when the net is called: it may have changed since.")
def test_net_modes(student):
    """The mode may change, there and back, at any time."""
    # In train mode all of 144 units are kept with probability 2^-144.
    X, net = positive(6, SIZES[0]), loaded_net(student, transparent(*SIZES), 0.5, 0.0)
    for training in (True, False, True, False):
        net.train(training)
        assert kept_in(hidden_units(net(X))).all() == (not training), f"wrong with training={training}"


@graded(
    "dropout_net", "shapes and dtypes", points=2, hint="Three layers, a weight and a bias each, of the given sizes."
)
def test_net_parameters(student):
    """It is a module with six trainable parameters of the right shapes."""
    net = student.dropout_net(*SIZES, 0.5, 0.5)
    assert is_module(net)
    net.eval()
    net(torch.zeros(1, SIZES[0]))
    trainable = [p for p in net.parameters() if p.requires_grad]
    assert len(trainable) == 6, f"there are {len(trainable)} trainable parameters"
    for found, like in zip(in_order(trainable), parameters_for(*SIZES), strict=True):
        assert found.shape == like.shape, "a parameter has another shape"


@graded("dropout_net", "shapes and dtypes", points=0.5, hint="One row of q logits a sample, also for sizes of 1.")
@pytest.mark.parametrize(("n", "sizes"), [(1, (1, 1, 1, 1)), (3, (2, 1, 5, 4))])
def test_net_shape(student, n, sizes):
    """The shape of the logits, in both modes."""
    net = student.dropout_net(*sizes, 0.5, 0.5)
    for training in (True, False):
        net.train(training)
        assert net(torch.randn(n, sizes[0])).shape == (n, sizes[-1])


@graded(
    "dropout_net", "gradients", points=2, hint="Backward must reach all six parameters: are all of them registered?"
)
def test_net_gradients(student):
    """The gradients in all parameters, in eval mode."""
    # All is positive, so that no unit is near the kink of ReLU.
    X, params = positive(4, SIZES[0]), [param.abs() for param in parameters_for(*SIZES)]
    net = loaded_net(student, params, 0.5, 0.5)
    net.eval()
    upstream = torch.randn(4, SIZES[-1])
    net(X).backward(upstream)
    plain_mlp(X, [param.requires_grad_() for param in params]).backward(upstream)
    grads = [param.grad for param in net.parameters()]
    assert all(grad is not None for grad in grads), "a parameter got no gradient"
    for grad, param in zip(in_order(grads), params, strict=True):
        assert_logits(grad, param.grad)


@graded(
    "dropout_net",
    "randomness",
    points=1,
    seconds=PATIENCE,
    hint="Each hidden layer has its own probability: which is the first's?",
)
@pytest.mark.parametrize("drop_probs", [(0.2, 0.0), (0.0, 0.2)], ids=["first", "second"])
def test_net_rate(student, drop_probs):
    """How many units of one layer are dropped in train mode."""
    net = loaded_net(student, transparent(*SIZES), *drop_probs)
    net.train()
    assert_count(~kept_in(hidden_units(net(positive(40, SIZES[0])))), 0.2)


@graded("dropout_net", "randomness", points=1, seconds=PATIENCE, hint=HINT_FRESH)
def test_net_fresh_masks(student):
    """Units of one sample, samples of one batch, two calls and the two layers are dropped independently."""
    X, net = positive(40, SIZES[0]), loaded_net(student, transparent(*SIZES), 0.5, 0.0)
    net.train()
    first, second = (kept_in(hidden_units(net(X))) for _ in range(2))
    assert_unrelated(first, second)
    assert_neighbours_unrelated(first)
    net = loaded_net(student, transparent(*SIZES), 0.5, 0.5)
    net.train()
    assert_count(kept_in(hidden_units(net(X))), 0.25)


@graded(
    "dropout_net", "device", points=2, hint="A net moves with `to`: does its forward create tensors that stay behind?"
)
def test_net_device(on_device):
    """A net and samples on an accelerator, in both modes."""
    net, X = on_device.dropout_net(*SIZES, 1.0, 0.5), torch.randn(4, SIZES[0])
    net.to(on_device.device)
    net.eval()
    logits = net(X)
    params = in_order(net.parameters())
    assert_logits(logits, plain_mlp(X, params))
    net.train()
    assert net(X).shape == (4, SIZES[-1])
