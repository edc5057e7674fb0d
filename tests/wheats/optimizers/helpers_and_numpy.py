"""One shared helper, functools.partial, decorators, numpy for the constants and for the eigenvalues."""

import functools

import numpy as np


def _each(rule, params, *state):
    """Set every parameter that has a gradient to what `rule` makes of it, and its state likewise."""
    previous = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        for tensors in zip(params, *state):
            if (g := tensors[0].grad) is not None:
                for old, new in zip(tensors, rule(g, *tensors), strict=True):
                    old.copy_(new)
    finally:
        torch.set_grad_enabled(previous)


def sgd(params, lr):
    _each(lambda g, x: (x - np.float64(lr) * g,), params)


def momentum(params, velocities, lr, gamma):
    def rule(g, x, v):
        new = np.multiply(gamma, 1.0) * v + lr * g
        return x - new, new

    return _each(rule, params, velocities)


def _average(part, old, new):
    return part * old + (1 - part) * new


def _scaled(g, x, s, *, lr, eps, average):
    s = average(s, g**2)
    return x - lr * g * (s + eps).pow(-0.5), s


def adagrad(params, states, lr, eps=1e-6):
    _each(functools.partial(_scaled, lr=lr, eps=eps, average=torch.add), params, states)


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    _each(functools.partial(_scaled, lr=lr, eps=eps, average=functools.partial(_average, gamma)), params, states)


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    average = functools.partial(_average, rho)

    def rule(g, x, s, delta):
        s = average(s, g.pow(2))
        step = ((delta + eps) / (s + eps)).sqrt() * g
        return x - step, s, average(delta, step.pow(2))

    _each(rule, params, states, deltas)


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    weight1, weight2 = 1 - np.power([beta1, beta2], t)

    def rule(g, x, v, s):
        v, s = _average(beta1, v, g), _average(beta2, s, g * g)
        return x - lr * (v / weight1) / ((s / weight2) ** 0.5 + eps), v, s

    _each(rule, params, velocities, states)


def decayed_lr(lr, a, t):
    return np.float64(lr) * np.prod(np.full(t, a))


def ewma(xs, gamma):
    if len(xs) == 1:
        return xs.clone()
    past = ewma(xs[:-1], gamma)
    return torch.hstack([past, gamma * past[-1] + (1 - gamma) * xs[-1]])


def gradient_descent(grad, x0, lr, num_steps):
    @torch.no_grad()
    def walk(x, remaining):
        return [x] if remaining == 0 else [x, *walk(x - lr * grad(x), remaining - 1)]

    return torch.concatenate([x[None] for x in walk(x0, num_steps)])


def critical_point(hessian):
    values = np.linalg.eigvalsh(hessian.detach().cpu().numpy())
    signs = np.sign(np.where(np.abs(values) > 1e-5 * np.abs(values).max(), values, 0.0))
    low, high = signs.min(), signs.max()
    return {(1, 1): "minimum", (-1, -1): "maximum", (-1, 1): "saddle"}.get((int(low), int(high)), "undetermined")
