"""Hidden suite of topic 1, tensors."""

import numpy as np
import pytest
import torch

from grader.suite import assert_close, assert_same_gradients, fetch, graded, non_contiguous, unchanged


def randn64(*shape):
    return torch.randn(shape, dtype=torch.float64)


class Alias:
    """A second view of a tensor's memory, made where the tensor lies."""

    def __init__(self, tensor):
        self.view = tensor.detach()


# arange_matrix ---------------------------------------------------------------------------------------------------


@graded("arange_matrix", "values", points=1, hint="The count starts at 0 and fills one row after the other.")
def test_arange_matrix_counts_row_by_row(student):
    """The numbers, in order, whatever their dtype."""
    expected = torch.tensor([[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], [10, 11, 12, 13, 14]])
    assert_close(student.arange_matrix(3, 5).double(), expected.double())


@graded("arange_matrix", "shapes and dtypes", points=1, hint="One row or one column: the result is still a matrix.")
def test_arange_matrix_sizes_of_one(student):
    """Matrices of one row, one column, one entry."""
    for rows, cols in [(1, 4), (4, 1), (1, 1)]:
        assert tuple(student.arange_matrix(rows, cols).shape) == (rows, cols)


@graded("arange_matrix", "shapes and dtypes", points=1, hint="Which dtype was asked for, and which is the default?")
def test_arange_matrix_dtypes(student):
    """The default dtype and the dtypes that may be asked for."""
    assert student.arange_matrix(2, 3).dtype == torch.float32
    for dtype in [torch.float32, torch.float64]:
        assert student.arange_matrix(2, 3, dtype=dtype).dtype == dtype


@graded("arange_matrix", "device", points=1, hint="Make the matrix on the device that is asked for.")
def test_arange_matrix_device(on_device):
    """A matrix made on an accelerator."""
    matrix = on_device.arange_matrix(2, 3, device=on_device.device)
    assert_close(matrix, torch.tensor([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]))


# ones_matching ---------------------------------------------------------------------------------------------------


@graded("ones_matching", "values", points=1, hint="Every entry is one, whatever x holds, and x keeps its own entries.")
def test_ones_matching_values(student):
    """Ones of the asked-for shape; x is left alone."""
    x = torch.tensor([[0.0, -2.0, 3.0], [4.0, 5.0, -6.0]])
    with unchanged(x):
        assert_close(student.ones_matching(x, (2, 3)), torch.full((2, 3), 1.0))


@graded("ones_matching", "shapes and dtypes", points=1, hint="The shape is the one asked for; it need not be x's.")
def test_ones_matching_shapes(student):
    """Shapes of one, two and three dimensions, unlike x's."""
    x = torch.randn(2, 5)
    for shape in [(4,), (1,), (3, 1), (2, 3, 4)]:
        assert tuple(student.ones_matching(x, shape).shape) == shape


@graded("ones_matching", "shapes and dtypes", points=1, hint="The result takes its dtype from x, not torch's default.")
def test_ones_matching_dtype(student):
    """A float64 x."""
    assert student.ones_matching(randn64(3), (2, 2)).dtype == torch.float64


@graded("ones_matching", "device", points=1, hint="A new tensor is made on the CPU unless you say where: ask x.")
def test_ones_matching_device(on_device):
    """An x on an accelerator."""
    assert_close(on_device.ones_matching(torch.randn(3), (2, 4)), torch.full((2, 4), 1.0))


# add_inplace -----------------------------------------------------------------------------------------------------


@graded("add_inplace", "values", points=1, hint="After the call, the caller's y must hold y + x.")
def test_add_inplace_changes_y(student):
    """The caller's y holds the sum, in float32 and float64."""
    for dtype in [torch.float32, torch.float64]:
        y, x = torch.randn(3, 5, dtype=dtype), torch.randn(3, 5, dtype=dtype)
        expected = y + x
        student.add_inplace(y, x)
        assert_close(y, expected)


@graded("add_inplace", "values", points=1, hint="x may be smaller than y: one row, one column or one number.")
def test_add_inplace_broadcasts_x(student):
    """An x that is a row, a column, or a single number."""
    for shape in [(4,), (1, 4), (3, 1), (1, 1), ()]:
        y, x = randn64(3, 4), randn64(*shape)
        expected = y + x
        student.add_inplace(y, x)
        assert_close(y, expected)


@graded("add_inplace", "values", points=1, hint="y changes and x does not, however their memory lies.")
def test_add_inplace_strided(student):
    """Non-contiguous y and x; x is left alone."""
    y, x = non_contiguous(randn64(4, 3)), non_contiguous(randn64(4, 3))
    expected = y + x
    with unchanged(x):
        student.add_inplace(y, x)
    assert_close(y, expected)


