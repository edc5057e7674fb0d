"""Topic 3: linear regression.

The first model that learns. You write its parts in the order of the notes: the prediction X w + b, the loss, the
gradient, the update of minibatch stochastic gradient descent. Then you put them into a training loop, with weight
decay against overfitting, and at the end you build the same model the short way, from torch.nn.
"""

import torch
from torch import Tensor, nn


def linreg(X: Tensor, w: Tensor, b: Tensor) -> Tensor:
    """Predict with the linear model: X w + b.

    Args:
        X: features, shape (n, d), float32 or float64, one sample a row.
        w: weights, shape (d, 1).
        b: bias, shape (1,).

    Returns:
        Predictions, shape (n, 1), with X's dtype and device.

    Points: 10 (values 4, shapes and dtypes 2, gradients 2, memory 1, device 1)

    Hints:
        1. Which product of an (n, d) and a (d, 1) matrix gives one number a sample?

    >>> X = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    >>> linreg(X, torch.tensor([[10.0], [1.0]]), torch.tensor([0.5]))
    tensor([[12.5000],
            [34.5000],
            [56.5000]])
    """
    return X @ w + b


def squared_loss(y_hat: Tensor, y: Tensor) -> Tensor:
    """Measure half the squared error of each sample: (y_hat_i - y_i)^2 / 2.

    Args:
        y_hat: predictions, shape (n, 1), float32 or float64.
        y: labels of the same dtype, shape (n, 1) or (n,).

    Returns:
        One loss a sample, in y_hat's shape (n, 1), dtype and device: neither summed nor averaged.

    Points: 14 (values 4, shapes and dtypes 5, gradients 2, memory 2, device 1)

    Hints:
        1. What shape does broadcasting give to an (n, 1) minus an (n,) tensor? Bring y to y_hat's shape first.
        2. The half is there so that the derivative in y_hat is the plain error.

    >>> squared_loss(torch.tensor([[1.0], [5.0], [2.0]]), torch.tensor([2.0, 3.0, 2.0]))
    tensor([[0.5000],
            [2.0000],
            [0.0000]])
    """
    difference = y_hat - y.reshape(y_hat.shape)
    return 0.5 * difference * difference


def l2_penalty(w: Tensor) -> Tensor:
    """Measure the size of the weights: half the squared L2 norm, sum_j w_j^2 / 2.

    Args:
        w: weights, shape (d, 1), float32 or float64.

    Returns:
        A scalar (a 0-dim tensor) with w's dtype and device.

    Points: 8 (values 2, shapes and dtypes 2, gradients 2, memory 1, device 1)

    Hints:
        1. The *squared* norm needs no square root: it is a sum of squares.

    >>> l2_penalty(torch.tensor([[3.0], [-4.0]]))
    tensor(12.5000)
    """
    return 0.5 * w.square().sum()


def linreg_gradient(X: Tensor, w: Tensor, b: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
    """Derive the gradient of the mean half squared error of X w + b in the weights and in the bias.

    Args:
        X: features, shape (n, d), float32 or float64.
        w: weights, shape (d, 1).
        b: bias, shape (1,).
        y: labels, shape (n, 1) or (n,).

    Returns:
        `(dw, db)` with the shapes of w and b, X's dtype and device.

    By hand: no autograd in any form (no backward, no torch.autograd.grad, no torch.func, forward mode included).

    Points: 16 (values 6, shapes and dtypes 6, memory 2, device 2)

    Hints:
        1. Write down the error of each sample first. One sample's gradient is its error times (x, 1).
        2. Which matrix product sums error times features over the samples? The mean divides by n.

    >>> X, y = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([[0.0], [1.0]])
    >>> dw, db = linreg_gradient(X, torch.tensor([[1.0], [0.0]]), torch.tensor([1.0]), y)
    >>> dw
    tensor([[5.5000],
            [8.0000]])
    >>> db
    tensor([2.5000])
    """
    n = X.shape[0]
    residual = X @ w + b - y.reshape(n, 1)
    return X.T @ residual / n, residual.mean(dim=0)


def sgd(params: list[Tensor], lr: float, batch_size: int) -> None:
    """Take one step of minibatch stochastic gradient descent: p -= lr * p.grad / batch_size, *in place*.

    Args:
        params: leaf tensors that require gradients, each with a `.grad` (of the loss summed over the batch).
        lr: learning rate.
        batch_size: number of samples that the gradients were summed over.

    Returns:
        None. Every p is the same leaf in the same memory as before and still requires gradients. Its `.grad` is as it
        was, and autograd records nothing.

    Points: 16 (values 7, memory 7, device 2)

    Hints:
        1. `p = p - ...` makes a new tensor and leaves the caller's as it was. Which operators write into p itself?
        2. Autograd refuses an in-place change of a leaf, unless the update runs under torch.no_grad().

    >>> p = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> (p**2).sum().backward()
    >>> sgd([p], lr=0.5, batch_size=2)
    >>> p
    tensor([0.5000, 1.0000], requires_grad=True)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def train_linreg(
    features: Tensor,
    labels: Tensor,
    lr: float = 0.03,
    num_epochs: int = 3,
    batch_size: int = 10,
    weight_decay: float = 0.0,
) -> tuple[Tensor, Tensor]:
    """Fit linear regression by minibatch stochastic gradient descent.

    Start near zero (w zero or drawn from N(0, 0.01^2), b zero). In each epoch go once through all samples in batches
    of batch_size, the last one shorter where it must be, and take one step a batch on

        mean of squared_loss over the batch's own samples + weight_decay * l2_penalty(w)

    The penalty is for the weights alone: the bias does not decay.

    Args:
        features: shape (n, d), float32 or float64.
        labels: shape (n, 1) or (n,), of the same dtype.
        lr: learning rate.
        num_epochs: passes over the data.
        batch_size: samples a step; it may exceed n.
        weight_decay: strength of the penalty.

    Returns:
        `(w, b)`, shapes (d, 1) and (1,), with the features' dtype and device.

    Points: 24 (training 18, shapes and dtypes 4, memory 1, device 1)

    Hints:
        1. The loop of the notes: predict, loss, backward, step, and then? backward *adds* to `.grad`.
        2. The last batch may be short. By which number must its summed gradient be divided?

    >>> features = torch.tensor([[-1.0], [0.0], [1.0], [2.0]])
    >>> w, b = train_linreg(features, 2 * features + 1, lr=0.3, num_epochs=200, batch_size=2)
    >>> w.shape, b.shape, w.dtype
    (torch.Size([1, 1]), torch.Size([1]), torch.float32)
    >>> round(w.item(), 2), round(b.item(), 2)
    (2.0, 1.0)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def linreg_net(num_inputs: int) -> nn.Module:
    """Build linear regression as an nn.Module.

    Args:
        num_inputs: number of features d.

    Returns:
        A module that maps (n, d) to (n, 1), float32. Its parameters are a weight of d entries, drawn from N(0, 0.01^2),
        and a bias of one entry, 0. Their names and the module's structure are yours to choose.

    Points: 12 (values 3, shapes and dtypes 3, gradients 2, randomness 4)

    Hints:
        1. A layer of torch.nn computes this, but its own initialisation is another: see torch.nn.init.
        2. 0.01 is the standard deviation.

    >>> net = linreg_net(3)
    >>> net(torch.ones(5, 3)).shape
    torch.Size([5, 1])
    >>> sum(p.numel() for p in net.parameters())
    4
    """
    # YOUR CODE HERE
    raise NotImplementedError
