"""Entry by entry in Python numbers: nothing but .item(), math and indices."""

import itertools
import math


def _entries(tensor):
    return itertools.product(*(range(size) for size in tensor.shape))


def _number(tensor, index):
    return tensor[index].item()


def sgd(params, lr):
    for p in params:
        if p.grad is not None:
            with torch.no_grad():
                for i in _entries(p):
                    p[i] = _number(p, i) - lr * _number(p.grad, i)


def momentum(params, velocities, lr, gamma):
    for k in range(len(params)):
        p, v = params[k], velocities[k]
        if p.grad is None:
            continue
        for i in _entries(p):
            v[i] = gamma * _number(v, i) + lr * _number(p.grad, i)
            p.data[i] -= _number(v, i)


def adagrad(params, states, lr, eps=1e-6):
    for p, s in zip(params, states):
        for i in _entries(p) if p.grad is not None else ():
            g = _number(p.grad, i)
            s[i] = _number(s, i) + g * g
            p.detach()[i] -= lr * g / math.sqrt(_number(s, i) + eps)


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    for p, s in zip(params, states):
        for i in _entries(p) if p.grad is not None else ():
            g = _number(p.grad, i)
            s[i] = gamma * _number(s, i) + (1 - gamma) * g * g
            p.detach()[i] -= lr * g / math.sqrt(_number(s, i) + eps)


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    for p, s, delta in zip(params, states, deltas):
        for i in _entries(p) if p.grad is not None else ():
            g = _number(p.grad, i)
            s[i] = rho * _number(s, i) + (1 - rho) * g * g
            step = math.sqrt((_number(delta, i) + eps) / (_number(s, i) + eps)) * g
            p.detach()[i] -= step
            delta[i] = rho * _number(delta, i) + (1 - rho) * step * step


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    for p, v, s in zip(params, velocities, states):
        for i in _entries(p) if p.grad is not None else ():
            g = _number(p.grad, i)
            v[i] = beta1 * _number(v, i) + (1 - beta1) * g
            s[i] = beta2 * _number(s, i) + (1 - beta2) * g * g
            v_hat = _number(v, i) / (1 - math.pow(beta1, t))
            s_hat = _number(s, i) / (1 - math.pow(beta2, t))
            p.detach()[i] -= lr * v_hat / (math.sqrt(s_hat) + eps)


def decayed_lr(lr, a, t):
    return math.exp(math.log(lr) + t * math.log(a))


def gradient_descent(grad, x0, lr, num_steps):
    path = torch.empty((num_steps + 1, *x0.shape), dtype=x0.dtype, device=x0.device)
    path[0] = x0
    for k in range(num_steps):
        slope = grad(path[k].clone())
        for i in _entries(x0):
            path[(k + 1, *i)] = path[(k, *i)].item() - lr * slope[i].item()
    return path


def critical_point(hessian):
    values = [value.item() for value in torch.linalg.eigvals(hessian).real]
    largest = max(map(abs, values))
    rises = any(value > 1e-5 * largest for value in values)
    falls = any(value < -1e-5 * largest for value in values)
    level = any(abs(value) <= 1e-5 * largest for value in values)
    if rises and falls:
        return "saddle"
    return "undetermined" if level else "minimum" if rises else "maximum"