@graded("add_inplace", "memory", points=1, hint="Return y itself: not x, not None, not a new tensor.")
def test_add_inplace_returns_y(student):
    """The returned object is the y that was passed."""
    y = torch.randn(2, 3)
    assert student.add_inplace(y, torch.randn(2, 3)) is y


@graded("add_inplace", "memory", points=2, hint="Write into y's own memory: another view of it must see the sum too.")
def test_add_inplace_keeps_storage(student):
    """A view of y taken before the call sees the sum after it."""
    before, x = torch.randn(2, 3), torch.randn(2, 3)
    y = student.put(before)
    alias = student.put(Alias)(y)
    student.add_inplace(y, x)
    assert_close(alias.view, before + x)


@graded("add_inplace", "device", points=1, hint="Does a step of yours leave the device that y is on?")
def test_add_inplace_device(on_device):
    """y and x on an accelerator."""
    y, x = torch.randn(2, 3), torch.randn(3)
    expected = y + x
    on_device.add_inplace(y, x)
    assert_close(y, expected)


# head_view -------------------------------------------------------------------------------------------------------


@graded("head_view", "values", points=1, hint="The rows are counted from the top, and each keeps all its columns.")
def test_head_view_values(student):
    """Some of the rows, and one row."""
    x = torch.randn(5, 3)
    for n in [3, 1]:
        assert_close(student.head_view(x, n), x[:n])


@graded("head_view", "values", points=1, hint="n may be 0 or the number of rows: what does your index mean then?")
def test_head_view_none_and_all(student):
    """No rows and all rows, in float64."""
    x = randn64(4, 3)
    for n in [0, 4]:
        assert_close(student.head_view(x, n), x[:n])


@graded("head_view", "memory", points=1, hint="Writing to the view must write to x: does your way of indexing copy?")
def test_head_view_shares_memory(student):
    """What is written to the view arrives in x."""
    before = torch.randn(4, 3)
    x = student.put(before)
    head = student.keep.head_view(x, 2)
    head.fill_(7.0)
    assert_close(fetch(x), torch.cat((torch.full((2, 3), 7.0), before[2:])))


@graded("head_view", "memory", points=1, hint="x need not be contiguous, and a view of it never has to be.")
def test_head_view_shares_strided_memory(student):
    """What is written to a non-contiguous x arrives in the view."""
    x = student.put(torch.randn(3, 4).t())
    head = student.keep.head_view(x, 2)
    x.fill_(7.0)
    assert_close(fetch(head), torch.full((2, 3), 7.0))


@graded("head_view", "gradients", points=1, hint="A view is still part of the graph: does yours cut x off?")
def test_head_view_gradients(student):
    """Gradients through the view."""
    assert_same_gradients(lambda x: student.head_view(x, 2), lambda x: x[:2], randn64(5, 3))


@graded("head_view", "device", points=1, hint="A view of x lies where x lies.")
def test_head_view_device(on_device):
    """An x on an accelerator."""
    x = torch.randn(4, 3)
    assert_close(on_device.head_view(x, 2), x[:2])


# head_copy -------------------------------------------------------------------------------------------------------


@graded("head_copy", "values", points=1, hint="The rows are counted from the top; x may be strided and stays as it is.")
def test_head_copy_values(student):
    """Some of the rows of a non-contiguous x, and one row."""
    x = non_contiguous(torch.randn(5, 3))
    with unchanged(x):
        for n in [3, 1]:
            assert_close(student.head_copy(x, n), x[:n])


@graded("head_copy", "values", points=1, hint="n may be 0 or the number of rows: what does your index mean then?")
def test_head_copy_none_and_all(student):
    """No rows and all rows, in float64."""
    x = randn64(4, 3)
    for n in [0, 4]:
        assert_close(student.head_copy(x, n), x[:n])


@graded("head_copy", "memory", points=1, hint="Writing to the copy must leave x alone: is it always one?")
def test_head_copy_leaves_x_alone(student):
    """What is written to the copy does not arrive in x."""
    before = torch.randn(4, 3)
    for n in [2, 4]:
        x = student.put(before)
        student.keep.head_copy(x, n).fill_(7.0)
        assert_close(fetch(x), before)


@graded("head_copy", "memory", points=1, hint="Writing to x later must leave the copy alone: is it always one?")
def test_head_copy_keeps_its_values(student):
    """What is written to x, contiguous or not, does not arrive in the copy."""
    for before in [torch.randn(4, 3), torch.randn(3, 4).t()]:
        x = student.put(before)
        head = student.keep.head_copy(x, 4)
        x.fill_(7.0)
        assert_close(fetch(head), before)


@graded("head_copy", "gradients", points=1, hint="New memory need not mean a new graph: does your copy cut x off?")
def test_head_copy_gradients(student):
    """Gradients through the copy."""
    assert_same_gradients(lambda x: student.head_copy(x, 2), lambda x: x[:2].clone(), randn64(5, 3))


