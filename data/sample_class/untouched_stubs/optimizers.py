"""Topic 11: update rules.

How a model learns from its gradients, in the order of the notes: plain descent, momentum, then the rules that give
each coordinate a step size of its own, up to Adam. Each of them is one step of training: it reads every parameter's
`.grad` and moves the parameter *in place*. What a rule remembers from step to step (a velocity v, an average s of
squared gradients) lies in lists that the caller made, one tensor of zeros a parameter, and changes *in place* as well.
A parameter whose `.grad` is None took no part in the loss: it and its state stay as they are.

Around them stand the pieces that the notes reason with: a decaying learning rate, the moving average behind momentum,
the path of gradient descent, and what the Hessian says about the point where the path ends.

Throughout, g is a parameter's gradient, η the learning rate lr, and squares, roots and quotients are entry by entry.
"""

from collections.abc import Callable

import torch
from torch import Tensor


def sgd(params: list[Tensor], lr: float) -> None:
    """Take one step of gradient descent, *in place*: x ← x − η g.

    Args:
        params: leaf tensors that require gradients. One whose `.grad` is None is left as it is.
        lr: learning rate η.

    Returns:
        None. Every parameter is the same leaf in the same memory as before and still requires gradients. Its `.grad`
        is as it was, and autograd records nothing. So it is with every update rule below.

    By hand: no torch.optim.

    Points: 8 (values 4, memory 3, device 1)

    Hints:
        1. `x = x - ...` makes a new tensor and leaves the caller's as it was. Which operators write into x itself?
        2. Autograd refuses an in-place change of a leaf, unless the update runs under torch.no_grad().

    >>> x = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> (x**2).sum().backward()
    >>> sgd([x], lr=0.25)
    >>> x
    tensor([0.5000, 1.0000], requires_grad=True)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def momentum(params: list[Tensor], velocities: list[Tensor], lr: float, gamma: float) -> None:
    """Take one step of the momentum method, *in place*: v ← γ v + η g; x ← x − v.

    The learning rate is part of the velocity: when it changes, the steps taken so far keep the rate they had.

    Args:
        params: leaf tensors that require gradients. One whose `.grad` is None is left as it is, and so is its v.
        velocities: v of each parameter, zeros before the first step; the same tensors hold the new v afterwards.
        lr: learning rate η.
        gamma: γ, the part of the velocity that is kept, 0 <= γ < 1.

    Returns:
        None.

    By hand: no torch.optim.

    Points: 12 (values 7.5, memory 3.5, device 1)

    Hints:
        1. `v = gamma * v + ...` makes a new tensor; the list holds the old one. `v[:] = ...` writes into v itself.
        2. The velocity is updated first, and the parameter moves by the new one.

    >>> x, v = torch.tensor([1.0, 2.0], requires_grad=True), torch.zeros(2)
    >>> x.grad = torch.tensor([1.0, -1.0])
    >>> for _ in range(2):
    ...     momentum([x], [v], lr=0.5, gamma=0.5)
    >>> v
    tensor([ 0.7500, -0.7500])
    >>> x
    tensor([-0.2500,  3.2500], requires_grad=True)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def adagrad(params: list[Tensor], states: list[Tensor], lr: float, eps: float = 1e-6) -> None:
    """Take one step of AdaGrad, *in place*: s ← s + g²; x ← x − η g / √(s + ε).

    Args:
        params: leaf tensors that require gradients. One whose `.grad` is None is left as it is, and so is its s.
        states: s of each parameter, zeros before the first step; the same tensors hold the new s afterwards.
        lr: learning rate η.
        eps: ε, inside the root.

    Returns:
        None.

    By hand: no torch.optim.

    Points: 12 (values 7.5, memory 3.5, device 1)

    Hints:
        1. s grows first, and the step divides by the root of the new one.
        2. Where a gradient is tiny, ε decides how long the step is. Is yours under the root?

    >>> x, s = torch.tensor([1.0, 1.0], requires_grad=True), torch.zeros(2)
    >>> x.grad = torch.tensor([2.0, -0.001])
    >>> adagrad([x], [s], lr=0.5)
    >>> s
    tensor([4.0000e+00, 1.0000e-06])
    >>> x
    tensor([0.5000, 1.3536], requires_grad=True)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def rmsprop(params: list[Tensor], states: list[Tensor], lr: float, gamma: float = 0.9, eps: float = 1e-6) -> None:
    """Take one step of RMSProp, *in place*: s ← γ s + (1 − γ) g²; x ← x − η g / √(s + ε).

    Args:
        params: leaf tensors that require gradients. One whose `.grad` is None is left as it is, and so is its s.
        states: s of each parameter, zeros before the first step; the same tensors hold the new s afterwards.
        lr: learning rate η.
        gamma: γ, the part of s that is kept.
        eps: ε, inside the root.

    Returns:
        None.

    By hand: no torch.optim.

    Points: 12 (values 7.5, memory 3.5, device 1)

    Hints:
        1. The sum of AdaGrad has become a moving average: what does a gradient that stays the same do to s?
        2. In place, s is two operations: shrink it, then add. Which of the two needs the factor 1 − γ?

    >>> x, s = torch.tensor([1.0, 1.0], requires_grad=True), torch.zeros(2)
    >>> x.grad = torch.tensor([2.0, -1.0])
    >>> rmsprop([x], [s], lr=0.25, gamma=0.75)
    >>> s
    tensor([1.0000, 0.2500])
    >>> x
    tensor([0.5000, 1.5000], requires_grad=True)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def adadelta(
    params: list[Tensor], states: list[Tensor], deltas: list[Tensor], rho: float = 0.9, eps: float = 1e-5
) -> None:
    """Take one step of AdaDelta, *in place*. It needs no learning rate: the steps taken so far are its measure.

    In this order: s ← ρ s + (1 − ρ) g²; g′ = √((Δ + ε) / (s + ε)) g; x ← x − g′; Δ ← ρ Δ + (1 − ρ) g′².

    Args:
        params: leaf tensors that require gradients. One whose `.grad` is None is left as it is, and so are its s and Δ.
        states: s of each parameter, zeros before the first step; the same tensors hold the new s afterwards.
        deltas: Δ of each parameter, likewise.
        rho: ρ, the part of both averages that is kept.
        eps: ε, inside the root, above and below.

    Returns:
        None.

    By hand: no torch.optim.

    Points: 13 (values 8.5, memory 3.5, device 1)

    Hints:
        1. The step uses the new s and the old Δ; Δ comes last, as it needs the step.
        2. s averages squared gradients. What does Δ average the squares of?

    >>> x = torch.tensor([1.0, 1.0], requires_grad=True)
    >>> s, delta = torch.zeros(2), torch.zeros(2)
    >>> x.grad = torch.tensor([1.0, -2.0])
    >>> adadelta([x], [s], [delta], rho=0.75, eps=0.5)
    >>> s
    tensor([0.2500, 1.0000])
    >>> x
    tensor([0.1835, 2.1547], requires_grad=True)
    >>> delta
    tensor([0.1667, 0.3333])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def adam(
    params: list[Tensor],
    velocities: list[Tensor],
    states: list[Tensor],
    lr: float,
    t: int,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-6,
) -> None:
    """Take step t of Adam, *in place*.

    v ← β1 v + (1 − β1) g and s ← β2 s + (1 − β2) g² are moving averages that begin at zero and are too small at first.
    v̂ = v / (1 − β1ᵗ) and ŝ = s / (1 − β2ᵗ) make up for it, and x ← x − η v̂ / (√ŝ + ε).

    Args:
        params: leaf tensors that require gradients. One whose `.grad` is None is left as it is, and so are its v and s.
        velocities: v of each parameter, zeros before the first step; the same tensors hold the new v afterwards. It is
            v that is kept, not v̂.
        states: s of each parameter, likewise.
        lr: learning rate η.
        t: number of this step, 1 in the first call. The caller counts.
        beta1: β1, the part of v that is kept.
        beta2: β2, the part of s that is kept.
        eps: ε, outside the root.

    Returns:
        None.

    By hand: no torch.optim.

    Points: 17 (values 12.5, memory 3.5, device 1)

    Hints:
        1. Work out v̂ and ŝ at t = 1 from zeros: what is left of the betas?
        2. The corrected averages serve this step only. Where would writing them back into the lists lead?

    >>> x = torch.tensor([1.0, 1.0], requires_grad=True)
    >>> v, s = torch.zeros(2), torch.zeros(2)
    >>> x.grad = torch.tensor([4.0, -2.0])
    >>> adam([x], [v], [s], lr=0.25, t=1)
    >>> v
    tensor([ 0.4000, -0.2000])
    >>> s
    tensor([0.0160, 0.0040])
    >>> x
    tensor([0.7500, 1.2500], requires_grad=True)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def decayed_lr(lr: float, a: float, t: int) -> float:
    """Give the learning rate of step t under exponential decay: η₀ aᵗ.

    The noise of stochastic gradients does not shrink by itself, so the steps have to.

    Args:
        lr: learning rate η₀ at t = 0, a Python number.
        a: the factor of each step, a Python number.
        t: number of steps taken, an int from 0 on.

    Returns:
        The learning rate of step t, a number.

    Points: 3 (values 3)

    Hints:
        1. From one step to the next the rate changes by the same factor. How often has it done so before step 0?

    >>> decayed_lr(0.5, 0.5, 2)
    0.125
    """
    # YOUR CODE HERE
    raise NotImplementedError


