"""Topic 4: softmax regression.

Scores become probabilities, probabilities become decisions, and a linear layer learns to give good scores. You first
write the model by hand (`softmax`, `net`), then two ways to judge it (`accuracy`, `evaluate_accuracy`), then the same
model out of torch's layers (`FlattenLayer`, `softmax_regression_net`), and at last the training loop (`train_softmax`).
In the notes: "softmax回归", from its definition to its concise implementation.

Throughout, n is the number of samples, d of inputs, q of classes. Labels y are class numbers 0 ... q - 1.
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn


def softmax(X: Tensor) -> Tensor:
    """Turn each row of scores into probabilities: exp(x_ij) / sum_k exp(x_ik).

    Args:
        X: scores, shape (n, q), float32 or float64.

    Returns:
        Probabilities, shape (n, q), with X's dtype and device. Every row sums to 1.

    By hand: no softmax, log_softmax, softmin or gumbel_softmax of torch in any form, nor torch.distributions
    (`logsumexp` is fine).

    Beyond the notes: values and gradients stay finite and right for entries of ±1e4 (the stability points).

    Points: 20 (values 8, shapes and dtypes 2, gradients 4, stability 4, device 2)

    Hints:
        1. One row is one sample: the sum runs over dim 1. What does keepdim=True change about the division?
        2. exp(1e4) overflows. Subtracting the same number from a whole row changes nothing in the quotient.

    >>> softmax(torch.tensor([[0.0, 0.0], [1.0, 1.0]]))
    tensor([[0.5000, 0.5000],
            [0.5000, 0.5000]])
    >>> softmax(torch.tensor([[1.0, 2.0, 3.0]], dtype=torch.float64))
    tensor([[0.0900, 0.2447, 0.6652]], dtype=torch.float64)
    """
    ### BEGIN SOLUTION
    # The largest entry of a row becomes 0, so that no exp overflows and no sum is 0.
    exps = (X - X.amax(dim=1, keepdim=True)).exp()
    return exps / exps.sum(dim=1, keepdim=True)
    ### END SOLUTION


def net(X: Tensor, W: Tensor, b: Tensor) -> Tensor:
    """Softmax regression: the probabilities softmax(X W + b), with each sample of X flattened to a row.

    Args:
        X: samples, shape (n, ...), with d numbers each: rows (n, d) or images (n, c, h, w) with d = c·h·w.
        W: weights, shape (d, q).
        b: biases, shape (q,).

    Returns:
        Probabilities, shape (n, q).

    Points: 13 (values 6, shapes and dtypes 2, gradients 3, device 2)

    Hints:
        1. Flattening keeps dim 0 and joins all others. How long is a row? W knows.
        2. b has one entry a class: broadcasting adds it to every row.

    >>> image = torch.tensor([[[[1.0, 0.0], [0.0, 1.0]]]])
    >>> W = torch.tensor([[1.0, 0.0], [0.0, 0.0], [0.0, 0.0], [1.0, 0.0]])
    >>> net(image, W, torch.zeros(2))
    tensor([[0.8808, 0.1192]])
    """
    ### BEGIN SOLUTION
    return softmax(X.reshape(X.shape[0], -1) @ W + b)
    ### END SOLUTION


def accuracy(y_hat: Tensor, y: Tensor) -> float:
    """The share of rows whose largest entry is at the label.

    Args:
        y_hat: probabilities or any other scores, shape (n, q).
        y: labels, int64, shape (n,).

    Returns:
        A Python float between 0 and 1.

    Points: 10 (values 7, shapes and dtypes 1, device 2)

    Hints:
        1. `argmax` along the classes gives the predicted labels. Comparing them with y gives True or False a row.
        2. A mean needs numbers, not booleans. How do you get a Python number out of a one-element tensor?

    >>> accuracy(torch.tensor([[0.1, 0.9], [0.8, 0.2]]), torch.tensor([1, 1]))
    0.5
    """
    ### BEGIN SOLUTION
    return (y_hat.argmax(dim=1) == y).double().mean().item()
    ### END SOLUTION


def evaluate_accuracy(data_iter: Iterable[tuple[Tensor, Tensor]], net: Callable[[Tensor], Tensor]) -> float:
    """The accuracy of net over all samples of all batches.

    Args:
        data_iter: any iterable of batches (X, y), read once; batches may differ in size.
        net: any callable from X to scores (n, q). An `nn.Module` is evaluated in eval mode and left, with all that it
            contains, in the mode it was in.

    Returns:
        A Python float between 0 and 1. No gradient is recorded on the way.

    Points: 18 (values 11, shapes and dtypes 1, gradients 2, training 2, device 2)

    Hints:
        1. Count the right answers and the samples, and divide once, at the end.
        2. Remember `net.training` before you change it. Only an `nn.Module` has modes: `isinstance` tells.

    >>> batches = [
    ...     (torch.tensor([[0.1, 0.9], [0.8, 0.2], [0.7, 0.3]]), torch.tensor([1, 0, 0])),
    ...     (torch.tensor([[0.6, 0.4]]), torch.tensor([1])),
    ... ]
    >>> evaluate_accuracy(batches, lambda X: X)
    0.75
    """
    ### BEGIN SOLUTION
    is_module = isinstance(net, nn.Module)
    if is_module:
        was_training = net.training
        net.eval()
    correct, total = 0, 0
    with torch.no_grad():
        for X, y in data_iter:
            correct += (net(X).argmax(dim=1) == y).sum().item()
            total += len(y)
    if is_module:
        net.train(was_training)
    return correct / total
    ### END SOLUTION


class FlattenLayer(nn.Module):
    """A layer that flattens each sample to a row: (n, ...) to (n, d).

    Points: 7 (values 3, shapes and dtypes 2, gradients 1, device 1)

    Hints:
        1. Keep dim 0 and let one size be -1. Which of the two must never be guessed?

    >>> FlattenLayer()(torch.tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]))
    tensor([[1, 2, 3, 4],
            [5, 6, 7, 8]])
    """

    def forward(self, X: Tensor) -> Tensor:
        """Flatten X, shape (n, ...), to shape (n, d)."""
        ### BEGIN SOLUTION
        return X.reshape(X.shape[0], -1)
        ### END SOLUTION


def softmax_regression_net(num_inputs: int, num_outputs: int) -> nn.Module:
    """Softmax regression out of torch's layers: a module that flattens and applies one linear layer.

    Args:
        num_inputs: d, the numbers in one sample (784 for an image of 28 by 28).
        num_outputs: q, the number of classes.

    Returns:
        An `nn.Module` that maps images (n, 1, 28, 28) or rows (n, d) to logits (n, q). Its weight is drawn from
        N(0, 0.01²), its bias is 0; both are trainable.

    Points: 12 (values 5, shapes and dtypes 1, gradients 2, randomness 3, device 1)

    Hints:
        1. Logits are the scores before the softmax: the loss will do the rest.
        2. `nn.init` holds functions that fill a parameter in place; their names end in an underscore.

    >>> net = softmax_regression_net(784, 10)
    >>> net(torch.ones(2, 1, 28, 28)).shape
    torch.Size([2, 10])
    >>> net(torch.zeros(1, 784)).abs().sum().item()
    0.0
    """
    ### BEGIN SOLUTION
    linear = nn.Linear(num_inputs, num_outputs)
    nn.init.normal_(linear.weight, mean=0.0, std=0.01)
    nn.init.zeros_(linear.bias)
    return nn.Sequential(FlattenLayer(), linear)
    ### END SOLUTION


def train_softmax(
    train_iter: Iterable[tuple[Tensor, Tensor]],
    num_inputs: int,
    num_outputs: int,
    lr: float = 0.1,
    num_epochs: int = 5,
) -> tuple[Tensor, Tensor]:
    """Fit softmax regression by minibatch SGD: one step a batch, against the gradient of its mean cross-entropy.

    Args:
        train_iter: batches (X, y), to be iterated once an epoch. X holds images (n, ...) or rows (n, d), y labels (n,).
            The last batch may be shorter: the mean is over the samples that it has.
        num_inputs: d, the numbers in one sample.
        num_outputs: q, the number of classes (a batch need not show them all).
        lr: the learning rate, the step's length a unit of gradient.
        num_epochs: how many times to go through train_iter.

    Returns:
        (W, b): weights (d, q) and biases (q,), with the dtype and device of the batches. Trained on 4,096 images they
        must reach the topic's accuracy on test images.

    Points: 20 (values 12, shapes and dtypes 2, training 4, device 2)

    Hints:
        1. A step has four parts: the loss of this batch, clear the old gradients, backward, update.
        2. Dtype and device of the batches are known as soon as you see the first one.

    >>> X, y = torch.eye(3), torch.tensor([2, 0, 1])
    >>> W, b = train_softmax([(X, y)], num_inputs=3, num_outputs=3, lr=1.0, num_epochs=50)
    >>> W.shape, b.shape, W.dtype
    (torch.Size([3, 3]), torch.Size([3]), torch.float32)
    >>> (X @ W + b).argmax(dim=1)
    tensor([2, 0, 1])
    """
    ### BEGIN SOLUTION
    W, b = 0.01 * torch.randn(num_inputs, num_outputs), torch.zeros(num_outputs)
    for _ in range(num_epochs):
        for X, y in train_iter:
            # The first batch tells dtype and device; from then on `to` returns the parameter itself.
            W, b = W.to(X).requires_grad_(), b.to(X).requires_grad_()
            loss = nn.functional.cross_entropy(X.reshape(X.shape[0], -1) @ W + b, y)
            dW, db = torch.autograd.grad(loss, (W, b))
            with torch.no_grad():
                W -= lr * dW
                b -= lr * db
    return W.detach(), b.detach()
    ### END SOLUTION