@graded("head_copy", "device", points=1, hint="A copy of x lies on x's device.")
def test_head_copy_device(on_device):
    """An x on an accelerator."""
    x = torch.randn(4, 3)
    assert_close(on_device.head_copy(x, 2), x[:2])


# sum_keepdim -----------------------------------------------------------------------------------------------------


@graded("sum_keepdim", "values", points=1, hint="dim names the index that runs, and stays behind with size 1.")
@pytest.mark.parametrize("dim", [0, 1])
def test_sum_keepdim_of_a_matrix(student, dim):
    """Column sums and row sums of a matrix."""
    X = torch.randn(3, 5)
    assert_close(student.sum_keepdim(X, dim), X.sum(dim, keepdim=True))


@graded("sum_keepdim", "values", points=1, hint="A negative dim counts from the last one.")
def test_sum_keepdim_negative_dim(student):
    """Dimensions counted from the end, of a non-contiguous matrix that is left alone."""
    X = non_contiguous(torch.randn(3, 5))
    with unchanged(X):
        for dim in [-1, -2]:
            assert_close(student.sum_keepdim(X, dim), X.sum(dim, keepdim=True))


@graded("sum_keepdim", "shapes and dtypes", points=1, hint="Any number of dims, sizes of 1 and float64: is one lost?")
def test_sum_keepdim_shapes(student):
    """Three dimensions and sizes of 1, in float64."""
    for shape in [(2, 3, 4), (1, 4), (4, 1)]:
        X = randn64(*shape)
        for dim in range(-len(shape), len(shape)):
            assert_close(student.sum_keepdim(X, dim), X.sum(dim, keepdim=True))


@graded("sum_keepdim", "gradients", points=1, hint="Does a step of yours leave the graph?")
def test_sum_keepdim_gradients(student):
    """Gradients through the sum."""
    assert_same_gradients(lambda X: student.sum_keepdim(X, 1), lambda X: X.sum(1, keepdim=True), randn64(3, 4))


@graded("sum_keepdim", "device", points=1, hint="Every tensor that you make must be on X's device.")
def test_sum_keepdim_device(on_device):
    """An X on an accelerator."""
    X = torch.randn(3, 4)
    assert_close(on_device.sum_keepdim(X, 0), X.sum(0, keepdim=True))


# pick ------------------------------------------------------------------------------------------------------------


def picked(y_hat, y):
    return torch.stack([row[label] for row, label in zip(y_hat, y.tolist(), strict=True)]).unsqueeze(1)


@graded("pick", "values", points=1, hint="The label is a position within its own row; the result is a column.")
@pytest.mark.parametrize("labels", [[0, 2, 1, 2, 0], [5, 3]], ids=["more samples", "more classes"])
def test_pick_values(student, labels):
    """More samples than classes, and more classes than samples."""
    y = torch.tensor(labels)
    y_hat = torch.softmax(torch.randn(len(labels), max(labels) + 1), dim=1)
    assert_close(student.pick(y_hat, y), picked(y_hat, y))


@graded("pick", "values", points=1, hint="Strided inputs hold the same entries, and neither input may change.")
def test_pick_strided(student):
    """Non-contiguous probabilities and labels, as many samples as classes; both are left alone."""
    y_hat, y = randn64(3, 3).t(), non_contiguous(torch.tensor([1, 2, 0]))
    with unchanged(y_hat, y):
        assert_close(student.pick(y_hat, y), picked(y_hat, y))


@graded("pick", "shapes and dtypes", points=1, hint="One sample or one class is still a column, of y_hat's dtype.")
def test_pick_shapes(student):
    """One sample, one class, and one of both, in float64."""
    for y_hat, y in [
        (randn64(1, 4), torch.tensor([2])),
        (randn64(3, 1), torch.tensor([0, 0, 0])),
        (randn64(1, 1), torch.tensor([0])),
    ]:
        assert_close(student.pick(y_hat, y), picked(y_hat, y))


@graded("pick", "gradients", points=1, hint="The picked entries belong to the graph: do you read them as numbers?")
def test_pick_gradients(student):
    """Gradients reach the picked entries alone."""
    y = torch.tensor([1, 0, 1, 2])
    assert_same_gradients(lambda y_hat: student.pick(y_hat, y), lambda y_hat: picked(y_hat, y), randn64(4, 3))


@graded("pick", "device", points=1, hint="An index that you make yourself must be on y_hat's device too.")
def test_pick_device(on_device):
    """Probabilities and labels on an accelerator."""
    y_hat, y = torch.randn(3, 4), torch.tensor([3, 0, 2])
    assert_close(on_device.pick(y_hat, y), picked(y_hat, y))


# block_matrix ----------------------------------------------------------------------------------------------------


def joined(A, B, C, D):
    return torch.vstack((torch.hstack((A, B)), torch.hstack((C, D))))


