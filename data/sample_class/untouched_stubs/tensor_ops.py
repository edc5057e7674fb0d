"""Topic 1: tensors.

Everything in the course is a tensor: a block of memory, and a way of reading it as rows and columns. Here you create
tensors, reshape, join and index them, let shapes broadcast, and do the linear algebra that the later topics build on.
Keep one question in mind throughout: is this new memory, or another view of the old?

The notes tell it under "tensor", in this order.
"""

import numpy as np
import torch
from torch import Tensor


def arange_matrix(
    rows: int, cols: int, dtype: torch.dtype = torch.float32, device: torch.device | str | None = None
) -> Tensor:
    """Count 0, 1, 2, … row by row through a matrix.

    Args:
        rows: the number of rows, at least 1.
        cols: the number of columns, at least 1.
        dtype: float32 or float64.
        device: where the matrix is made; None is the default device.

    Returns:
        The matrix, shape (rows, cols), with the given dtype and device. Each row goes on where the one above stopped.

    Points: 4 (values 1, shapes and dtypes 2, device 1)

    Hints:
        1. Make all the numbers in one dimension first. How many are there?
        2. `view` lays them out row by row. Which dtype does torch choose where you give it integers and say nothing?

    >>> arange_matrix(2, 3)
    tensor([[0., 1., 2.],
            [3., 4., 5.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def ones_matching(x: Tensor, shape: tuple[int, ...]) -> Tensor:
    """Make a tensor of ones that can be combined with x: of the same dtype, on the same device.

    Args:
        x: a tensor of any shape, float32 or float64.
        shape: the shape of the result, which need not be x's; one or more sizes.

    Returns:
        Ones of the given shape, with x's dtype and device.

    Points: 4 (values 1, shapes and dtypes 2, device 1)

    Hints:
        1. A tensor knows its own dtype and device, and has methods that make a new tensor of its kind.

    >>> ones_matching(torch.zeros(3, dtype=torch.float64), (1, 2))
    tensor([[1., 1.]], dtype=torch.float64)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def add_inplace(y: Tensor, x: Tensor) -> Tensor:
    """Add x to y *in place*: the sum is written into y's own memory.

    Args:
        y: the tensor to change, shape (m, n); needs no gradient.
        x: what is added, of y's dtype and device: shape (m, n), or a shape that broadcasts to it.

    Returns:
        y itself (the same object, in the same memory), now holding y + x.

    Points: 7 (values 3, memory 3, device 1)

    Hints:
        1. `y = y + x` puts the sum in new memory and gives it the name y; the caller's y stays as it was.
        2. The notes show three ways: a method that ends in an underscore, a slice on the left, and `out=`.

    >>> y = torch.zeros(2, 2)
    >>> add_inplace(y, torch.tensor([1.0, 2.0])) is y
    True
    >>> y
    tensor([[1., 2.],
            [1., 2.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def head_view(x: Tensor, n: int) -> Tensor:
    """Look at the first n rows of x, without copying them.

    Args:
        x: a matrix, shape (rows, cols), not always contiguous.
        n: how many rows, 0 <= n <= rows.

    Returns:
        The first n rows, shape (n, cols), in x's memory: writing to one changes the other.

    Points: 6 (values 2, memory 2, gradients 1, device 1)

    Hints:
        1. One kind of index shares memory with the tensor it indexes, another copies. Which is which?

    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    >>> head_view(x, 2).zero_().shape
    torch.Size([2, 2])
    >>> x
    tensor([[0., 0.],
            [0., 0.],
            [5., 6.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def head_copy(x: Tensor, n: int) -> Tensor:
    """Copy the first n rows of x.

    Args:
        x: a matrix, shape (rows, cols), not always contiguous.
        n: how many rows, 0 <= n <= rows.

    Returns:
        The first n rows, shape (n, cols), in memory of their own: writing to one leaves the other as it was.
        Gradients still flow back to x.

    Points: 6 (values 2, memory 2, gradients 1, device 1)

    Hints:
        1. A slice alone is a view. Some methods copy only where they must; which one always does?

    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> head_copy(x, 1).zero_()
    tensor([[0., 0.]])
    >>> x
    tensor([[1., 2.],
            [3., 4.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def sum_keepdim(X: Tensor, dim: int) -> Tensor:
    """Sum over one dimension, and keep that dimension with size 1.

    Args:
        X: a tensor with two dimensions or more.
        dim: the dimension that is summed over; a negative one counts from the last.

    Returns:
        The sums: X's shape, but for size 1 at `dim`.

    Points: 6 (values 3, shapes and dtypes 1, gradients 1, device 1)

    Hints:
        1. `dim` is the index that runs and then vanishes, not the one that stays: dim 0 runs down each column.
        2. With the dimension kept, the sums broadcast against X again. One keyword of `sum` does it.

    >>> X = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    >>> sum_keepdim(X, 0)
    tensor([[5., 7., 9.]])
    >>> sum_keepdim(X, -1)
    tensor([[ 6.],
            [15.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def pick(y_hat: Tensor, y: Tensor) -> Tensor:
    """Pick from each row the entry at that row's label, by `gather`.

    Args:
        y_hat: one row of q probabilities a sample, shape (n, q).
        y: the labels, int64, shape (n,), each in 0 … q-1.

    Returns:
        The picked entries, shape (n, 1), with y_hat's dtype and device.

    Points: 6 (values 3, shapes and dtypes 1, gradients 1, device 1)

    Hints:
        1. `gather` wants an index with as many dimensions as y_hat: turn the n labels into an (n, 1) column.
        2. The label says where to look *within* a row. Which dim is that?

    >>> y_hat = torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]])
    >>> pick(y_hat, torch.tensor([0, 2]))
    tensor([[0.1000],
            [0.5000]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def block_matrix(A: Tensor, B: Tensor, C: Tensor, D: Tensor) -> Tensor:
    """Join four blocks into the matrix [[A, B], [C, D]], by `cat`.

    Args:
        A: the upper left block, shape (m, p).
        B: the upper right block, shape (m, q).
        C: the lower left block, shape (r, p).
        D: the lower right block, shape (r, q).

    Returns:
        The whole matrix, shape (m + r, p + q), with the blocks' dtype and device.

    Points: 5 (values 2, shapes and dtypes 1, gradients 1, device 1)

    Hints:
        1. Two steps: first blocks that stand side by side, then the results on top of each other. Which dim is which?

    >>> block_matrix(torch.ones(1, 2), torch.zeros(1, 1), torch.zeros(1, 2), torch.ones(1, 1))
    tensor([[1., 1., 0.],
            [0., 0., 1.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def positive_values(X: Tensor) -> Tensor:
    """Select the entries of a matrix that are greater than 0.

    Args:
        X: a matrix, shape (m, n).

    Returns:
        Those entries alone, in row-major order (row 0 from left to right, then row 1, …). Always one dimension, however
        many entries there are.

    Points: 6 (values 3, shapes and dtypes 1, gradients 1, device 1)

    Hints:
        1. A comparison gives a mask of X's shape. What does X indexed by that mask look like?

    >>> positive_values(torch.tensor([[1.5, -1.0], [0.0, 0.5]]))
    tensor([1.5000, 0.5000])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def flatten_images(X: Tensor) -> Tensor:
    """Flatten each image of a batch into one row.

    Args:
        X: a batch of images, shape (n, c, h, w), not always contiguous.

    Returns:
        One row an image, shape (n, c*h*w), in row-major order. It shares X's memory where X is contiguous; elsewhere it
        may be a copy.

    Points: 7 (values 2, shapes and dtypes 1, memory 2, gradients 1, device 1)

    Hints:
        1. `view` never copies, and refuses memory that does not lie in order. Which method copies only then?
        2. The first dimension stays; a -1 lets torch work out the other.

    >>> flatten_images(torch.arange(8.0).view(2, 1, 2, 2))
    tensor([[0., 1., 2., 3.],
            [4., 5., 6., 7.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def broadcast_add(x: Tensor, y: Tensor) -> Tensor:
    """Add every entry of x to every entry of y, by broadcasting: the result's entry [i, j] is y[i] + x[j].

    Args:
        x: a vector, shape (n,).
        y: a vector, shape (m,).

    Returns:
        The table of sums, shape (m, n).

    Points: 5 (values 2, shapes and dtypes 1, gradients 1, device 1)

    Hints:
        1. Broadcasting lines shapes up from the right and repeats sizes of 1. Which vector has to become a column?

    >>> broadcast_add(torch.tensor([1.0, 2.0, 3.0]), torch.tensor([10.0, 20.0]))
    tensor([[11., 12., 13.],
            [21., 22., 23.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def upper_triangle(A: Tensor) -> Tensor:
    """Keep a matrix's entries on and above the diagonal, and put 0 below it, as `triu` does.

    Args:
        A: a matrix, shape (m, n), not always square; it stays as it is.

    Returns:
        The upper triangle, shape (m, n).

    Points: 5 (values 2, memory 1, gradients 1, device 1)

    Hints:
        1. Entry [i, j] stays where i <= j. Is the diagonal in or out?

    >>> upper_triangle(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
    tensor([[1., 2.],
            [0., 4.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def batch_matmul(A: Tensor, B: Tensor) -> Tensor:
    """Multiply two batches of matrices, pair by pair.

    Args:
        A: b matrices, shape (b, i, j).
        B: b matrices, shape (b, j, k).

    Returns:
        The b matrix products, shape (b, i, k).

    Points: 5 (values 2, shapes and dtypes 1, gradients 1, device 1)

    Hints:
        1. The notes name a function for one product and one for a batch of them.

    >>> A = torch.tensor([[[1.0, 2.0]], [[3.0, 4.0]]])
    >>> B = torch.tensor([[[1.0], [1.0]], [[1.0], [0.0]]])
    >>> batch_matmul(A, B)
    tensor([[[3.]],
    <BLANKLINE>
            [[3.]]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def solve(A: Tensor, b: Tensor) -> Tensor:
    """Solve the linear equations A x = b.

    Args:
        A: a well-conditioned square matrix, shape (k, k); it need not be symmetric.
        b: one right-hand side, shape (k,), or m of them as columns, shape (k, m).

    Returns:
        The solution x, with b's shape. Float32 is graded to 1e-3, so an explicit inverse is fine.

    Points: 8 (values 4, shapes and dtypes 1, memory 1, gradients 1, device 1)

    Hints:
        1. If A x = b, what must b be multiplied by, and from which side, to leave x?
        2. A matrix product takes a vector as well as a matrix: no case needs a branch.

    >>> solve(torch.tensor([[2.0, 1.0], [1.0, 3.0]]), torch.tensor([3.0, 5.0]))
    tensor([0.8000, 1.4000])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def low_rank(A: Tensor, k: int) -> Tensor:
    """Approximate a matrix by the nearest one of rank k, by the singular value decomposition.

    With A = U diag(s) V^T and s in falling order, this is the part that belongs to the k largest singular values.

    Args:
        A: a matrix, shape (m, n).
        k: the rank, 1 <= k <= min(m, n).

    Returns:
        The best approximation of A among the matrices of rank k, shape (m, n). Gradients are graded only for a square A
        with distinct singular values.

    Points: 7 (values 4, shapes and dtypes 1, gradients 1, device 1)

    Hints:
        1. `torch.svd` gives V and `torch.linalg.svd` gives V transposed. Singular vectors are columns of V: what do you
           slice in each case?
        2. Writing zeros into s spoils what autograd has saved; slicing does not.

    >>> low_rank(torch.tensor([[2.0, 1.0], [1.0, 2.0]]), 1)
    tensor([[1.5000, 1.5000],
            [1.5000, 1.5000]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def to_number(x: Tensor) -> float:
    """Read the number out of a tensor that holds exactly one.

    Args:
        x: a tensor with one element, in any number of dimensions, on any device; it may require a gradient.

    Returns:
        That element as a Python number, unrounded.

    Raises:
        ValueError: x holds no element, or more than one.

    Points: 5 (values 2, errors 2, device 1)

    Hints:
        1. A tensor has a method for this. What does it raise for two elements, and what is asked for here?

    >>> to_number(torch.tensor([[2.5]]))
    2.5
    >>> to_number(torch.ones(2))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    ValueError: x must hold one element
    """
    # YOUR CODE HERE
    raise NotImplementedError


def share_numpy(a: np.ndarray) -> Tensor:
    """Make a tensor on a numpy array's own memory.

    Args:
        a: an array of any shape, float32 or float64.

    Returns:
        A tensor with a's shape, dtype and memory: writing to one changes the other.

    Points: 4 (values 1, shapes and dtypes 1, memory 2)

    Hints:
        1. The notes name two ways from numpy to torch. One binds the tensor to the array, the other starts from it.

    >>> a = np.zeros(2)
    >>> t = share_numpy(a)
    >>> a[0] = 7.0
    >>> t
    tensor([7., 0.], dtype=torch.float64)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def copy_numpy(a: np.ndarray) -> Tensor:
    """Make a tensor from a numpy array's values, in new memory.

    Args:
        a: an array of any shape, float32 or float64.

    Returns:
        A tensor with a's shape and dtype, and memory of its own: writing to one leaves the other as it was.

    Points: 4 (values 1, shapes and dtypes 1, memory 2)

    Hints:
        1. `torch.tensor` and `torch.Tensor` differ by one letter. Which of the two keeps the array's dtype?

    >>> a = np.zeros(2, dtype=np.float32)
    >>> t = copy_numpy(a)
    >>> a[0] = 7.0
    >>> t
    tensor([0., 0.])
    """
    # YOUR CODE HERE
    raise NotImplementedError
