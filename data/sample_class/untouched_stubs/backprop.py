"""Topic 8: backpropagation by hand.

What `backward()` does, you do on paper here. First the notes' network with one hidden layer (正向传播, 反向传播): its
forward pass, its regularised objective, and the two gradients of it by the chain rule. Then the same rule in pieces,
one backward function a layer, each turning the gradient at a layer's output into those at its inputs; put together they
train an MLP. Last a tool to trust no formula without: the gradient measured by small steps.

The notes' three functions have one sample a column, as there; all others have one sample a row. Throughout, n is the
number of samples, d of inputs, h of hidden units, q of outputs or classes. The derivative of ReLU at 0 is 0.
"""

from collections.abc import Callable

import torch
from torch import Tensor


def forward(x: Tensor, W1: Tensor, W2: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Run the network forward and keep what it computes on the way: z = W1 x, h = ReLU(z), o = W2 h.

    Args:
        x: inputs, one sample a column, shape (d, n), float32 or float64.
        W1: weights of the hidden layer, shape (h, d).
        W2: weights of the output layer, shape (q, h).

    Returns:
        The tuple (z, h, o), shapes (h, n), (h, n) and (q, n), with x's dtype and device.

    By hand: no autograd, none of torch's own backward operators.

    Points: 9 (values 5, shapes and dtypes 2, device 2)

    Hints:
        1. With samples as columns the weights stand on the left. There is no bias, and no activation at the output.
        2. The backward pass needs z as it was before the activation: keep both.

    >>> z, h, o = forward(torch.tensor([[1.0], [2.0]]), torch.tensor([[1.0, 1.0], [1.0, -1.0]]), torch.ones(1, 2))
    >>> z, h, o
    (tensor([[ 3.],
            [-1.]]), tensor([[3.],
            [0.]]), tensor([[3.]]))
    """
    # YOUR CODE HERE
    raise NotImplementedError


def objective(o: Tensor, y: Tensor, W1: Tensor, W2: Tensor, lambd: float) -> Tensor:
    """What training makes small: J = L + s, the loss plus the penalty on large weights.

    L is half the squared error, summed over the q outputs, then the mean over the n samples.
    s is λ/2 (‖W1‖² + ‖W2‖²), with the Frobenius norm: the squares of all entries, added up.

    Args:
        o: the network's outputs, one sample a column, shape (q, n), float32 or float64.
        y: what they should be, shape (q, n), the same dtype.
        W1: weights of the hidden layer, shape (h, d).
        W2: weights of the output layer, shape (q, h).
        lambd: λ, at least 0.

    Returns:
        J, a scalar (a 0-dim tensor), with o's dtype and device.

    By hand: no autograd, none of torch's own backward operators.

    Points: 10 (values 6, shapes and dtypes 2, device 2)

    Hints:
        1. One sample's loss is a sum over its column. By which number do you then divide, q·n or n?
        2. The penalty is added once, whatever the number of samples.

    >>> o, y = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([[1.0, 2.0], [1.0, 4.0]])
    >>> objective(o, y, torch.ones(3, 2), torch.ones(2, 3), lambd=0.5)
    tensor(4.)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def backward(x: Tensor, y: Tensor, W1: Tensor, W2: Tensor, lambd: float) -> tuple[Tensor, Tensor]:
    """Give the gradient of J, the `objective` of the network's `forward` pass, in both weight matrices.

    Args:
        x: inputs, one sample a column, shape (d, n), float32 or float64.
        y: what the outputs should be, shape (q, n), the same dtype.
        W1: weights of the hidden layer, shape (h, d).
        W2: weights of the output layer, shape (q, h).
        lambd: λ, at least 0.

    Returns:
        (dW1, dW2), with the shapes of W1 and W2, their dtype and device.

    By hand: no autograd, none of torch's own backward operators.

    Points: 17 (values 13, shapes and dtypes 2, device 2)

    Hints:
        1. Go back from J: ∂J/∂o first, then ∂J/∂W2 and ∂J/∂h, then ∂J/∂z and ∂J/∂W1. Each has the shape of what it is
           the gradient in, which tells where a transpose belongs.
        2. L is a mean, s is not: which terms are divided by n? And what is the derivative of λ/2 · w²?

    >>> x, y = torch.tensor([[1.0], [2.0]]), torch.tensor([[2.0]])
    >>> backward(x, y, torch.tensor([[1.0, 1.0], [1.0, -1.0]]), torch.tensor([[2.0, 1.0]]), lambd=0.0)
    (tensor([[ 8., 16.],
            [ 0.,  0.]]), tensor([[12.,  0.]]))
    """
    # YOUR CODE HERE
    raise NotImplementedError


def linear_backward(dout: Tensor, X: Tensor, W: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Go back through a linear layer X W + b: from the gradient at its output to those at X, W and b.

    Args:
        dout: gradient of some scalar in the layer's output, shape (n, q), float32 or float64.
        X: the layer's input, one sample a row, shape (n, d), the same dtype.
        W: its weights, shape (d, q).

    Returns:
        (dX, dW, db): the gradients in X, shape (n, d), in W, shape (d, q), and in the bias b, shape (q,); dout's dtype
        and device.

    By hand: no autograd, none of torch's own backward operators.

    Points: 13 (values 8, shapes and dtypes 3, device 2)

    Hints:
        1. Both products hold dout: which order and which transposes give the shapes of X and of W?
        2. One bias serves all samples, so what each of them says about it adds up. Any mean over samples is in dout.

    >>> dout, X = torch.tensor([[1.0], [2.0]]), torch.tensor([[1.0, 0.0], [3.0, 1.0]])
    >>> dX, dW, db = linear_backward(dout, X, torch.tensor([[5.0], [4.0]]))
    >>> dX
    tensor([[ 5.,  4.],
            [10.,  8.]])
    >>> dW, db
    (tensor([[7.],
            [2.]]), tensor([3.]))
    """
    # YOUR CODE HERE
    raise NotImplementedError


def relu_backward(dout: Tensor, X: Tensor) -> Tensor:
    """Go back through a ReLU: from the gradient at its output to the one at its input X.

    Args:
        dout: gradient of some scalar in the output, shape (n, h), float32 or float64.
        X: the input, as it was before the ReLU, shape (n, h), the same dtype.

    Returns:
        The gradient in X, shape (n, h), with dout's dtype and device. Where X is 0, the derivative counts as 0.

    By hand: no autograd, none of torch's own backward operators.

    Points: 7 (values 5, shapes and dtypes 1, device 1)

    Hints:
        1. Where X was let through, so is the gradient. Elsewhere the output does not move with X.

    >>> relu_backward(torch.tensor([[5.0, 6.0, 7.0]]), torch.tensor([[-1.0, 0.0, 2.0]]))
    tensor([[0., 0., 7.]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def sigmoid_backward(dout: Tensor, out: Tensor) -> Tensor:
    """Go back through a sigmoid: from the gradient at its output to the one at its input.

    Args:
        dout: gradient of some scalar in the output, shape (n, h), float32 or float64.
        out: the output itself, what the sigmoid made of its input, shape (n, h), the same dtype.

    Returns:
        The gradient in the sigmoid's input, shape (n, h), with dout's dtype and device.

    By hand: no autograd, none of torch's own backward operators.

    Points: 6 (values 4, shapes and dtypes 1, device 1)

    Hints:
        1. The sigmoid's derivative is a short product of its own output: no second sigmoid.

    >>> sigmoid_backward(torch.tensor([[4.0, 8.0]]), torch.tensor([[0.5, 0.75]]))
    tensor([[1.0000, 1.5000]])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def softmax_cross_entropy_backward(logits: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
    """Give the mean cross-entropy of a batch and its gradient in the logits.

    The loss of one sample is log(sum_k exp(o_k)) − o_y; it is averaged over the n samples.

    Args:
        logits: scores before the softmax, shape (n, q), float32 or float64.
        y: labels, shape (n,), int64.

    Returns:
        (loss, dlogits): the mean loss, a scalar (a 0-dim tensor), and its gradient, shape (n, q); the logits' dtype
        and device.

    By hand: no autograd, none of torch's own backward operators (`log_softmax` and the like are fine).

    Beyond the notes: loss and gradient finite and right for entries of ±1e4 (stability).

    Points: 14 (values 6, shapes and dtypes 2, stability 4, device 2)

    Hints:
        1. Differentiate both terms of one sample's loss in o_j. The first one's derivative has a name.
        2. exp(1e4) overflows, and a probability may round to 0: how do you keep to the log scale?

    >>> softmax_cross_entropy_backward(torch.tensor([[0.0, 0.0], [0.0, 0.0]]), torch.tensor([1, 0]))
    (tensor(0.6931), tensor([[ 0.2500, -0.2500],
            [-0.2500,  0.2500]]))
    """
    # YOUR CODE HERE
    raise NotImplementedError


def mlp_backward(X: Tensor, y: Tensor, params: list[Tensor]) -> list[Tensor]:
    """Give the gradients that train an MLP: of the mean cross-entropy of relu(X W1 + b1) W2 + b2, in all parameters.

    Args:
        X: inputs, one sample a row, shape (n, d), float32 or float64.
        y: labels, shape (n,), int64.
        params: [W1, b1, W2, b2], shapes (d, h), (h,), (h, q) and (q,), X's dtype.

    Returns:
        [dW1, db1, dW2, db2], with the shapes of the parameters, their dtype and device.

    By hand: no autograd, none of torch's own backward operators.

    Points: 13 (values 9, shapes and dtypes 2, device 2)

    Hints:
        1. Forward first, keeping each layer's input. Then backwards through the functions that you already have.
        2. The mean over samples enters once, with the loss.

    >>> params = [torch.ones(1, 1), torch.zeros(1), torch.zeros(1, 2), torch.zeros(2)]
    >>> dW1, db1, dW2, db2 = mlp_backward(torch.tensor([[4.0], [2.0]]), torch.tensor([0, 0]), params)
    >>> dW2, db2
    (tensor([[-1.5000,  1.5000]]), tensor([-0.5000,  0.5000]))
    """
    # YOUR CODE HERE
    raise NotImplementedError


def numerical_gradient(f: Callable[[Tensor], Tensor | float], x: Tensor, eps: float = 1e-5) -> Tensor:
    """Measure the gradient of f at x by central differences: (f(x + eps e) − f(x − eps e)) / (2 eps) for every entry.

    Here e is 1 at that entry and 0 elsewhere. Slow, but it needs no formula: check every other function with it.

    Args:
        f: takes a tensor of x's shape, dtype and device; returns a number, as a 0-dim tensor or as a float.
        x: where to measure, any shape, float64 (half of float32's digits would drown in the difference).
        eps: the step, above 0.

    Returns:
        The gradient, with x's shape, dtype and device. Afterwards x is bit for bit as it was.

    By hand: no autograd, none of torch's own backward operators.

    Points: 11 (values 7, shapes and dtypes 3, device 1)

    Hints:
        1. One entry at a time, the others as they were. Steps to both sides cancel an error that one side would leave.
        2. x + eps − eps is not always x: put the old number back, or step in a copy.

    >>> numerical_gradient(lambda x: (x**3).sum(), torch.tensor([1.0, 2.0], dtype=torch.float64))
    tensor([ 3.0000, 12.0000], dtype=torch.float64)
    """
    # YOUR CODE HERE
    raise NotImplementedError