def blocks(m, r, p, q):
    return randn64(m, p), randn64(m, q), randn64(r, p), randn64(r, q)


@graded("block_matrix", "values", points=1, hint="A and B stand side by side, C below A: which dim do you join along?")
def test_block_matrix_values(student):
    """Square blocks of one size, where every order fits."""
    A, B, C, D = (torch.randn(2, 2) for _ in range(4))
    assert_close(student.block_matrix(A, B, C, D), joined(A, B, C, D))


@graded("block_matrix", "values", points=1, hint="Blocks may differ in size and be strided, and none may change.")
def test_block_matrix_unequal_strided(student):
    """Non-contiguous blocks of four sizes, left alone."""
    A, B, C, D = (non_contiguous(block) for block in blocks(2, 3, 4, 1))
    with unchanged(A, B, C, D):
        assert_close(student.block_matrix(A, B, C, D), joined(A, B, C, D))


@graded("block_matrix", "shapes and dtypes", points=1, hint="Sizes of 1 and float64: is a dimension or a digit lost?")
def test_block_matrix_shapes(student):
    """Blocks with one row, one column, one entry, in float64."""
    for sizes in [(1, 1, 1, 1), (1, 3, 2, 1), (2, 1, 1, 3)]:
        A, B, C, D = blocks(*sizes)
        assert_close(student.block_matrix(A, B, C, D), joined(A, B, C, D))


@graded("block_matrix", "gradients", points=1, hint="All four blocks are part of the graph: do you copy values only?")
def test_block_matrix_gradients(student):
    """Gradients reach all four blocks."""
    assert_same_gradients(student.block_matrix, joined, *blocks(2, 3, 1, 4))


@graded("block_matrix", "device", points=1, hint="A buffer that you make must be on the blocks' device.")
def test_block_matrix_device(on_device):
    """Blocks on an accelerator."""
    A, B, C, D = (torch.randn(2, 2) for _ in range(4))
    assert_close(on_device.block_matrix(A, B, C, D), joined(A, B, C, D))


# positive_values -------------------------------------------------------------------------------------------------


@graded("positive_values", "values", points=1, hint="Only the positive entries, unsorted, row after row.")
def test_positive_values_order(student):
    """Positive entries in row-major order."""
    X = torch.tensor([[3.0, -1.0, 1.5], [-2.0, 4.0, -0.5], [0.25, 2.0, -3.0], [2.0, -4.0, 5.0]])
    assert_close(student.positive_values(X), torch.tensor([3.0, 1.5, 4.0, 0.25, 2.0, 2.0, 5.0]))


@graded("positive_values", "values", points=1, hint="Is zero positive? Is a very small number?")
def test_positive_values_near_zero(student):
    """Zeros of both signs, and numbers next to zero."""
    X = torch.tensor([[0.0, 1e-30, -0.0], [-1e-30, 0.5, 0.0]])
    assert_close(student.positive_values(X), torch.tensor([1e-30, 0.5]), rtol=1e-5, atol=0.0)


@graded("positive_values", "values", points=1, hint="Row-major goes by the entries' indices, not by how memory lies.")
def test_positive_values_strided(student):
    """A transposed matrix, in float64, left alone."""
    X = torch.tensor([[1.1, -2.2, 3.3], [4.4, 5.5, -6.6]], dtype=torch.float64).t()
    with unchanged(X):
        assert_close(student.positive_values(X), torch.tensor([1.1, 4.4, 5.5, 3.3], dtype=torch.float64))


@graded("positive_values", "shapes and dtypes", points=1, hint="One dimension, also for no entry, for one and for all.")
def test_positive_values_shapes(student):
    """No entry, one entry, every entry positive."""
    for X, count in [
        (torch.tensor([[-1.0, 0.0], [-2.0, -3.0]]), 0),
        (torch.tensor([[-1.0, 2.0], [0.0, -3.0]]), 1),
        (torch.tensor([[5.0]]), 1),
        (torch.tensor([[1.0, 2.0], [3.0, 4.0]]), 4),
    ]:
        values = student.positive_values(X)
        assert tuple(values.shape) == (count,)
        assert values.dtype == X.dtype


@graded("positive_values", "gradients", points=1, hint="The entries belong to the graph: do you read them as numbers?")
def test_positive_values_gradients(student):
    """Gradients reach the positive entries alone."""
    X = torch.tensor([[1.0, -2.0, 3.0], [-4.0, 0.5, -1.5]], dtype=torch.float64)
    assert_same_gradients(student.positive_values, lambda X: torch.masked_select(X, X > 0), X)


@graded("positive_values", "device", points=1, hint="Every tensor that you make must be on X's device.")
def test_positive_values_device(on_device):
    """A matrix on an accelerator."""
    X = torch.tensor([[1.0, -2.0], [-3.0, 4.0]])
    assert_close(on_device.positive_values(X), torch.tensor([1.0, 4.0]))


