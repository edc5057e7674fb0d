"""The notes' way: one loop over zip under torch.no_grad, slices written with [:], every formula as it stands."""


def sgd(params, lr):
    with torch.no_grad():
        for p in params:
            if p.grad is None:
                continue
            p[:] -= lr * p.grad


def momentum(params, velocities, lr, gamma):
    with torch.no_grad():
        for p, v in zip(params, velocities):
            if p.grad is None:
                continue
            v[:] = gamma * v + lr * p.grad
            p[:] -= v


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for p, s in zip(params, states):
            if p.grad is None:
                continue
            s[:] += torch.square(p.grad)
            p[:] -= lr * p.grad / torch.sqrt(s + eps)


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    with torch.no_grad():
        for p, s in zip(params, states):
            if p.grad is None:
                continue
            s[:] = gamma * s + (1 - gamma) * torch.square(p.grad)
            p[:] -= lr * p.grad / torch.sqrt(s + eps)


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    with torch.no_grad():
        for p, s, delta in zip(params, states, deltas):
            if p.grad is None:
                continue
            s[:] = rho * s + (1 - rho) * torch.square(p.grad)
            g = (torch.sqrt(delta + eps) / torch.sqrt(s + eps)) * p.grad
            p[:] -= g
            delta[:] = rho * delta + (1 - rho) * g * g


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    with torch.no_grad():
        for p, v, s in zip(params, velocities, states):
            if p.grad is None:
                continue
            v[:] = beta1 * v + (1 - beta1) * p.grad
            s[:] = beta2 * s + (1 - beta2) * torch.square(p.grad)
            v_bias_corr = v / (1 - beta1**t)
            s_bias_corr = s / (1 - beta2**t)
            p[:] -= lr * v_bias_corr / (torch.sqrt(s_bias_corr) + eps)


def decayed_lr(lr, a, t):
    return lr * pow(a, t)


def ewma(xs, gamma):
    y = torch.zeros_like(xs)
    y[0] = xs[0]
    for t in range(1, len(xs)):
        y[t] = (1 - gamma) * xs[t] + gamma * y[t - 1]
    return y


def gradient_descent(grad, x0, lr, num_steps):
    x = x0
    results = [x]
    for i in range(num_steps):
        x = x - lr * grad(x)
        results.append(x)
    return torch.stack(results, dim=0)


def critical_point(hessian):
    eigenvalues, _ = torch.linalg.eigh(hessian)
    threshold = 1e-5 * torch.max(torch.abs(eigenvalues))
    positive = torch.sum(eigenvalues > threshold)
    negative = torch.sum(eigenvalues < -threshold)
    if positive > 0 and negative > 0:
        return "saddle"
    if positive + negative < len(eigenvalues):
        return "undetermined"
    return "minimum" if positive > 0 else "maximum"
