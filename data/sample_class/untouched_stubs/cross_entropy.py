"""Topic 5: cross-entropy by gather.

A classifier gives each class a probability; the label says which of them should have been 1. Here you measure how far
off it was: one-hot labels first, then the probability given to the label (the notes' `gather`), its negative logarithm,
the mean over a batch, and what that mean says about the batch's joint probability. Last come the two that training
needs: the same loss straight from logits, where no exp may overflow, and its gradient, worked out on paper.

Throughout, n is the number of samples and q the number of classes. Labels y are class numbers 0 ... q - 1.
"""

import torch
from torch import Tensor


def one_hot(y: Tensor, num_classes: int) -> Tensor:
    """Write each label as a row of zeros with a single 1 in the label's column.

    Args:
        y: labels, shape (n,), int64.
        num_classes: q, the number of columns. The batch need not hold every class.

    Returns:
        The labels one-hot, shape (n, q), always float32, on y's device.

    Points: 10 (values 5, shapes and dtypes 3, device 2)

    Hints:
        1. Which column numbers equal the label? Comparing (n, 1) with (q,) asks that for all rows at once.
        2. Or start from zeros and write the ones with `scatter_`; mind the device of what you create.

    >>> one_hot(torch.tensor([1, 0]), 3)
    tensor([[0., 1., 0.],
            [1., 0., 0.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def picked_probability(y_hat: Tensor, y: Tensor) -> Tensor:
    """Pick from each row of y_hat the probability given to that row's label: y_hat[i, y_i].

    Args:
        y_hat: probabilities, shape (n, q), float32 or float64.
        y: labels, shape (n,), int64.

    Returns:
        One probability a sample, shape (n, 1), with y_hat's dtype and device.

    Points: 13 (values 6, shapes and dtypes 3, gradients 2, device 2)

    Hints:
        1. `gather` along dim 1 reads, in row i of the result, the columns named in row i of its index.
        2. So the index needs one row a sample: which shape turns the (n,) labels into that?

    >>> y_hat = torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]])
    >>> picked_probability(y_hat, torch.tensor([0, 2]))
    tensor([[0.1000],
            [0.5000]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def cross_entropy(y_hat: Tensor, y: Tensor) -> Tensor:
    """Give each sample's loss: −log of the probability that y_hat gives to its label.

    The definition sums −y_j log(y_hat_j) over all classes; with a one-hot label a single term of it is left. Each loss
    is at least 0, and 0 only where the label has probability 1.

    Args:
        y_hat: probabilities above 0, however small, shape (n, q), float32 or float64.
        y: labels, shape (n,), int64.

    Returns:
        One loss a sample, shape (n, 1), with y_hat's dtype and device.

    By hand: no cross_entropy or nll_loss of torch in any form.

    Points: 16 (values 8, shapes and dtypes 3, gradients 3, device 2)

    Hints:
        1. You already have a function that picks the right probability.
        2. Nothing is added to a probability before its logarithm: a tiny one has to give a large loss.

    >>> y_hat = torch.tensor([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]])
    >>> cross_entropy(y_hat, torch.tensor([0, 2]))
    tensor([[2.3026],
            [0.6931]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def cross_entropy_from_logits(logits: Tensor, y: Tensor) -> Tensor:
    """Give each sample's loss from logits: cross_entropy(softmax(logits), y), without the detour where it can break.

    With logits o, the loss of one sample is log(sum_k exp(o_k)) − o_y.

    Args:
        logits: scores before the softmax, shape (n, q), float32 or float64.
        y: labels, shape (n,), int64.

    Returns:
        One loss a sample, shape (n, 1), with the logits' dtype and device.

    By hand: no cross_entropy or nll_loss of torch in any form (`log_softmax` and `logsumexp` are fine).

    Beyond the notes: values and gradients finite and right for entries of ±1e4 (stability).

    Points: 24 (values 7, shapes and dtypes 3, gradients 4, stability 8, device 2)

    Hints:
        1. exp(1e4) overflows, and the log of a probability that became 0 is infinite: never leave the log scale.
        2. Rows can be far apart: what you subtract from a row must be that row's own.

    >>> cross_entropy_from_logits(torch.tensor([[0.0, 0.0], [2.0, 0.0]]), torch.tensor([1, 0]))
    tensor([[0.6931],
            [0.1269]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def mean_cross_entropy(y_hat: Tensor, y: Tensor) -> Tensor:
    """Average the losses of a batch: the number that training makes small.

    Args:
        y_hat: probabilities above 0, shape (n, q), float32 or float64.
        y: labels, shape (n,), int64.

    Returns:
        The mean over the n samples, a scalar (a 0-dim tensor), with y_hat's dtype and device.

    Points: 10 (values 4, shapes and dtypes 2, gradients 2, device 2)

    Hints:
        1. A batch given twice has the same mean loss as the batch given once.
        2. The result stays a tensor, so that `backward` can start from it.

    >>> y_hat = torch.tensor([[0.5, 0.5], [0.25, 0.75]])
    >>> mean_cross_entropy(y_hat, torch.tensor([1, 0]))
    tensor(1.0397)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def joint_probability(y_hat: Tensor, y: Tensor) -> Tensor:
    """Give the probability of all labels together: exp(−n · mean_cross_entropy), the product of the picked ones.

    So a small loss and a large joint probability are the same thing.

    Args:
        y_hat: probabilities above 0, shape (n, q), float32 or float64.
        y: labels, shape (n,), int64.

    Returns:
        The joint probability, a scalar (a 0-dim tensor), with y_hat's dtype and device.

    Points: 10 (values 4, shapes and dtypes 2, gradients 2, device 2)

    Hints:
        1. exp turns a sum into a product. Which factor turns the mean back into the sum?
        2. One more sample can only lower the result.

    >>> y_hat = torch.tensor([[0.5, 0.5], [0.25, 0.75]])
    >>> joint_probability(y_hat, torch.tensor([1, 0]))
    tensor(0.1250)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def cross_entropy_gradient(logits: Tensor, y: Tensor) -> Tensor:
    """Give the gradient of the mean loss in the logits, worked out on paper: what `backward` would put in logits.grad.

    The loss of one sample is log(sum_k exp(o_k)) − o_y; the mean of the n losses is what is differentiated.

    Args:
        logits: scores before the softmax, shape (n, q), float32 or float64.
        y: labels, shape (n,), int64.

    Returns:
        The gradient, shape (n, q), with the logits' dtype and device. Every row sums to 0.

    By hand: no autograd (`softmax` is fine, a backward pass of torch is not).

    Beyond the notes: right for entries of ±1e4 (stability).

    Points: 17 (values 8, shapes and dtypes 2, stability 5, device 2)

    Hints:
        1. Differentiate both terms in one logit o_j. You know the first one's derivative under another name.
        2. The loss is a mean: what becomes of one sample's share when the batch grows?

    >>> cross_entropy_gradient(torch.tensor([[0.0, 0.0], [0.0, 0.0]]), torch.tensor([1, 0]))
    tensor([[ 0.2500, -0.2500],
            [-0.2500,  0.2500]])
    """
    # YOUR CODE HERE
    raise NotImplementedError