# flatten_images --------------------------------------------------------------------------------------------------


@graded("flatten_images", "values", points=1, hint="One row an image: channel by channel, each row by row.")
def test_flatten_images_values(student):
    """A contiguous batch of unequal sizes."""
    X = torch.randn(2, 3, 4, 5)
    assert_close(student.flatten_images(X), torch.stack([image.flatten() for image in X]))


@graded("flatten_images", "values", points=1, hint="X's memory need not lie in order: does `view` suit every X?")
def test_flatten_images_permuted(student):
    """Batches whose dimensions were swapped, or that were sliced out of larger images; left alone."""
    for X in [randn64(2, 4, 5, 3).permute(0, 3, 1, 2), randn64(2, 3, 6, 7)[:, :, 1:5, 2:7], randn64(2, 3, 5, 4).mT]:
        with unchanged(X):
            assert_close(student.flatten_images(X), torch.stack([image.flatten() for image in X]))


@graded("flatten_images", "shapes and dtypes", points=1, hint="Even for one image or one pixel, a row is an image.")
def test_flatten_images_shapes(student):
    """Sizes of 1, in float64."""
    for shape in [(1, 3, 2, 4), (3, 1, 2, 1), (3, 1, 1, 1), (1, 1, 1, 1)]:
        X = randn64(*shape)
        assert_close(student.flatten_images(X), X.flatten(start_dim=1))


@graded("flatten_images", "memory", points=2, hint="A contiguous X needs no copy: writing to the rows must write to X.")
def test_flatten_images_shares_memory(student):
    """What is written to the rows arrives in a contiguous X."""
    X = student.put(torch.randn(2, 3, 2, 2))
    student.keep.flatten_images(X).fill_(7.0)
    assert_close(fetch(X), torch.full((2, 3, 2, 2), 7.0))


@graded("flatten_images", "gradients", points=1, hint="Does a step of yours leave the graph?")
def test_flatten_images_gradients(student):
    """Gradients come back in the images' shape."""
    assert_same_gradients(student.flatten_images, lambda X: X.flatten(start_dim=1), randn64(2, 3, 2, 1))


@graded("flatten_images", "device", points=1, hint="The rows lie on X's device.")
def test_flatten_images_device(on_device):
    """A batch on an accelerator."""
    X = torch.randn(2, 1, 3, 2)
    assert_close(on_device.flatten_images(X), X.flatten(start_dim=1))


# broadcast_add ---------------------------------------------------------------------------------------------------


def table_of_sums(x, y):
    return y[:, None] + x[None, :]


@graded("broadcast_add", "values", points=1, hint="Rows belong to y and columns to x, also where there are as many.")
def test_broadcast_add_square(student):
    """Vectors of the same length, where both orders fit."""
    x, y = torch.randn(4), torch.randn(4)
    assert_close(student.broadcast_add(x, y), table_of_sums(x, y))


@graded("broadcast_add", "values", points=1, hint="Every pair of entries has its sum; the vectors stay as they were.")
def test_broadcast_add_strided(student):
    """Non-contiguous vectors of unequal lengths, left alone."""
    x, y = non_contiguous(torch.randn(5)), non_contiguous(torch.randn(3))
    with unchanged(x, y):
        assert_close(student.broadcast_add(x, y), table_of_sums(x, y))


@graded("broadcast_add", "shapes and dtypes", points=1, hint="A vector of one entry still gives a matrix.")
def test_broadcast_add_shapes(student):
    """Vectors of one entry, in float64."""
    for n, m in [(1, 4), (4, 1), (1, 1)]:
        x, y = randn64(n), randn64(m)
        assert_close(student.broadcast_add(x, y), table_of_sums(x, y))


@graded("broadcast_add", "gradients", points=1, hint="Both vectors are part of the graph: do you read them as numbers?")
def test_broadcast_add_gradients(student):
    """Gradients reach both vectors."""
    assert_same_gradients(student.broadcast_add, table_of_sums, randn64(3), randn64(4))


@graded("broadcast_add", "device", points=1, hint="A buffer that you make must be on the vectors' device.")
def test_broadcast_add_device(on_device):
    """Vectors on an accelerator."""
    x, y = torch.randn(3), torch.randn(2)
    assert_close(on_device.broadcast_add(x, y), table_of_sums(x, y))


# upper_triangle --------------------------------------------------------------------------------------------------


@graded("upper_triangle", "values", points=1, hint="Which side of the diagonal stays, and does the diagonal itself?")
def test_upper_triangle_square(student):
    """A square matrix."""
    A = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
    assert_close(student.upper_triangle(A), torch.tensor([[1.0, 2.0, 3.0], [0.0, 5.0, 6.0], [0.0, 0.0, 9.0]]))


