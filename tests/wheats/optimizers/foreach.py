"""All tensors of a list at once by torch._foreach_…, after leaving out those without a gradient."""

import itertools


def _with_gradient(*lists):
    rows = [row for row in zip(*lists) if row[0].grad is not None]
    columns = [list(column) for column in zip(*rows)]
    return [columns[0], [p.grad for p in columns[0]], *columns[1:]]


@torch.no_grad()
def sgd(params, lr):
    params, grads = _with_gradient(params)
    torch._foreach_add_(params, grads, alpha=-lr)


@torch.no_grad()
def momentum(params, velocities, lr, gamma):
    params, grads, velocities = _with_gradient(params, velocities)
    torch._foreach_mul_(velocities, gamma)
    torch._foreach_add_(velocities, grads, alpha=lr)
    torch._foreach_sub_(params, velocities)


@torch.no_grad()
def adagrad(params, states, lr, eps=1e-6):
    params, grads, states = _with_gradient(params, states)
    torch._foreach_addcmul_(states, grads, grads, 1.0)
    roots = torch._foreach_sqrt(torch._foreach_add(states, eps))
    torch._foreach_addcdiv_(params, grads, roots, -lr)


@torch.no_grad()
def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    params, grads, states = _with_gradient(params, states)
    torch._foreach_mul_(states, gamma)
    torch._foreach_addcmul_(states, grads, grads, 1 - gamma)
    roots = torch._foreach_sqrt(torch._foreach_add(states, eps))
    torch._foreach_addcdiv_(params, grads, roots, -lr)


@torch.no_grad()
def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    params, grads, states, deltas = _with_gradient(params, states, deltas)
    torch._foreach_lerp_(states, torch._foreach_mul(grads, grads), 1 - rho)
    ratios = torch._foreach_div(torch._foreach_add(deltas, eps), torch._foreach_add(states, eps))
    steps = torch._foreach_mul(torch._foreach_sqrt(ratios), grads)
    torch._foreach_sub_(params, steps)
    torch._foreach_lerp_(deltas, torch._foreach_mul(steps, steps), 1 - rho)


@torch.no_grad()
def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    params, grads, velocities, states = _with_gradient(params, velocities, states)
    torch._foreach_lerp_(velocities, grads, 1 - beta1)
    torch._foreach_mul_(states, beta2)
    torch._foreach_addcmul_(states, grads, grads, 1 - beta2)
    roots = torch._foreach_sqrt(torch._foreach_div(states, 1 - beta2**t))
    torch._foreach_addcdiv_(params, velocities, torch._foreach_add(roots, eps), -lr / (1 - beta1**t))


def ewma(xs, gamma):
    return torch.stack(list(itertools.accumulate(xs, lambda y, x: torch.lerp(x, y, gamma))))


def gradient_descent(grad, x0, lr, num_steps):
    steps = itertools.repeat(None, num_steps)
    return torch.stack(list(itertools.accumulate(steps, lambda x, _: x - lr * grad(x), initial=x0)))
