import torch

# the notes have all of this as formulas alone; the updates are written as sgd is in the chapter on linear regression


def sgd(params, lr):
    for param in params:
        param.data -= lr * param.grad


def momentum(params, velocities, lr, gamma):
    for param, v in zip(params, velocities):
        v[:] = gamma * v + lr * param.grad
        param.data -= v


def adagrad(params, states, lr, eps=1e-6):
    for param, s in zip(params, states):
        s[:] = s + param.grad * param.grad
        param.data -= lr / torch.sqrt(s + eps) * param.grad


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    for param, s in zip(params, states):
        s[:] = gamma * s + (1 - gamma) * param.grad * param.grad
        param.data -= lr / torch.sqrt(s + eps) * param.grad


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    for param, s, delta in zip(params, states, deltas):
        s[:] = rho * s + (1 - rho) * param.grad * param.grad
        rate = torch.sqrt((delta + eps) / (s + eps))
        delta[:] = rho * delta + (1 - rho) * param.grad * param.grad
        param.data -= rate * param.grad


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    gamma = beta1   # the notes have one for both
    for param, v, s in zip(params, velocities, states):
        v[:] = (1 - gamma) * param.grad + gamma * v
        s[:] = gamma * s + (1 - gamma) * param.grad * param.grad
        v_hat = v / (1 - gamma ** t)
        s_hat = s / (1 - gamma ** t)
        param.data -= lr * v_hat / (torch.sqrt(s_hat) + eps)


def decayed_lr(lr, a, t):
    return lr * a ** t


def ewma(xs, gamma):
    # y_t = (1 - gamma) sum_{i=0}^t gamma^(t-i) x_i + gamma^(t+1) y_0
    y0 = xs[0]
    y = torch.zeros(len(xs))
    for t in range(len(xs)):
        for i in range(t + 1):
            y[t] += (1 - gamma) * gamma ** (t - i) * xs[i]
        y[t] += gamma ** (t + 1) * y0
    return y


def gradient_descent(grad, x0, lr, num_steps):
    x = x0
    result = [x]
    for i in range(num_steps):
        x = x - grad(x)
        result.append(x)
    return torch.stack(result)


def critical_point(hessian):
    eigenvalues = torch.linalg.eigvalsh(hessian)
    if (eigenvalues > 0).all():
        return "minimum"
    if (eigenvalues < 0).all():
        return "maximum"
    return "saddle"