@graded("upper_triangle", "values", points=1, hint="The matrix need not be square: rows and columns end apart.")
def test_upper_triangle_not_square(student):
    """Wide and tall matrices, one row, one column, one entry, in float64."""
    for shape in [(2, 5), (5, 2), (1, 4), (4, 1), (1, 1)]:
        A = randn64(*shape)
        assert_close(student.upper_triangle(A), torch.triu(A))


@graded("upper_triangle", "memory", points=1, hint="The zeros belong in a new matrix: A itself must stay as it is.")
def test_upper_triangle_leaves_a_alone(student):
    """A, contiguous or not, is left alone."""
    for A in [torch.randn(3, 4), torch.randn(4, 3).t()]:
        with unchanged(A):
            assert_close(student.upper_triangle(A), torch.triu(A))


@graded("upper_triangle", "gradients", points=1, hint="Does a step of yours leave the graph?")
def test_upper_triangle_gradients(student):
    """Gradients reach the upper triangle alone."""
    assert_same_gradients(student.upper_triangle, torch.triu, randn64(3, 4))


@graded("upper_triangle", "device", points=1, hint="A mask or buffer that you make must be on A's device.")
def test_upper_triangle_device(on_device):
    """A matrix on an accelerator."""
    A = torch.randn(3, 3)
    assert_close(on_device.upper_triangle(A), torch.triu(A))


# batch_matmul ----------------------------------------------------------------------------------------------------


@graded("batch_matmul", "values", points=1, hint="Each A is multiplied by its own B, as matrices, from the left.")
def test_batch_matmul_square(student):
    """Square matrices, where a transposed or elementwise product fits too."""
    A, B = torch.randn(3, 3, 3), torch.randn(3, 3, 3)
    assert_close(student.batch_matmul(A, B), torch.stack([a @ b for a, b in zip(A, B, strict=True)]))


@graded("batch_matmul", "values", points=1, hint="Sizes may differ, memory may be strided, A and B stay.")
def test_batch_matmul_strided(student):
    """Non-contiguous batches of unequal sizes, left alone."""
    A, B = randn64(2, 5, 4).mT, non_contiguous(randn64(2, 5, 3))
    with unchanged(A, B):
        assert_close(student.batch_matmul(A, B), torch.stack([a @ b for a, b in zip(A, B, strict=True)]))


@graded("batch_matmul", "shapes and dtypes", points=1, hint="Sizes of 1 stay dimensions; the result has three.")
def test_batch_matmul_shapes(student):
    """One pair, and matrices with sizes of 1, in float64."""
    for b, i, j, k in [(1, 2, 3, 4), (3, 1, 4, 1), (2, 3, 1, 2), (1, 1, 1, 1)]:
        A, B = randn64(b, i, j), randn64(b, j, k)
        assert_close(student.batch_matmul(A, B), A @ B)


@graded("batch_matmul", "gradients", points=1, hint="Both batches are part of the graph: do you read them as numbers?")
def test_batch_matmul_gradients(student):
    """Gradients reach both batches."""
    assert_same_gradients(student.batch_matmul, torch.bmm, randn64(2, 3, 4), randn64(2, 4, 2))


@graded("batch_matmul", "device", points=1, hint="A buffer that you make must be on the matrices' device.")
def test_batch_matmul_device(on_device):
    """Batches on an accelerator."""
    A, B = torch.randn(2, 2, 3), torch.randn(2, 3, 2)
    assert_close(on_device.batch_matmul(A, B), A @ B)


# solve -----------------------------------------------------------------------------------------------------------


def with_singular_values(m, n, values):
    """A random (m, n) matrix with these singular values, as its three factors U, s, V."""
    U = torch.linalg.qr(randn64(m, len(values))).Q
    V = torch.linalg.qr(randn64(n, len(values))).Q
    return U, torch.tensor(values, dtype=torch.float64), V


def well_conditioned(k):
    """A random (k, k) matrix of condition number at most 2, in float64; it is not symmetric."""
    U, s, V = with_singular_values(k, k, torch.linspace(2, 1, k).tolist())
    return (U * s) @ V.T


@graded("solve", "values", points=1, hint="A x = b: multiply your x by A again. Is the product b?")
def test_solve_a_vector(student):
    """One right-hand side, in float32."""
    A, x = well_conditioned(4), randn64(4)
    assert_close(student.solve(A.float(), (A @ x).float()), x.float(), rtol=1e-3, atol=1e-3)


@graded("solve", "values", points=1, hint="Each column of b has its own solution, in the same column of x.")
def test_solve_several_columns(student):
    """Several right-hand sides: fewer than, as many as, more than unknowns; in float32."""
    for m in [2, 4, 5]:
        A, x = well_conditioned(4), randn64(4, m)
        assert_close(student.solve(A.float(), (A @ x).float()), x.float(), rtol=1e-3, atol=1e-3)


