"""Hidden suite of topic 5, cross-entropy by gather.

The labels are chosen, the scores are drawn. Values are compared flat, so that a wrong shape costs the points for shapes
alone, and the hint that goes with them.
"""

import pytest
import torch
import torch.nn.functional as F

from grader.suite import assert_close, assert_same_gradients, graded, non_contiguous, unchanged

READY_MADE = ["cross_entropy*", "linear_cross_entropy*", "nll_loss*"]
FORBIDDEN = {
    "cross_entropy": READY_MADE,
    "cross_entropy_from_logits": READY_MADE,
    "cross_entropy_gradient": ["autograd", "*_backward*"],
}

TALL = [2, 0, 1, 1, 0, 2, 0]  # for 3 classes
FEW = [2, 0, 1, 1]  # for 3 classes
ABSENT = [0, 2, 1]  # for 5 classes: the last two never occur
SQUARE = [1, 3, 0, 1]  # for 4 classes; read by columns it gives other entries

both_dtypes = pytest.mark.parametrize("dtype", [torch.float32, torch.float64], ids=["float32", "float64"])
many_and_one = pytest.mark.parametrize("labels", [TALL, [2]], ids=["many", "one"])

HINT_DTYPE = "The result must have the dtype of the input, be it float32 or float64."
HINT_STRIDED = "A transposed or sliced input is not contiguous: `view` on a matrix fails there, `reshape` does not."
HINT_UNCHANGED = "Your function writes into the caller's tensor: which operation of yours works in place?"
HINT_ABSENT = "A batch need not hold every class: take the number of classes from the columns, not from the labels."
HINT_SQUARE = "With as many samples as classes, dim 0 and dim 1 are easily confused: row i must use label i."
HINT_COLUMN = "One row a sample, one column, also for a single sample: keep the (n, 1) shape of `gather`."
HINT_SCALAR = "The result must be a 0-dim tensor, for a single sample too: no list, no dim of size 1."
HINT_GRADIENT = "Autograd must reach the input and find the right slope: no detach, no `.data`, no `.item()` on scores."
HINT_DEVICE = "What you create (arange, zeros, eye) must lie on the inputs' device, and so must the result."
HINT_OVERFLOW = "exp of a large score is infinite: subtract something from the row that leaves the loss as it is."
HINT_VANISHING = "A probability may round to 0 while its logarithm is an ordinary number: stay on the log scale."
HINT_ROW_SCALE = "Rows may differ widely in size: each needs its own shift."


def logits_and_labels(labels, num_classes, dtype=torch.float64):
    return 2 * torch.randn(len(labels), num_classes, dtype=dtype), torch.tensor(labels)


def probabilities_and_labels(labels, num_classes, dtype=torch.float64):
    logits, y = logits_and_labels(labels, num_classes, dtype)
    return logits.softmax(dim=1), y


def far_apart(dtype):
    """Rows in which the label's score is some 1e4 or 2e4 below the largest: its probability rounds to 0."""
    return torch.tensor([[0.0, -1e4, 1.0], [1e4, 0.0, -1e4], [1e4, 2.0, 1e4]], dtype=dtype), torch.tensor([1, 2, 1])


def large(dtype):
    """Rows of scores near 1e4, the label's among them."""
    return torch.tensor([[1e4, 9999.0, 9998.0], [9998.0, 1e4, 1e4]], dtype=dtype), torch.tensor([2, 0])


def unlike_rows(dtype):
    """Rows near 1e4, near 0 and near -1e4; within a row the scores are close."""
    rows = [[1e4, 9999.0, 9998.0], [0.5, -1.0, 1.0], [-9999.0, -1e4, -9999.0]]
    return torch.tensor(rows, dtype=dtype), torch.tensor([0, 2, 1])


def tolerance(dtype):
    """The curriculum grades float32 to 1e-3 at entries of ±1e4, where neighbouring numbers are 1e-3 apart."""
    return {"rtol": 1e-3, "atol": 1e-3} if dtype == torch.float32 else {}


def transposed(matrix):
    """Equal values, column after column in memory."""
    return matrix.T.contiguous().T


