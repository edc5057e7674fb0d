"""Topic 6: the multilayer perceptron.

Two linear layers in a row are one linear layer in disguise, as `collapse_linear` shows: it takes an activation between
them to make a network. Here you write the three classic activations and their derivatives, see how weights are started
(`xavier_uniform`, `init_params`), put the network together by hand (`mlp`) and out of torch's layers (`mlp_net`), and
train it (`train_mlp`). In the notes: "多层感知机", and "Xavier" for one of the two ways to start.

Throughout, n is the number of samples, d of inputs, h of hidden units, q of outputs. A layer computes X W + b with one
sample a row, so that W has a row an input and a column an output.
"""

from collections.abc import Iterable

import torch
from torch import Tensor, nn


def relu(X: Tensor) -> Tensor:
    """The rectified linear unit, elementwise: max(x, 0).

    Args:
        X: numbers, any shape (n, ...), float32 or float64.

    Returns:
        X with every negative entry replaced by 0; X's shape, dtype and device.

    By hand: none of relu, sigmoid, expit, logsigmoid, tanh, softplus, softmax of torch in any form, nor a relative that
    holds one of them (leaky_relu, elu, silu ...). `max`, `clamp`, `where`, comparisons and masks are all fine.

    Points: 7 (values 3, shapes and dtypes 1, gradients 2, device 1)

    Hints:
        1. The larger of each entry and 0. `torch.max` does three different things: which one compares two tensors?
        2. The caller still needs X: make a new tensor. (The slope at exactly 0 is not graded here.)

    >>> relu(torch.tensor([[-1.0, 0.0], [0.5, 2.0]]))
    tensor([[0.0000, 0.0000],
            [0.5000, 2.0000]])
    """
    return torch.where(X > 0, X, torch.zeros_like(X))