@graded("solve", "values", points=1, hint="Solve in the dtype of A and b: digits are lost on the way.")
def test_solve_in_float64(student):
    """Float64 keeps its digits."""
    A, x = well_conditioned(5), randn64(5)
    assert_close(student.solve(A, A @ x), x, rtol=1e-8, atol=1e-8)


@graded("solve", "values", points=1, hint="A zero on the diagonal is no obstacle: which rows could change places?")
def test_solve_with_zeros_on_the_diagonal(student):
    """A well-conditioned matrix whose diagonal is zero."""
    A = torch.tensor([[0.0, 2.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]], dtype=torch.float64)
    x = randn64(3)
    assert_close(student.solve(A, A @ x), x, rtol=1e-8, atol=1e-8)


@graded("solve", "shapes and dtypes", points=1, hint="x has b's shape: a vector for a vector, a column for a column.")
def test_solve_shapes(student):
    """One column, one equation, and both."""
    for shape in [(3, 1), (1,), (1, 1), (1, 4)]:
        A, b = well_conditioned(shape[0]), randn64(*shape)
        x = student.solve(A, b)
        assert tuple(x.shape) == shape
        assert x.dtype == torch.float64


@graded("solve", "memory", points=1, hint="Eliminate in a copy: A and b must stay as they are.")
def test_solve_leaves_inputs_alone(student):
    """A and b, contiguous or not, are left alone."""
    for A in [well_conditioned(3), well_conditioned(3).t()]:
        x = randn64(2, 3).t()
        b = non_contiguous(A @ x)
        with unchanged(A, b):
            assert_close(student.solve(A, b), x, rtol=1e-8, atol=1e-8)


@graded("solve", "gradients", points=1, hint="x depends on A as well as on b: does the graph hold both?")
def test_solve_gradients(student):
    """Gradients reach A and b."""
    assert_same_gradients(student.solve, torch.linalg.solve, well_conditioned(3), randn64(3, 2))


@graded("solve", "device", points=1, hint="Every tensor that you make must be on A's device.")
def test_solve_device(on_device):
    """A and b on an accelerator."""
    A, x = well_conditioned(3), randn64(3)
    assert_close(on_device.solve(A.float(), (A @ x).float()), x.float(), rtol=1e-3, atol=1e-3)


# low_rank --------------------------------------------------------------------------------------------------------

# Singular values lie far apart below, so that neighbours are not confused, whichever way they are computed.


def matrix_and_best(m, n, values, k):
    """A random (m, n) matrix with these singular values in falling order, and its best approximation of rank k."""
    U, s, V = with_singular_values(m, n, values)
    return (U * s) @ V.T, (U[:, :k] * s[:k]) @ V[:, :k].T


@graded("low_rank", "values", points=1, hint="Keep the k largest singular values, each with its own two vectors.")
@pytest.mark.parametrize("m, n", [(6, 4), (4, 6)], ids=["tall", "wide"])
def test_low_rank_values(student, m, n):
    """Ranks 1 to 3 of a matrix of rank 4, in float32."""
    for k in [1, 2, 3]:
        A, best = matrix_and_best(m, n, [8.0, 4.0, 2.0, 1.0], k)
        assert_close(student.low_rank(A.float(), k), best.float(), rtol=1e-3, atol=1e-3)


@graded("low_rank", "values", points=1, hint="With every singular value kept, nothing of A is lost.")
def test_low_rank_keeps_everything(student):
    """The full rank, of tall, wide and square matrices."""
    for m, n in [(4, 3), (3, 4), (3, 3)]:
        A, _ = matrix_and_best(m, n, [4.0, 2.0, 1.0], 3)
        assert_close(student.low_rank(A, 3), A, rtol=1e-6, atol=1e-6)


@graded("low_rank", "values", points=1, hint="How A's memory lies does not matter, and A stays as it is.")
def test_low_rank_strided(student):
    """A non-contiguous A, in float64, left alone."""
    A, best = matrix_and_best(5, 5, [9.0, 6.0, 3.0, 1.0, 0.5], 2)
    A = non_contiguous(A)
    with unchanged(A):
        assert_close(student.low_rank(A, 2), best, rtol=1e-6, atol=1e-6)


@graded("low_rank", "shapes and dtypes", points=1, hint="The approximation has A's own shape and dtype.")
def test_low_rank_shapes(student):
    """Shapes with sizes of 1, and a larger one, in float64."""
    for shape in [(1, 4), (4, 1), (1, 1), (3, 5)]:
        approximation = student.low_rank(randn64(*shape), 1)
        assert tuple(approximation.shape) == shape
        assert approximation.dtype == torch.float64


@graded("low_rank", "gradients", points=1, hint="Do you overwrite what autograd has saved, or leave the graph?")
def test_low_rank_gradients(student):
    """Gradients through the approximation of a square matrix."""

    def truncated_svd(A):
        U, s, Vh = torch.linalg.svd(A)
        return (U[:, :2] * s[:2]) @ Vh[:2]

    A, _ = matrix_and_best(4, 4, [8.0, 4.0, 2.0, 1.0], 2)
    assert_same_gradients(lambda A: student.low_rank(A, 2), truncated_svd, A, rtol=1e-6, atol=1e-6)


