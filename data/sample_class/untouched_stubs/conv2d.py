"""Topic 9: convolution and pooling.

A convolutional layer slides a small kernel over an image and asks at each place how well the two match. Here you build
that step by step: the plain cross-correlation that deep learning calls a convolution, the true convolution with its
flipped kernel, padding and stride with the size that comes out, several input and output channels, and the 1×1 kernel
that is a linear layer in disguise. Then come a layer with parameters, pooling, and a kernel that is not designed but
learned from an image and its output.

Throughout, h and w are an image's height and width, kh and kw a kernel's, ci and co the numbers of input and output
channels. Sizes given as pairs are (height, width), and every kernel and pool fits the (padded) image.

By hand everywhere: no convolution, max_pool or avg_pool of torch in any form. `unfold`, slices, strides, matrix
products and loops are all fine.
"""

import torch
from torch import Tensor, nn


def corr2d(X: Tensor, K: Tensor) -> Tensor:
    """Slide the kernel over the image: each output entry is the sum of kernel times window, entry by entry.

    Args:
        X: the image, shape (h, w), float32 or float64.
        K: the kernel, shape (kh, kw), X's dtype.

    Returns:
        The cross-correlation, shape (h - kh + 1, w - kw + 1), with X's dtype and device.

    By hand: no convolution of torch in any form.

    Points: 13 (values 7, shapes and dtypes 2, gradients 3, device 1)

    Hints:
        1. The output's sizes, not the kernel's, say how many windows there are in each direction.
        2. The window of output entry [i, j] starts at X[i, j]. `unfold` gives all windows at once, as a view.

    >>> X = torch.arange(9.0).reshape(3, 3)
    >>> corr2d(X, torch.tensor([[0.0, 1.0], [2.0, 3.0]]))
    tensor([[19., 25.],
            [37., 43.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def conv2d_flipped(X: Tensor, K: Tensor) -> Tensor:
    """Convolve as mathematics means it: cross-correlate with the kernel turned upside down and left to right.

    For a kernel that is learned the difference does not matter: it would be learned the other way round.

    Args:
        X: the image, shape (h, w), float32 or float64.
        K: the kernel, shape (kh, kw), X's dtype.

    Returns:
        The convolution, shape (h - kh + 1, w - kw + 1), with X's dtype and device.

    By hand: no convolution of torch in any form.

    Points: 8 (values 4.5, shapes and dtypes 1, gradients 1.5, device 1)

    Hints:
        1. The kernel's last entry meets the window's first.
        2. Turning over is not transposing: the kernel keeps its shape.

    >>> X = torch.arange(9.0).reshape(3, 3)
    >>> conv2d_flipped(X, torch.tensor([[0.0, 1.0], [2.0, 3.0]]))
    tensor([[ 5., 11.],
            [23., 29.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def output_size(n: int, k: int, padding: int = 0, stride: int = 1) -> int:
    """Say how many places a kernel finds along one side of an image: ⌊(n + 2·padding − k) / stride⌋ + 1.

    Padding counts per side, as in torch: `padding` zeros before the image and as many behind it.

    Args:
        n: the image's size along that side.
        k: the kernel's size along it.
        padding: the zeros on each of the two ends.
        stride: how far the kernel moves from one place to the next.

    Returns:
        The number of places, an int.

    Raises:
        ValueError: k is larger than the padded image, k or stride is below 1, or padding is below 0.

    Points: 8 (values 5, shapes and dtypes 1, errors 2)

    Hints:
        1. The first place is always there; each further one needs a whole stride.
        2. Which of Python's divisions rounds down and keeps ints ints?

    >>> output_size(5, 3)
    3
    >>> output_size(5, 3, padding=1, stride=2)
    3
    """
    # YOUR CODE HERE
    raise NotImplementedError


def corr2d_padded(X: Tensor, K: Tensor, padding: tuple[int, int] = (0, 0), stride: tuple[int, int] = (1, 1)) -> Tensor:
    """Cross-correlate with a border of zeros around the image and with steps of more than one entry.

    Args:
        X: the image, shape (h, w), float32 or float64.
        K: the kernel, shape (kh, kw), X's dtype.
        padding: (rows above and as many below, columns on the left and as many on the right).
        stride: (how far down, how far right) from one window to the next.

    Returns:
        The result, X's dtype and device; its height is output_size(h, kh, padding[0], stride[0]), its width likewise.

    By hand: no convolution of torch in any form.

    Points: 15 (values 9, shapes and dtypes 1.5, gradients 3, device 1.5)

    Hints:
        1. `torch.nn.functional.pad` counts from the last dimension: columns first, then rows.
        2. The window of output entry [i, j] starts at row i · stride[0]. What is left over at the end is dropped.

    >>> corr2d_padded(torch.ones(3, 4), torch.ones(3, 3), padding=(1, 1), stride=(2, 1))
    tensor([[4., 6., 6., 4.],
            [4., 6., 6., 4.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def corr2d_multi_in(X: Tensor, K: Tensor) -> Tensor:
    """Cross-correlate each input channel with its own kernel and add the results up.

    Args:
        X: the image, shape (ci, h, w), float32 or float64.
        K: one kernel a channel, shape (ci, kh, kw), X's dtype.

    Returns:
        A single channel, shape (h - kh + 1, w - kw + 1), with X's dtype and device.

    By hand: no convolution of torch in any form.

    Points: 7 (values 4, shapes and dtypes 1, gradients 1, device 1)

    Hints:
        1. Iterating over a tensor gives its channels: `zip` pairs each with its kernel.
        2. Or take the windows of all channels and sum over the channels too.

    >>> X = torch.stack([torch.arange(9.0).reshape(3, 3), torch.ones(3, 3)])
    >>> K = torch.tensor([[[0.0, 1.0], [2.0, 3.0]], [[1.0, 1.0], [1.0, 1.0]]])
    >>> corr2d_multi_in(X, K)
    tensor([[23., 29.],
            [41., 47.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def corr2d_multi_in_out(X: Tensor, K: Tensor) -> Tensor:
    """Give the image several output channels: each has kernels of its own for all input channels.

    Args:
        X: the image, shape (ci, h, w), float32 or float64.
        K: for each output channel one kernel an input channel, shape (co, ci, kh, kw), X's dtype.

    Returns:
        The output channels, shape (co, h - kh + 1, w - kw + 1), with X's dtype and device.

    By hand: no convolution of torch in any form.

    Points: 11 (values 6, shapes and dtypes 1.5, gradients 2, device 1.5)

    Hints:
        1. K[o] is everything that output channel o needs, and you can already compute one output channel.
        2. `stack` makes a new dimension, `cat` lengthens an old one.

    >>> X = torch.stack([torch.arange(9.0).reshape(3, 3), torch.ones(3, 3)])
    >>> K = torch.ones(3, 2, 2, 2)
    >>> corr2d_multi_in_out(X, K).shape
    torch.Size([3, 2, 2])
    >>> corr2d_multi_in_out(X, K)[0]
    tensor([[12., 16.],
            [24., 28.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def corr2d_1x1(X: Tensor, K: Tensor) -> Tensor:
    """Mix the channels of each pixel: what corr2d_multi_in_out does with 1×1 kernels, as one matrix product.

    A 1×1 kernel sees no neighbours. Every pixel is a sample with ci features, and all go through the same linear layer.

    Args:
        X: the image, shape (ci, h, w), float32 or float64.
        K: the kernels, shape (co, ci, 1, 1), X's dtype.

    Returns:
        The output channels, shape (co, h, w), with X's dtype and device.

    By hand: no convolution of torch in any form.

    Points: 7 (values 3.5, shapes and dtypes 1, gradients 1.5, device 1)

    Hints:
        1. Flatten the pixels into one dimension and keep the channels as the other.
        2. (co, ci) times (ci, h·w): which shape does that give, and how does it become an image again?

    >>> X = torch.arange(8.0).reshape(2, 2, 2)
    >>> K = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]).reshape(3, 2, 1, 1)
    >>> corr2d_1x1(X, K)[2]
    tensor([[ 4.,  6.],
            [ 8., 10.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


class Conv2D(nn.Module):
    """A layer that cross-correlates with a kernel of its own and adds a bias.

    Its parameters are `weight`, shape kernel_size, and `bias`, shape (1,). The weight does not start constant.

    By hand: no convolution of torch in any form.

    Points: 9 (values 3.5, shapes and dtypes 2, gradients 2, device 1, randomness 0.5)

    Hints:
        1. What makes a tensor a parameter that `net.parameters()` lists and an optimiser can train?
        2. forward has `corr2d` to work with.

    >>> layer = Conv2D((2, 3))
    >>> layer.weight.shape, layer.bias.shape
    (torch.Size([2, 3]), torch.Size([1]))
    >>> layer(torch.ones(4, 4)).shape
    torch.Size([3, 2])
    """

    def __init__(self, kernel_size: tuple[int, int]):
        """Make the parameters.

        Args:
            kernel_size: (kh, kw).
        """
        super().__init__()
        # YOUR CODE HERE
        raise NotImplementedError

    def forward(self, X: Tensor) -> Tensor:
        """Give corr2d of X and the weight, plus the bias.

        Args:
            X: the image, shape (h, w), the parameters' dtype.

        Returns:
            The output, shape (h - kh + 1, w - kw + 1).
        """
        # YOUR CODE HERE
        raise NotImplementedError


def pool2d(
    X: Tensor,
    pool_size: int | tuple[int, int],
    mode: str = "max",
    padding: tuple[int, int] = (0, 0),
    stride: int | tuple[int, int] | None = None,
) -> Tensor:
    """Keep one number of each window: its largest entry, or its average. Every channel is pooled by itself.

    Args:
        X: an image (h, w) or the channels of one (c, h, w), float32 or float64.
        pool_size: the window's size, (height, width) or one int for both.
        mode: "max" or "avg".
        padding: rows above and below, columns left and right, at most half the pool. The maximum ignores padding; the
            average counts it as zeros.
        stride: (how far down, how far right) or one int for both; None means pool_size, so that windows do not overlap.

    Returns:
        The pooled image, (h', w') or (c, h', w'), with X's dtype and device; h' and w' as output_size gives them.

    Raises:
        ValueError: mode is neither "max" nor "avg".

    By hand: no max_pool or avg_pool of torch in any form.

    Points: 14 (values 8.5, shapes and dtypes 1.5, gradients 2, errors 1, device 1)

    Hints:
        1. An image may be negative everywhere: which number in the border never wins against one of its entries?
        2. Dimensions counted from the end, -2 and -1, are height and width with and without channels.

    >>> X = torch.arange(9.0).reshape(3, 3)
    >>> pool2d(X, 2, stride=1)
    tensor([[4., 5.],
            [7., 8.]])
    >>> pool2d(X, (2, 3), mode="avg")
    tensor([[2.5000]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def learn_kernel(X: Tensor, Y: Tensor, kernel_size: tuple[int, int], num_steps: int = 200, lr: float = 3e-2) -> Tensor:
    """Find the kernel that turns X into Y, by gradient descent on the squared error of corr2d(X, K) against Y.

    Args:
        X: the image, shape (h, w), float32 or float64.
        Y: what corr2d made of it with a kernel that you do not know, shape (h - kh + 1, w - kw + 1).
        kernel_size: (kh, kw), that kernel's shape.
        num_steps: how many steps to take, each on the whole image.
        lr: the learning rate: what the gradient is multiplied by in each step.

    Returns:
        The learned kernel, shape (kh, kw), with X's dtype and device, with or without a graph. With the defaults
        corr2d(X, K) comes within 1e-2 of Y for images of at most 6×8; those graded let the sum's steps get there as
        well as the mean's.

    By hand: no convolution of torch in any form (autograd is fine).

    Points: 8 (training 5.5, shapes and dtypes 1.5, device 1)

    Hints:
        1. Autograd adds to a gradient that is already there: what has to happen between two steps?
        2. The error is squared, then summed or averaged; a step goes against its gradient.

    >>> X = torch.tensor([[3.0, 1.0, 0.0, -2.0, 0.0], [-1.0, 1.0, -3.0, 1.0, 2.0]])
    >>> Y = corr2d(X, torch.tensor([[1.0, -1.0]]))
    >>> K = learn_kernel(X, Y, (1, 2))
    >>> bool(((corr2d(X, K) - Y).abs() < 1e-2).all())
    True
    """
    # YOUR CODE HERE
    raise NotImplementedError