def ewma(xs: Tensor, gamma: float) -> Tensor:
    """Give the exponentially weighted moving average of a sequence: y₀ = x₀ and y_t = γ y_{t−1} + (1 − γ) x_t.

    Args:
        xs: the sequence x₀, x₁, …, shape (n,) with n >= 1, float32 or float64.
        gamma: γ, the part of the average that is kept, 0 <= γ < 1.

    Returns:
        The averages y₀, y₁, …, shape (n,), with xs' dtype and device.

    Points: 7 (values 4, shapes and dtypes 1, gradients 1, memory 0.5, device 0.5)

    Hints:
        1. The average starts at the first entry, not at zero: what must a sequence of equal entries give?
        2. A list of 0-dim tensors becomes one tensor by `torch.stack`, and autograd follows.

    >>> ewma(torch.tensor([4.0, 0.0, 8.0]), gamma=0.5)
    tensor([4., 2., 5.])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def gradient_descent(grad: Callable[[Tensor], Tensor], x0: Tensor, lr: float, num_steps: int) -> Tensor:
    """Give the path of gradient descent: x0, then num_steps steps x ← x − η grad(x).

    Args:
        grad: the function's gradient: called with a point, gives a tensor of the point's shape. That tensor belongs to
            grad, which may hand out the same one again.
        x0: where the path starts, a tensor of any shape (also 0-dim), float32 or float64.
        lr: learning rate η.
        num_steps: number of steps, 0 or more.

    Returns:
        All points in order, x0 first, shape (num_steps + 1, *x0.shape), with x0's dtype and device.

    Points: 8 (values 4, shapes and dtypes 2, memory 1.5, device 0.5)

    Hints:
        1. A tensor that you go on changing in place is no record: every entry of your list would be the last point.
        2. `torch.stack` joins points along a new first dim, 0-dim points too.

    >>> gradient_descent(lambda x: 2 * x, torch.tensor(8.0), lr=0.25, num_steps=3)
    tensor([8., 4., 2., 1.])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def critical_point(hessian: Tensor) -> str:
    """Say what a point of zero gradient is, by the signs of its Hessian's eigenvalues.

    All above zero: a minimum; all below: a maximum; both signs: a saddle. An eigenvalue of zero decides nothing: unless
    two others differ in sign, the point is undetermined. An eigenvalue counts as zero where its size is below 1e-5 of
    the largest size among them; where all are exactly zero the point is undetermined too.

    Args:
        hessian: the matrix of second derivatives, shape (d, d), symmetric, float32 or float64.

    Returns:
        "minimum", "maximum", "saddle" or "undetermined".

    Points: 8 (values 7, memory 0.5, device 0.5)

    Hints:
        1. `torch.linalg.eigvalsh` gives the eigenvalues of a symmetric matrix, in ascending order.
        2. Computed eigenvalues are hardly ever exactly 0, and whether one is small depends on how large the others are.

    >>> critical_point(torch.tensor([[2.0, 0.0], [0.0, 1.0]]))
    'minimum'
    >>> critical_point(torch.tensor([[0.0, 1.0], [1.0, 0.0]]))
    'saddle'
    """
    # YOUR CODE HERE
    raise NotImplementedError