@graded("low_rank", "device", points=1, hint="Every tensor that you make must be on A's device.")
def test_low_rank_device(on_device):
    """A matrix on an accelerator."""
    A, best = matrix_and_best(4, 3, [4.0, 2.0, 1.0], 2)
    assert_close(on_device.low_rank(A.float(), 2), best.float(), rtol=1e-3, atol=1e-3)


# to_number -------------------------------------------------------------------------------------------------------


@graded("to_number", "values", points=1, hint="A Python number, unrounded: is yours still a tensor, or cut short?")
def test_to_number_values(student):
    """The number in tensors of no, one and three dimensions, in float32 and float64."""
    for dtype in [torch.float32, torch.float64]:
        for shape in [(), (1,), (1, 1, 1)]:
            x = torch.full(shape, -1234.567890123, dtype=dtype)
            with unchanged(x):
                number = student.to_number(x)
            assert isinstance(number, float)
            # float32 holds 7 digits; a student may print and parse them, hence not bit for bit.
            assert number == pytest.approx(float(x), rel=1e-7 if dtype == torch.float32 else 1e-13)


@graded("to_number", "values", points=1, hint="A loss requires a gradient, and you still want to print it.")
def test_to_number_of_a_loss(student):
    """A tensor that requires a gradient."""
    number = student.to_number(torch.tensor([2.5], requires_grad=True))
    assert isinstance(number, float)
    assert number == 2.5


@graded("to_number", "errors", points=1, hint="Several elements are no one number: raise ValueError.")
def test_to_number_of_several(student):
    """More than one element, in one and two dimensions."""
    for x in [torch.zeros(2), torch.zeros(1, 3), torch.zeros(3, 1)]:
        with pytest.raises(ValueError):
            student.to_number(x)


@graded("to_number", "errors", points=1, hint="No element is no number either: raise ValueError.")
def test_to_number_of_none(student):
    """No element."""
    with pytest.raises(ValueError):
        student.to_number(torch.zeros(0))


@graded("to_number", "device", points=1, hint="numpy reads the CPU's memory alone: what can torch read?")
def test_to_number_device(on_device):
    """A tensor on an accelerator."""
    assert on_device.to_number(torch.tensor([[1.5]])) == 1.5


# share_numpy and copy_numpy --------------------------------------------------------------------------------------

# Arrays lie in CPU memory, and so do these tensors: there is no device to test.


@graded("share_numpy", "values", points=1, hint="The tensor has the array's shape and entries.")
def test_share_numpy_values(student):
    """Arrays of one, two and three dimensions, and of one entry."""
    for shape in [(3,), (2, 3), (2, 1, 4), (1,)]:
        expected = torch.randn(shape)
        assert_close(student.share_numpy(expected.numpy().copy()), expected)


@graded("share_numpy", "shapes and dtypes", points=1, hint="numpy's own default is float64: does your tensor keep it?")
def test_share_numpy_dtype(student):
    """A float64 array."""
    expected = randn64(2, 3)
    assert_close(student.share_numpy(expected.numpy().copy()), expected)


@graded("share_numpy", "memory", points=1, hint="What is written to the tensor must arrive in the array: do you copy?")
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_share_numpy_shares(student, dtype):
    """What is written to the tensor arrives in the array."""
    a = student.put(np.zeros((2, 3), dtype=dtype))
    student.keep.share_numpy(a).fill_(7.0)
    assert (fetch(a) == 7.0).all()


@graded("copy_numpy", "values", points=1, hint="The tensor has the array's shape and entries, and the array stays.")
def test_copy_numpy_values(student):
    """Arrays of one, two and three dimensions, and of one entry, left alone."""
    for shape in [(3,), (2, 3), (2, 1, 4), (1,)]:
        expected = torch.randn(shape)
        a = expected.numpy().copy()
        assert_close(student.copy_numpy(a), expected)
        assert np.array_equal(a, expected.numpy())


@graded("copy_numpy", "shapes and dtypes", points=1, hint="numpy's own default is float64: does your tensor keep it?")
def test_copy_numpy_dtype(student):
    """A float64 array."""
    expected = randn64(2, 3)
    assert_close(student.copy_numpy(expected.numpy().copy()), expected)


@graded("copy_numpy", "memory", points=1, hint="What is written to the tensor must not arrive in the array.")
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_copy_numpy_does_not_share(student, dtype):
    """What is written to the tensor does not arrive in the array."""
    a = student.put(np.zeros((2, 3), dtype=dtype))
    student.keep.copy_numpy(a).fill_(7.0)
    assert not fetch(a).any()