def flat(result):
    return result.reshape(-1)


def picked(y_hat, y):
    return torch.stack([row[label] for row, label in zip(y_hat, y, strict=True)])


def losses(y_hat, y):
    return -picked(y_hat, y).log()


def losses_from_logits(logits, y):
    return F.cross_entropy(logits.double(), y, reduction="none").to(logits.dtype)


def mean_loss_gradient(logits, y):
    labels = F.one_hot(y, logits.shape[1])
    return ((logits.double().softmax(dim=1) - labels) / len(y)).to(logits.dtype)


# one_hot


@graded("one_hot", "values", points=1, hint="Row i holds a single 1, in the column that label i names.")
@pytest.mark.parametrize(("labels", "num_classes"), [(TALL, 3), (SQUARE, 4)], ids=["tall", "square"])
def test_one_hot(student, labels, num_classes):
    """The 1 stands in the label's column, for more samples than classes and for as many."""
    expected = torch.tensor([[float(column == label) for column in range(num_classes)] for label in labels])
    assert_close(student.one_hot(torch.tensor(labels), num_classes).float(), expected)


@graded("one_hot", "values", points=2, hint="The number of columns is given: a batch need not hold every class.")
def test_one_hot_absent_classes(student):
    """A batch without the last classes has their columns all the same."""
    assert_close(student.one_hot(torch.tensor(ABSENT), 5).float(), torch.eye(5)[ABSENT])


@graded("one_hot", "values", points=1, hint="Labels may be every second entry of a longer tensor.")
def test_one_hot_strided_labels(student):
    """Labels in strided memory."""
    assert_close(student.one_hot(non_contiguous(torch.tensor(TALL)), 3).float(), torch.eye(3)[TALL])


@graded("one_hot", "shapes and dtypes", points=2, hint="The labels are int64, the rows that a loss works with float32.")
def test_one_hot_dtype(student):
    """The rows are float32."""
    assert student.one_hot(torch.tensor(TALL), 3).dtype == torch.float32


@graded("one_hot", "shapes and dtypes", points=1, hint="A single label, or a single class, still gives a matrix.")
def test_one_hot_sizes_of_one(student):
    """One sample gives one row, one class one column."""
    assert student.one_hot(torch.tensor([1]), 4).shape == (1, 4)
    assert student.one_hot(torch.tensor([0, 0, 0]), 1).shape == (3, 1)


@graded("one_hot", "device", points=2, hint=HINT_DEVICE)
def test_one_hot_device(on_device):
    """Labels on an accelerator."""
    assert_close(on_device.one_hot(torch.tensor(TALL), 3).float(), torch.eye(3)[TALL])


# picked_probability


@graded(
    "picked_probability",
    "values",
    points=1,
    hint="Row i gives its entry in column y_i, no other row's and no other column's.",
)
@both_dtypes
def test_picked_probability(student, dtype):
    """Values with more samples than classes."""
    y_hat, y = probabilities_and_labels(TALL, 3, dtype)
    assert_close(flat(student.picked_probability(y_hat, y)), picked(y_hat, y))


@graded("picked_probability", "values", points=2, hint=HINT_SQUARE)
def test_picked_probability_square(student):
    """Values with as many samples as classes."""
    y_hat, y = probabilities_and_labels(SQUARE, 4)
    assert_close(flat(student.picked_probability(y_hat, y)), picked(y_hat, y))


@graded("picked_probability", "values", points=1, hint=HINT_ABSENT)
def test_picked_probability_absent_classes(student):
    """Values where the last classes do not occur."""
    y_hat, y = probabilities_and_labels(ABSENT, 5)
    assert_close(flat(student.picked_probability(y_hat, y)), picked(y_hat, y))


@graded("picked_probability", "values", points=1, hint=HINT_STRIDED)
def test_picked_probability_strided(student):
    """Non-contiguous probabilities and labels."""
    y_hat, y = probabilities_and_labels(TALL, 3)
    result = student.picked_probability(transposed(y_hat), non_contiguous(y))
    assert_close(flat(result), picked(y_hat, y))


