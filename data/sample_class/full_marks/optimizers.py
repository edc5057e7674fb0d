"""Update rules, Mina K."""
import itertools

import torch


def _rows(params, *memories):
    """(x, g, memories...) of each parameter that has a gradient; .data is not watched by autograd."""
    for x, *memory in zip(params, *memories):
        if x.grad is not None:
            yield (x.data, x.grad.data, *memory)


def sgd(params, lr):
    for x, g in _rows(params):
        x.add_(g, alpha=-lr)


def momentum(params, velocities, lr, gamma):
    for x, g, v in _rows(params, velocities):
        v.mul_(gamma).add_(g, alpha=lr)
        x.sub_(v)


def adagrad(params, states, lr, eps=1e-6):
    for x, g, s in _rows(params, states):
        s.addcmul_(g, g)
        x.addcdiv_(g, (s + eps).sqrt(), value=-lr)


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    for x, g, s in _rows(params, states):
        s.lerp_(g * g, 1 - gamma)
        x.addcdiv_(g, (s + eps).sqrt(), value=-lr)


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    for x, g, s, d in _rows(params, states, deltas):
        s.lerp_(g * g, 1 - rho)
        step = (d + eps).div(s + eps).sqrt().mul(g)
        x.sub_(step)
        d.lerp_(step * step, 1 - rho)


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    c1, c2 = 1 - beta1 ** t, 1 - beta2 ** t
    for x, g, v, s in _rows(params, velocities, states):
        v.lerp_(g, 1 - beta1)
        s.lerp_(g * g, 1 - beta2)
        x.addcdiv_(v / c1, (s / c2).sqrt() + eps, value=-lr)


def decayed_lr(lr, a, t):
    return lr * pow(a, t)


def ewma(xs, gamma):
    # all of it as one matrix: row t holds the weights of x_0 ... x_t
    n = len(xs)
    t = torch.arange(n, device=xs.device)
    age = (t[:, None] - t).clamp(min=0)
    weights = torch.tril(gamma ** age.to(xs.dtype)) * (1 - gamma)
    first = gamma ** t.to(xs.dtype)     # x_0 stands in for everything before it
    return weights[:, 1:] @ xs[1:] + first * xs[0]


def gradient_descent(grad, x0, lr, num_steps):
    path = itertools.accumulate(range(num_steps), lambda x, _: x - lr * grad(x), initial=x0)
    return torch.stack(list(path))


def critical_point(hessian):
    values = torch.linalg.eigvalsh(hessian).tolist()
    largest = max(abs(value) for value in values)
    signs = {0 if abs(value) <= 1e-5 * largest else (1 if value > 0 else -1) for value in values}
    if {-1, 1} <= signs:
        return "saddle"
    return {frozenset([1]): "minimum", frozenset([-1]): "maximum"}.get(frozenset(signs), "undetermined")
