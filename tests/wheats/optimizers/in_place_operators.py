"""addcmul_, addcdiv_, lerp_, rsqrt and out= on detached views of the parameters; eps folded into the step size."""

import math


def _active(params, *state):
    for p, *rest in zip(params, *state, strict=True):
        if p.grad is not None:
            yield p.detach(), p.grad.detach(), *rest


def sgd(params, lr):
    for x, g in _active(params):
        x.add_(g, alpha=-lr)


def momentum(params, velocities, lr, gamma):
    for x, g, v in _active(params, velocities):
        torch.add(g.mul(lr), v, alpha=gamma, out=v)
        x.sub_(v)


def adagrad(params, states, lr, eps=1e-6):
    for x, g, s in _active(params, states):
        s.addcmul_(g, g)
        x.addcmul_(g, torch.rsqrt(s + eps), value=-lr)


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    for x, g, s in _active(params, states):
        s.lerp_(g.square(), 1 - gamma)
        x.addcdiv_(g, s.add(eps).sqrt_(), value=-lr)


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    for x, g, s, delta in _active(params, states, deltas):
        s.mul_(rho).addcmul_(g, g, value=1 - rho)
        step = delta.add(eps).sqrt_().mul_((s + eps).rsqrt_()).mul_(g)
        delta.mul_(rho).addcmul_(step, step, value=1 - rho)
        x.sub_(step)


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    correction = math.sqrt(1 - beta2**t)
    for x, g, v, s in _active(params, velocities, states):
        v.lerp_(g, 1 - beta1)
        s.mul_(beta2).addcmul_(g, g.conj(), value=1 - beta2)
        x.addcdiv_(v, s.sqrt().add_(eps * correction), value=-lr * correction / (1 - beta1**t))


def ewma(xs, gamma):
    n = len(xs)
    ages = torch.arange(n, device=xs.device).unsqueeze(1) - torch.arange(n, device=xs.device)
    weights = (1 - gamma) * torch.full_like(ages, gamma, dtype=xs.dtype).pow(ages.clamp(min=0)).tril()
    weights[:, 0] /= 1 - gamma  # the first average has no past
    return weights @ xs


def gradient_descent(grad, x0, lr, num_steps):
    path = x0.new_empty(num_steps + 1, *x0.shape)
    path[0].copy_(x0)
    for here, there in zip(path[:-1], path[1:]):
        torch.sub(here, grad(here), alpha=lr, out=there)
    return path