@graded("picked_probability", "shapes and dtypes", points=1, hint=HINT_COLUMN)
@many_and_one
def test_picked_probability_shape(student, labels):
    """The shape is (n, 1), for one sample too."""
    assert student.picked_probability(*probabilities_and_labels(labels, 3)).shape == (len(labels), 1)


@graded("picked_probability", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_picked_probability_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert student.picked_probability(*probabilities_and_labels(TALL, 3, dtype)).dtype == dtype


@graded("picked_probability", "gradients", points=2, hint=HINT_GRADIENT)
def test_picked_probability_gradients(student):
    """The gradient in the probabilities."""
    y_hat, y = probabilities_and_labels(TALL, 3)
    assert_same_gradients(
        lambda y_hat: flat(student.picked_probability(y_hat, y)), lambda y_hat: picked(y_hat, y), y_hat
    )


@graded("picked_probability", "device", points=2, hint=HINT_DEVICE)
def test_picked_probability_device(on_device):
    """Probabilities and labels on an accelerator."""
    y_hat, y = probabilities_and_labels(TALL, 3, torch.float32)
    assert_close(flat(on_device.picked_probability(y_hat, y)), picked(y_hat, y))


# cross_entropy


@graded("cross_entropy", "values", points=1, hint="The loss is minus the natural logarithm of the label's probability.")
@both_dtypes
def test_cross_entropy(student, dtype):
    """Values with more samples than classes."""
    y_hat, y = probabilities_and_labels(TALL, 3, dtype)
    assert_close(flat(student.cross_entropy(y_hat, y)), losses(y_hat, y))


@graded("cross_entropy", "values", points=1, hint=HINT_SQUARE)
def test_cross_entropy_square(student):
    """Values with as many samples as classes."""
    y_hat, y = probabilities_and_labels(SQUARE, 4)
    assert_close(flat(student.cross_entropy(y_hat, y)), losses(y_hat, y))


@graded("cross_entropy", "values", points=1, hint=HINT_ABSENT)
def test_cross_entropy_absent_classes(student):
    """Values where the last classes do not occur."""
    y_hat, y = probabilities_and_labels(ABSENT, 5)
    assert_close(flat(student.cross_entropy(y_hat, y)), losses(y_hat, y))


@graded(
    "cross_entropy",
    "values",
    points=1,
    hint="A tiny probability is still a probability: add nothing to it, clamp nothing.",
)
@both_dtypes
def test_cross_entropy_tiny_probabilities(student, dtype):
    """Labels that were given a probability far below 1e-6."""
    y_hat = torch.tensor([[1e-6, 1 - 1e-6], [0.75, 0.25], [1e-20, 1.0]], dtype=dtype)
    y = torch.tensor([0, 1, 0])
    assert_close(flat(student.cross_entropy(y_hat, y)), losses(y_hat, y))


@graded("cross_entropy", "values", points=1, hint=HINT_STRIDED)
def test_cross_entropy_strided(student):
    """Non-contiguous probabilities and labels."""
    y_hat, y = probabilities_and_labels(TALL, 3)
    assert_close(flat(student.cross_entropy(transposed(y_hat), non_contiguous(y))), losses(y_hat, y))


@graded("cross_entropy", "values", points=1, hint=HINT_UNCHANGED)
def test_cross_entropy_leaves_inputs(student):
    """The inputs are as they were."""
    y_hat, y = probabilities_and_labels(TALL, 3)
    expected = losses(y_hat, y)
    with unchanged(y_hat, y):
        assert_close(flat(student.cross_entropy(y_hat, y)), expected)


@graded("cross_entropy", "shapes and dtypes", points=1, hint=HINT_COLUMN)
@many_and_one
def test_cross_entropy_shape(student, labels):
    """The shape is (n, 1), for one sample too."""
    assert student.cross_entropy(*probabilities_and_labels(labels, 3)).shape == (len(labels), 1)


@graded("cross_entropy", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_cross_entropy_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert student.cross_entropy(*probabilities_and_labels(TALL, 3, dtype)).dtype == dtype


@graded("cross_entropy", "gradients", points=3, hint=HINT_GRADIENT)
def test_cross_entropy_gradients(student):
    """The gradient in the probabilities."""
    y_hat, y = probabilities_and_labels(TALL, 3)
    assert_same_gradients(lambda y_hat: flat(student.cross_entropy(y_hat, y)), lambda y_hat: losses(y_hat, y), y_hat)


@graded("cross_entropy", "device", points=2, hint=HINT_DEVICE)
def test_cross_entropy_device(on_device):
    """Probabilities and labels on an accelerator."""
    y_hat, y = probabilities_and_labels(TALL, 3, torch.float32)
    assert_close(flat(on_device.cross_entropy(y_hat, y)), losses(y_hat, y))


# cross_entropy_from_logits


@graded("cross_entropy_from_logits", "values", points=1, hint="Apply the softmax to the scores once, over each row.")
@both_dtypes
def test_cross_entropy_from_logits(student, dtype):
    """Values with more samples than classes."""
    logits, y = logits_and_labels(TALL, 3, dtype)
    assert_close(flat(student.cross_entropy_from_logits(logits, y)), losses_from_logits(logits, y))


@graded("cross_entropy_from_logits", "values", points=1, hint=HINT_SQUARE)
def test_cross_entropy_from_logits_square(student):
    """Values with as many samples as classes."""
    logits, y = logits_and_labels(SQUARE, 4)
    assert_close(flat(student.cross_entropy_from_logits(logits, y)), losses_from_logits(logits, y))


@graded("cross_entropy_from_logits", "values", points=1, hint=HINT_ABSENT)
def test_cross_entropy_from_logits_absent_classes(student):
    """Values where the last classes do not occur."""
    logits, y = logits_and_labels(ABSENT, 5)
    assert_close(flat(student.cross_entropy_from_logits(logits, y)), losses_from_logits(logits, y))


@graded("cross_entropy_from_logits", "values", points=1, hint=HINT_STRIDED)
def test_cross_entropy_from_logits_strided(student):
    """Non-contiguous logits and labels."""
    logits, y = logits_and_labels(TALL, 3)
    result = student.cross_entropy_from_logits(transposed(logits), non_contiguous(y))
    assert_close(flat(result), losses_from_logits(logits, y))


@graded("cross_entropy_from_logits", "values", points=2, hint=HINT_UNCHANGED)
def test_cross_entropy_from_logits_leaves_inputs(student):
    """The inputs are as they were."""
    logits, y = logits_and_labels(TALL, 3)
    expected = losses_from_logits(logits, y)
    with unchanged(logits, y):
        assert_close(flat(student.cross_entropy_from_logits(logits, y)), expected)


@graded("cross_entropy_from_logits", "shapes and dtypes", points=1, hint=HINT_COLUMN)
@many_and_one
def test_cross_entropy_from_logits_shape(student, labels):
    """The shape is (n, 1), for one sample too."""
    assert student.cross_entropy_from_logits(*logits_and_labels(labels, 3)).shape == (len(labels), 1)


@graded("cross_entropy_from_logits", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_cross_entropy_from_logits_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert student.cross_entropy_from_logits(*logits_and_labels(TALL, 3, dtype)).dtype == dtype


@graded("cross_entropy_from_logits", "gradients", points=2, hint=HINT_GRADIENT)
@both_dtypes
def test_cross_entropy_from_logits_gradients(student, dtype):
    """The gradient in the logits, in the label's and in all others."""
    logits, y = logits_and_labels(TALL, 3, dtype)
    assert_same_gradients(
        lambda logits: flat(student.cross_entropy_from_logits(logits, y)),
        lambda logits: losses_from_logits(logits, y),
        logits,
    )


@graded("cross_entropy_from_logits", "stability", points=1, hint=HINT_OVERFLOW)
@both_dtypes
def test_cross_entropy_from_logits_large(student, dtype):
    """Scores near 1e4."""
    logits, y = large(dtype)
    result = student.cross_entropy_from_logits(logits, y)
    assert_close(flat(result), losses_from_logits(logits, y), **tolerance(dtype))


@graded("cross_entropy_from_logits", "stability", points=1, hint=HINT_VANISHING)
@both_dtypes
def test_cross_entropy_from_logits_far_apart(student, dtype):
    """Labels whose score is 1e4 and more below the largest."""
    logits, y = far_apart(dtype)
    result = student.cross_entropy_from_logits(logits, y)
    assert_close(flat(result), losses_from_logits(logits, y), **tolerance(dtype))


@graded("cross_entropy_from_logits", "stability", points=1, hint=HINT_ROW_SCALE)
@both_dtypes
def test_cross_entropy_from_logits_unlike_rows(student, dtype):
    """One row near 1e4, one near 0, one near -1e4."""
    logits, y = unlike_rows(dtype)
    result = student.cross_entropy_from_logits(logits, y)
    assert_close(flat(result), losses_from_logits(logits, y), **tolerance(dtype))


@graded(
    "cross_entropy_from_logits", "stability", points=1, hint="Finite losses need finite and right gradients as well."
)
@both_dtypes
def test_cross_entropy_from_logits_stable_gradients(student, dtype):
    """Gradients at entries of ±1e4."""
    for batch in (large, far_apart, unlike_rows):
        logits, y = batch(dtype)
        logits.requires_grad_()
        student.cross_entropy_from_logits(logits, y).sum().backward()
        expected = len(y) * mean_loss_gradient(logits.detach(), y)
        assert_close(logits.grad, expected, **tolerance(dtype))


@graded("cross_entropy_from_logits", "device", points=2, hint=HINT_DEVICE)
def test_cross_entropy_from_logits_device(on_device):
    """Logits and labels on an accelerator."""
    logits, y = logits_and_labels(TALL, 3, torch.float32)
    assert_close(flat(on_device.cross_entropy_from_logits(logits, y)), losses_from_logits(logits, y))


# mean_cross_entropy


@graded("mean_cross_entropy", "values", points=1, hint="Add the losses of the n samples and divide by n, not by q.")
@both_dtypes
def test_mean_cross_entropy(student, dtype):
    """The mean over more samples than classes."""
    y_hat, y = probabilities_and_labels(TALL, 3, dtype)
    assert_close(flat(student.mean_cross_entropy(y_hat, y)), losses(y_hat, y).mean().reshape(1))


@graded("mean_cross_entropy", "values", points=1, hint=HINT_ABSENT)
def test_mean_cross_entropy_absent_classes(student):
    """The mean where the last classes do not occur."""
    y_hat, y = probabilities_and_labels(ABSENT, 5)
    assert_close(flat(student.mean_cross_entropy(y_hat, y)), losses(y_hat, y).mean().reshape(1))


@graded("mean_cross_entropy", "values", points=0.5, hint=HINT_STRIDED)
def test_mean_cross_entropy_strided(student):
    """Non-contiguous probabilities and labels."""
    y_hat, y = probabilities_and_labels(TALL, 3)
    result = student.mean_cross_entropy(transposed(y_hat), non_contiguous(y))
    assert_close(flat(result), losses(y_hat, y).mean().reshape(1))


@graded("mean_cross_entropy", "values", points=0.5, hint=HINT_UNCHANGED)
def test_mean_cross_entropy_leaves_inputs(student):
    """The inputs are as they were."""
    y_hat, y = probabilities_and_labels(FEW, 3)
    expected = losses(y_hat, y).mean().reshape(1)
    with unchanged(y_hat, y):
        assert_close(flat(student.mean_cross_entropy(y_hat, y)), expected)


@graded("mean_cross_entropy", "shapes and dtypes", points=1, hint=HINT_SCALAR)
def test_mean_cross_entropy_scalar(student):
    """The result has no dims, for one sample too."""
    for labels in (TALL, [2]):
        assert student.mean_cross_entropy(*probabilities_and_labels(labels, 3)).shape == ()


@graded("mean_cross_entropy", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_mean_cross_entropy_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert student.mean_cross_entropy(*probabilities_and_labels(TALL, 3, dtype)).dtype == dtype


@graded("mean_cross_entropy", "gradients", points=2, hint=HINT_GRADIENT)
def test_mean_cross_entropy_gradients(student):
    """The gradient in the probabilities, each sample's divided by n as well."""
    y_hat, y = probabilities_and_labels(TALL, 3)
    assert_same_gradients(
        lambda y_hat: flat(student.mean_cross_entropy(y_hat, y)),
        lambda y_hat: losses(y_hat, y).mean().reshape(1),
        y_hat,
    )


@graded("mean_cross_entropy", "device", points=2, hint=HINT_DEVICE)
def test_mean_cross_entropy_device(on_device):
    """Probabilities and labels on an accelerator."""
    y_hat, y = probabilities_and_labels(TALL, 3, torch.float32)
    assert_close(flat(on_device.mean_cross_entropy(y_hat, y)), losses(y_hat, y).mean().reshape(1))


# joint_probability: a product or the exp of a sum, so relative errors are compared, and float32 loosely


@graded(
    "joint_probability",
    "values",
    points=1,
    hint="One factor a sample: the whole loss, with its sign, belongs in the exponent.",
)
@both_dtypes
def test_joint_probability(student, dtype):
    """The product over more samples than classes."""
    y_hat, y = probabilities_and_labels(TALL, 3, dtype)
    rtol = 1e-4 if dtype == torch.float32 else 1e-9
    assert_close(flat(student.joint_probability(y_hat, y)), picked(y_hat, y).prod().reshape(1), rtol=rtol, atol=0)


@graded("joint_probability", "values", points=1, hint=HINT_ABSENT)
def test_joint_probability_absent_classes(student):
    """The product where the last classes do not occur."""
    y_hat, y = probabilities_and_labels(ABSENT, 5)
    result = student.joint_probability(y_hat, y)
    assert_close(flat(result), picked(y_hat, y).prod().reshape(1), rtol=1e-9, atol=0)


@graded("joint_probability", "values", points=0.5, hint=HINT_STRIDED)
def test_joint_probability_strided(student):
    """Non-contiguous probabilities and labels."""
    y_hat, y = probabilities_and_labels(TALL, 3)
    result = student.joint_probability(transposed(y_hat), non_contiguous(y))
    assert_close(flat(result), picked(y_hat, y).prod().reshape(1), rtol=1e-9, atol=0)


@graded("joint_probability", "values", points=0.5, hint=HINT_UNCHANGED)
def test_joint_probability_leaves_inputs(student):
    """The inputs are as they were."""
    y_hat, y = probabilities_and_labels(FEW, 3)
    expected = picked(y_hat, y).prod().reshape(1)
    with unchanged(y_hat, y):
        assert_close(flat(student.joint_probability(y_hat, y)), expected, rtol=1e-9, atol=0)


@graded("joint_probability", "shapes and dtypes", points=1, hint=HINT_SCALAR)
def test_joint_probability_scalar(student):
    """The result has no dims, for one sample too."""
    for labels in (TALL, [2]):
        assert student.joint_probability(*probabilities_and_labels(labels, 3)).shape == ()


@graded("joint_probability", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_joint_probability_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert student.joint_probability(*probabilities_and_labels(TALL, 3, dtype)).dtype == dtype


@graded("joint_probability", "gradients", points=2, hint=HINT_GRADIENT)
def test_joint_probability_gradients(student):
    """The gradient in the probabilities."""
    y_hat, y = probabilities_and_labels(FEW, 3)
    assert_same_gradients(
        lambda y_hat: flat(student.joint_probability(y_hat, y)),
        lambda y_hat: picked(y_hat, y).prod().reshape(1),
        y_hat,
    )


@graded("joint_probability", "device", points=2, hint=HINT_DEVICE)
def test_joint_probability_device(on_device):
    """Probabilities and labels on an accelerator."""
    y_hat, y = probabilities_and_labels(FEW, 3, torch.float32)
    result = on_device.joint_probability(y_hat, y)
    assert_close(flat(result), picked(y_hat, y).prod().reshape(1), rtol=1e-4, atol=0)


# cross_entropy_gradient


@graded(
    "cross_entropy_gradient",
    "values",
    points=2,
    hint="Only the label's entry is lowered, and a mean loss divides by n.",
)
@both_dtypes
def test_cross_entropy_gradient(student, dtype):
    """Values with more samples than classes."""
    logits, y = logits_and_labels(TALL, 3, dtype)
    assert_close(flat(student.cross_entropy_gradient(logits, y)), flat(mean_loss_gradient(logits, y)))


@graded("cross_entropy_gradient", "values", points=1, hint=HINT_SQUARE)
def test_cross_entropy_gradient_square(student):
    """Values with as many samples as classes."""
    logits, y = logits_and_labels(SQUARE, 4)
    assert_close(flat(student.cross_entropy_gradient(logits, y)), flat(mean_loss_gradient(logits, y)))


@graded("cross_entropy_gradient", "values", points=1, hint=HINT_ABSENT)
def test_cross_entropy_gradient_absent_classes(student):
    """Values where the last classes do not occur."""
    logits, y = logits_and_labels(ABSENT, 5)
    assert_close(flat(student.cross_entropy_gradient(logits, y)), flat(mean_loss_gradient(logits, y)))


@graded("cross_entropy_gradient", "values", points=1, hint=HINT_STRIDED)
def test_cross_entropy_gradient_strided(student):
    """Non-contiguous logits and labels."""
    logits, y = logits_and_labels(TALL, 3)
    result = student.cross_entropy_gradient(transposed(logits), non_contiguous(y))
    assert_close(flat(result), flat(mean_loss_gradient(logits, y)))


@graded("cross_entropy_gradient", "values", points=1, hint=HINT_UNCHANGED)
def test_cross_entropy_gradient_leaves_inputs(student):
    """The inputs are as they were."""
    logits, y = logits_and_labels(TALL, 3)
    expected = mean_loss_gradient(logits, y)
    with unchanged(logits, y):
        assert_close(flat(student.cross_entropy_gradient(logits, y)), flat(expected))


@graded(
    "cross_entropy_gradient",
    "shapes and dtypes",
    points=1,
    hint="One entry a logit: the gradient has the logits' shape.",
)
def test_cross_entropy_gradient_shape(student):
    """The shape is the logits', for one sample and for one class too."""
    for labels, num_classes in ((TALL, 3), ([3], 4), ([0, 0], 1)):
        gradient = student.cross_entropy_gradient(*logits_and_labels(labels, num_classes))
        assert gradient.shape == (len(labels), num_classes)


@graded("cross_entropy_gradient", "shapes and dtypes", points=1, hint=HINT_DTYPE)
def test_cross_entropy_gradient_dtype(student):
    """float32 stays float32, float64 stays float64."""
    for dtype in (torch.float32, torch.float64):
        assert student.cross_entropy_gradient(*logits_and_labels(TALL, 3, dtype)).dtype == dtype


@graded("cross_entropy_gradient", "stability", points=1, hint=HINT_OVERFLOW)
@both_dtypes
def test_cross_entropy_gradient_large(student, dtype):
    """Scores near 1e4, and one far below."""
    for batch in (large, far_apart):
        logits, y = batch(dtype)
        result = student.cross_entropy_gradient(logits, y)
        assert_close(flat(result), flat(mean_loss_gradient(logits, y)), **tolerance(dtype))


@graded("cross_entropy_gradient", "stability", points=1.5, hint=HINT_ROW_SCALE)
@both_dtypes
def test_cross_entropy_gradient_unlike_rows(student, dtype):
    """One row near 1e4, one near 0, one near -1e4."""
    logits, y = unlike_rows(dtype)
    result = student.cross_entropy_gradient(logits, y)
    assert_close(flat(result), flat(mean_loss_gradient(logits, y)), **tolerance(dtype))


@graded("cross_entropy_gradient", "device", points=2, hint=HINT_DEVICE)
def test_cross_entropy_gradient_device(on_device):
    """Logits and labels on an accelerator."""
    logits, y = logits_and_labels(TALL, 3, torch.float32)
    assert_close(flat(on_device.cross_entropy_gradient(logits, y)), flat(mean_loss_gradient(logits, y)))
