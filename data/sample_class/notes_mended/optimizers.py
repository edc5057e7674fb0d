import torch

# the notes have all of this as formulas alone; the updates are written as sgd is in the chapter on linear regression


def sgd(params, lr):
    with torch.no_grad():
        for param in params:
            if param.grad is None:
                continue
            param -= lr * param.grad


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for param, v in zip(params, velocities):
            if param.grad is None:
                continue
            v[:] = gamma * v + lr * param.grad
            param -= v


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for param, s in zip(params, states):
            if param.grad is None:
                continue
            s[:] = s + param.grad * param.grad
            param -= lr / torch.sqrt(s + eps) * param.grad


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    with torch.no_grad():
        for param, s in zip(params, states):
            if param.grad is None:
                continue
            s[:] = gamma * s + (1 - gamma) * param.grad * param.grad
            param -= lr / torch.sqrt(s + eps) * param.grad


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    with torch.no_grad():
        for param, s, delta in zip(params, states, deltas):
            if param.grad is None:
                continue
            s[:] = rho * s + (1 - rho) * param.grad * param.grad
            g = torch.sqrt((delta + eps) / (s + eps)) * param.grad
            delta[:] = rho * delta + (1 - rho) * g * g
            param -= g


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    with torch.no_grad():
        for param, v, s in zip(params, velocities, states):
            if param.grad is None:
                continue
            v[:] = (1 - beta1) * param.grad + beta1 * v
            s[:] = beta2 * s + (1 - beta2) * param.grad * param.grad
            v_hat = v / (1 - beta1 ** t)
            s_hat = s / (1 - beta2 ** t)
            param -= lr * v_hat / (torch.sqrt(s_hat) + eps)


def decayed_lr(lr, a, t):
    return lr * a ** t


def ewma(xs, gamma):
    y = xs[0]
    ys = [y]
    for x in xs[1:]:
        y = (1 - gamma) * x + gamma * y
        ys.append(y)
    return torch.stack(ys)


def gradient_descent(grad, x0, lr, num_steps):
    x = x0
    result = [x]
    for i in range(num_steps):
        x = x - lr * grad(x)
        result.append(x)
    return torch.stack(result)


def critical_point(hessian):
    eigenvalues = torch.linalg.eigvalsh(hessian)
    zero = 1e-5 * eigenvalues.abs().max()
    if (eigenvalues > zero).all():
        return "minimum"
    if (eigenvalues < -zero).all():
        return "maximum"
    if (eigenvalues > zero).any() and (eigenvalues < -zero).any():
        return "saddle"
    return "undetermined"
