"""Topic 7: dropout.

A network that leans on a few hidden units learns the noise of its training data with them. Dropout takes that away:
while training, each hidden unit is zeroed with some probability p, anew in every pass, and what is left is divided by
1 − p, so that a unit's expected output stays the same. At test time nothing is dropped. Here you write it by hand,
first as a function, then as a layer that knows train and eval mode, then inside a multilayer perceptron; last comes
the short way of the notes, the same perceptron with `nn.Dropout`.

Throughout, n is the number of samples, d of inputs and q of outputs; h1 and h2 are the sizes of the two hidden layers.
"""

import torch
from torch import Tensor, nn


def dropout(X: Tensor, drop_prob: float) -> Tensor:
    """Zero each entry of X with probability drop_prob and divide the rest by 1 − drop_prob.

    Each entry is dropped or kept independently of all others, in every call anew.

    Args:
        X: the entries, any shape, float32 or float64.
        drop_prob: the probability of being dropped. With 0 the result is X; with 1 it is all zeros, never nan, and so
            is the gradient.

    Returns:
        The entries left, scaled, and zeros for the others; X's shape, dtype and device.

    Raises:
        ValueError: drop_prob is outside [0, 1].

    By hand: no dropout of torch in any form.

    Points: 40 (values 13, shapes and dtypes 5, gradients 6, errors 3, randomness 10, device 3)

    Hints:
        1. A number drawn uniformly from [0, 1) is below p with probability p. How many such numbers do you need?
        2. What is 1 − drop_prob when everything is dropped? Nothing may be divided by that, not even in a branch of
           `where` that is not taken.

    >>> dropout(torch.tensor([[1.0, 2.0, 3.0]]), 0.0)
    tensor([[1., 2., 3.]])
    >>> dropout(torch.tensor([[1.0, 2.0, 3.0]]), 1.0)
    tensor([[0., 0., 0.]])
    >>> dropout(torch.ones(1000), 0.5).unique()
    tensor([0., 2.])
    """
    # YOUR CODE HERE
    raise NotImplementedError


class Dropout(nn.Module):
    """A layer that drops entries in train mode and passes its input through, as it is, in eval mode.

    By hand: no dropout of torch in any form.

    Points: 18 (values 8, shapes and dtypes 2, gradients 2, randomness 4, device 2)

    Hints:
        1. Every module has an attribute that `train()` and `eval()` set, on it and on all modules inside it.
        2. One layer is called many times: whatever one pass drops, the next one draws anew.

    >>> layer = Dropout(0.5)
    >>> layer(torch.ones(1000)).unique()
    tensor([0., 2.])
    >>> layer.eval()(torch.ones(3))
    tensor([1., 1., 1.])
    """

    def __init__(self, drop_prob: float):
        """Remember the probability.

        Args:
            drop_prob: the probability of being dropped, in [0, 1].
        """
        super().__init__()
        # YOUR CODE HERE
        raise NotImplementedError

    def forward(self, X: Tensor) -> Tensor:
        """Drop entries of X in train mode, and give X in eval mode.

        Args:
            X: the entries, any shape, float32 or float64.

        Returns:
            In train mode what `dropout` gives, else X; X's shape, dtype and device.
        """
        # YOUR CODE HERE
        raise NotImplementedError


def dropout_mlp(X: Tensor, params: list[Tensor], drop_prob1: float, drop_prob2: float, training: bool) -> Tensor:
    """Give the logits of a perceptron with two hidden layers, each followed by ReLU and, in training, by dropout.

    Args:
        X: samples, shape (n, d) or any (n, ...) that flattens to it, such as images (n, 1, h, w).
        params: [W1, b1, W2, b2, W3, b3] with shapes (d, h1), (h1,), (h1, h2), (h2,), (h2, q), (q,).
        drop_prob1: the probability with which an output of the first hidden layer is dropped.
        drop_prob2: the same for the second hidden layer.
        training: whether anything is dropped at all.

    Returns:
        Logits, shape (n, q), with X's dtype and device. Neither inputs nor logits are dropped.

    By hand: no dropout of torch in any form (its `relu` is fine).

    Points: 24 (values 12, shapes and dtypes 2, gradients 3, randomness 5, device 2)

    Hints:
        1. Three linear steps, but only the hidden ones are followed by ReLU and dropout.
        2. Where everything in a hidden layer is dropped, what can the next layer still give?

    >>> I, zero = torch.eye(2), torch.zeros(2)
    >>> dropout_mlp(torch.tensor([[1.0, -2.0]]), [I, zero, I, zero, I, zero + 3], 0.5, 0.5, training=False)
    tensor([[4., 3.]])
    >>> dropout_mlp(torch.tensor([[1.0, -2.0]]), [I, zero, I, zero, I, zero + 3], 0.0, 1.0, training=True)
    tensor([[3., 3.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def dropout_net(
    num_inputs: int, num_hiddens1: int, num_hiddens2: int, num_outputs: int, drop_prob1: float, drop_prob2: float
) -> nn.Module:
    """Make the same perceptron as a module: it drops in train mode, and in eval mode it does not.

    Args:
        num_inputs: d, the inputs of a sample after flattening.
        num_hiddens1: h1, the units of the first hidden layer.
        num_hiddens2: h2, the units of the second hidden layer.
        num_outputs: q, the logits of a sample.
        drop_prob1: the probability with which an output of the first hidden layer is dropped.
        drop_prob2: the same for the second hidden layer.

    Returns:
        A module that maps samples (n, d) or (n, ...) to logits (n, q). Its parameters are three weights and three
        biases, initialised in any way; `nn.Dropout` is fine.

    Points: 18 (values 8, shapes and dtypes 3, gradients 2, randomness 3, device 2)

    Hints:
        1. `nn.Sequential` takes the layers in the order in which a sample meets them; images are flattened first.
        2. A dropout that is not a layer of its own has to be told whether the net is in train mode.

    >>> net = dropout_net(6, 5, 4, 3, 0.2, 0.5)
    >>> net(torch.ones(2, 1, 2, 3)).shape
    torch.Size([2, 3])
    >>> sum(parameter.numel() for parameter in net.parameters())
    74
    """
    # YOUR CODE HERE
    raise NotImplementedError