def sigmoid(X: Tensor) -> Tensor:
    """The sigmoid, elementwise: 1 / (1 + exp(−x)), between 0 and 1.

    Args:
        X: numbers, any shape (n, ...), float32 or float64.

    Returns:
        The sigmoid of every entry; X's shape, dtype and device.

    By hand: none of relu, sigmoid, expit, logsigmoid, tanh, softplus, softmax of torch in any form, nor a relative that
    holds one of them (silu, glu, hardsigmoid ...). `exp` is fine.

    Beyond the notes: values and gradients stay finite and right for entries of ±1e4 (the stability points).

    Points: 10 (values 3, shapes and dtypes 1, gradients 2, stability 3, device 1)

    Hints:
        1. The formula works entry by entry as it stands.
        2. exp(1e4) overflows. A value may survive that, as 1/inf is 0, but its gradient becomes inf · 0, which is NaN:
           keep exp from ever seeing such a number. How far out does the sigmoid still change?

    >>> sigmoid(torch.tensor([[0.0, 1.0], [-1.0, 3.0]]))
    tensor([[0.5000, 0.7311],
            [0.2689, 0.9526]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def tanh(X: Tensor) -> Tensor:
    """The hyperbolic tangent, elementwise: (1 − exp(−2x)) / (1 + exp(−2x)), between −1 and 1.

    Args:
        X: numbers, any shape (n, ...), float32 or float64.

    Returns:
        The tanh of every entry; X's shape, dtype and device.

    By hand: none of relu, sigmoid, expit, logsigmoid, tanh, softplus, softmax of torch in any form, nor a relative that
    holds one of them (tanhshrink, mish ...). `exp`, `sinh` and `cosh` are fine, and so is your own sigmoid.

    Beyond the notes: values and gradients stay finite and right for entries of ±1e4 (the stability points).

    Points: 10 (values 3, shapes and dtypes 1, gradients 2, stability 3, device 1)

    Hints:
        1. The formula works entry by entry as it stands. tanh(−x) = −tanh(x) is a quick test of yours.
        2. Here an overflow gives inf/inf even as a value. How far out does tanh still change?

    >>> tanh(torch.tensor([[0.0, 1.0], [-1.0, 3.0]]))
    tensor([[ 0.0000,  0.7616],
            [-0.7616,  0.9951]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def relu_grad(X: Tensor) -> Tensor:
    """The derivative of relu at each entry: 1 for x > 0, else 0. At 0 we define it as 0.

    Args:
        X: numbers, any shape (n, ...), float32 or float64; also ±1e4.

    Returns:
        The derivative at every entry; X's shape, dtype and device. Any means will do, autograd too.

    Points: 5 (values 3.5, shapes and dtypes 0.5, device 1)

    Hints:
        1. A comparison gives True and False. The derivative has the dtype of X.
        2. With autograd: what is the slope of your relu at 0? Not every way of writing relu gives 0 there.

    >>> relu_grad(torch.tensor([-1.0, 0.0, 2.0]))
    tensor([0., 0., 1.])
    """
    return X.sign().clamp(min=0)


def sigmoid_grad(X: Tensor) -> Tensor:
    """The derivative of the sigmoid at each entry: sigmoid(x) · (1 − sigmoid(x)).

    Args:
        X: numbers, any shape (n, ...), float32 or float64. (The argument is x, not the sigmoid's output.)

    Returns:
        The derivative at every entry; X's shape, dtype and device. Any means will do, autograd too.

    Beyond the notes: finite and right for entries of ±1e4 (the stability points).

    Points: 5 (values 2.5, shapes and dtypes 0.5, stability 1, device 1)

    Hints:
        1. The derivative is largest at 0 and the same at x and −x.
        2. With autograd: work on a tensor of your own, or the gradients of two calls add up in the caller's.

    >>> sigmoid_grad(torch.tensor([-2.0, 0.0, 2.0]))
    tensor([0.1050, 0.2500, 0.1050])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def tanh_grad(X: Tensor) -> Tensor:
    """The derivative of tanh at each entry: 1 − tanh(x)².

    Args:
        X: numbers, any shape (n, ...), float32 or float64. (The argument is x, not tanh's output.)

    Returns:
        The derivative at every entry; X's shape, dtype and device. Any means will do, autograd too.

    Beyond the notes: finite and right for entries of ±1e4 (the stability points).

    Points: 5 (values 2.5, shapes and dtypes 0.5, stability 1, device 1)

    Hints:
        1. The derivative is largest at 0 and the same at x and −x.
        2. With autograd: work on a tensor of your own, or the gradients of two calls add up in the caller's.

    >>> tanh_grad(torch.tensor([-1.0, 0.0, 1.0]))
    tensor([0.4200, 1.0000, 0.4200])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def collapse_linear(W_h: Tensor, b_h: Tensor, W_o: Tensor, b_o: Tensor) -> tuple[Tensor, Tensor]:
    """The one linear layer that equals two linear layers with no activation between them.

    For every X, X W + b is (X W_h + b_h) W_o + b_o.

    Args:
        W_h: the hidden layer's weights, shape (d, h).
        b_h: its biases, shape (h,).
        W_o: the output layer's weights, shape (h, q).
        b_o: its biases, shape (q,).

    Returns:
        (W, b), shapes (d, q) and (q,), with the dtype and device of the arguments.

    Points: 8 (values 4, shapes and dtypes 1, gradients 2, device 1)

    Hints:
        1. Multiply the brackets out. Which terms hold X?
        2. b_h is a row too: it passes through the second layer as a sample does.

    >>> W, b = collapse_linear(
    ...     torch.tensor([[1.0, 2.0]]), torch.tensor([1.0, 0.0]), torch.tensor([[3.0], [1.0]]), torch.tensor([10.0])
    ... )
    >>> W, b
    (tensor([[5.]]), tensor([13.]))
    """
    W = W_h @ W_o
    b = b_h @ W_o + b_o
    return W, b


def xavier_uniform(num_inputs: int, num_outputs: int) -> Tensor:
    """Draw a layer's weights from U(−√(6/(a+b)), √(6/(a+b))), with a inputs and b outputs.

    Args:
        num_inputs: a, the number of inputs.
        num_outputs: b, the number of outputs.

    Returns:
        Independent random weights, shape (num_inputs, num_outputs), float32.

    Points: 7 (shapes and dtypes 1, randomness 6)

    Hints:
        1. `torch.rand` draws from U(0, 1). Stretch and shift it: where must 0 land, and where 1?

    >>> W = xavier_uniform(2, 4)
    >>> W.shape, W.dtype
    (torch.Size([2, 4]), torch.float32)
    >>> W.abs().max().item() <= 1.0
    True
    """
    a = (6 / (num_inputs + num_outputs)) ** 0.5
    return 2 * a * torch.rand(num_inputs, num_outputs) - a


def init_params(num_inputs: int, num_hiddens: int, num_outputs: int) -> list[Tensor]:
    """Make the parameters with which training starts: weights from N(0, 0.01²), biases 0.

    Args:
        num_inputs: d, the numbers in one sample.
        num_hiddens: h, the number of hidden units.
        num_outputs: q, the number of outputs.

    Returns:
        [W1, b1, W2, b2], shapes (d, h), (h,), (h, q), (q,): float32 leaves that require gradients.

    Points: 7 (values 1, shapes and dtypes 1, gradients 1.5, randomness 3.5)

    Hints:
        1. A leaf is not the result of a recorded operation: first make the numbers, then ask for gradients.
        2. With equal weights all hidden units would stay equal: every weight is drawn for itself.

    >>> W1, b1, W2, b2 = init_params(784, 256, 10)
    >>> W1.shape, b1.shape, W2.shape, b2.shape
    (torch.Size([784, 256]), torch.Size([256]), torch.Size([256, 10]), torch.Size([10]))
    >>> W2.requires_grad, W2.is_leaf, W2.dtype
    (True, True, torch.float32)
    """
    sizes = [num_inputs, num_hiddens, num_outputs]
    params = []
    for rows, columns in zip(sizes, sizes[1:]):
        params.append(torch.normal(0.0, 0.01, (rows, columns), requires_grad=True))
        params.append(torch.zeros(columns, requires_grad=True))
    return params


def mlp(X: Tensor, params: list[Tensor]) -> Tensor:
    """The multilayer perceptron: flatten, linear layer, ReLU, linear layer.

    Args:
        X: samples, shape (n, ...), with d numbers each: rows (n, d) or images (n, c, height, width).
        params: [W1, b1, W2, b2], shapes (d, h), (h,), (h, q), (q,), with X's dtype and device.

    Returns:
        Logits, shape (n, q). (Torch's own relu may be used here.)

    Points: 10 (values 5, shapes and dtypes 1, gradients 3, device 1)

    Hints:
        1. Each layer has its own weights and biases: whose shapes fit where?
        2. Logits are scores of either sign: what comes after the second layer?

    >>> W1, b1 = torch.tensor([[1.0, -1.0], [1.0, -1.0]]), torch.zeros(2)
    >>> W2, b2 = torch.tensor([[1.0], [-2.0]]), torch.tensor([0.5])
    >>> mlp(torch.tensor([[1.0, 2.0], [-1.0, -2.0]]), [W1, b1, W2, b2])
    tensor([[ 3.5000],
            [-5.5000]])
    """
    W1, b1, W2, b2 = params
    hidden = torch.relu(X.flatten(1) @ W1 + b1)
    return hidden @ W2 + b2


def mlp_net(num_inputs: int, num_hiddens: int, num_outputs: int) -> nn.Module:
    """The same network as a module, out of torch's layers or your own.

    Args:
        num_inputs: d, the numbers in one sample.
        num_hiddens: h, the number of hidden units.
        num_outputs: q, the number of outputs.

    Returns:
        An `nn.Module` that maps images (n, ...) or rows (n, d) to logits (n, q). Its parameters are two weights and two
        biases, float32, trainable, with any initialisation; names and layouts are up to you.

    Points: 9 (values 4, shapes and dtypes 1.5, gradients 2.5, device 1)

    Hints:
        1. `nn.Sequential` applies its layers in order; `nn.Flatten` is a layer too.
        2. Layers are made once, with the module, not each time it is called.

    >>> net = mlp_net(784, 256, 10)
    >>> net(torch.ones(2, 1, 28, 28)).shape
    torch.Size([2, 10])
    >>> sum(param.numel() for param in net.parameters())
    203530
    """
    # YOUR CODE HERE
    raise NotImplementedError


def train_mlp(
    train_iter: Iterable[tuple[Tensor, Tensor]], params: list[Tensor], lr: float = 0.5, num_epochs: int = 5
) -> None:
    """Train params in place by minibatch SGD: one step a batch, against the gradient of its mean cross-entropy.

    Args:
        train_iter: batches (X, y), to be iterated once an epoch and used in their order. X holds images (n, ...) or
            rows (n, d), y labels (n,), int64. The last batch may be shorter: the mean is over the samples that it has.
        params: [W1, b1, W2, b2] of `mlp`, leaves that require gradients, with the dtype and device of the batches. They
            stay the same tensors, and leaves.
        lr: the learning rate, the step's length a unit of gradient.
        num_epochs: how many times to go through train_iter.

    Returns:
        None. Trained on 4,096 images the network must reach the topic's accuracy on test images.

    Points: 17 (values 9, memory 3, training 4, device 1)

    Hints:
        1. A step has four parts: the loss of this batch, clear the old gradients, backward, update.
        2. `p = p - step` gives your local name a new tensor and leaves the caller's as it was. And autograd must not
           record the update.

    >>> X, y = torch.eye(3), torch.tensor([2, 0, 1])
    >>> params = [torch.eye(3), torch.zeros(3), torch.eye(3), torch.zeros(3)]
    >>> for p in params:
    ...     _ = p.requires_grad_()
    >>> train_mlp([(X, y)], params, lr=1.0, num_epochs=50)
    >>> mlp(X, params).argmax(dim=1)
    tensor([2, 0, 1])
    """
    # YOUR CODE HERE
    raise NotImplementedError
