"""Everything through .data; state changed by the operators *= and +=; numbers in Python lists."""


def sgd(params, lr):
    for param in params:
        if param.grad is not None:
            param.data -= lr * param.grad.data


def momentum(params, velocities, lr, gamma):
    for i in range(len(params)):
        grad = params[i].grad
        if grad is not None:
            velocities[i].data *= gamma
            velocities[i].data += lr * grad.data
            params[i].data -= velocities[i].data


def adagrad(params, states, lr, eps=1e-6):
    for i, param in enumerate(params):
        if param.grad is not None:
            states[i] += param.grad.data * param.grad.data
            param.data += -lr * param.grad.data / (states[i] + eps) ** 0.5


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    for i, param in enumerate(params):
        if param.grad is not None:
            states[i] *= gamma
            states[i] += (1 - gamma) * param.grad.data.pow(2)
            param.data.sub_(lr * param.grad.data / (states[i] + eps).sqrt())


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    for i, param in enumerate(params):
        if param.grad is not None:
            states[i] *= rho
            states[i] += (1 - rho) * param.grad.data.pow(2)
            update = param.grad.data * (deltas[i] + eps).sqrt() / (states[i] + eps).sqrt()
            param.data -= update
            deltas[i] *= rho
            deltas[i] += (1 - rho) * update.pow(2)


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    for i, param in enumerate(params):
        if param.grad is not None:
            velocities[i] *= beta1
            velocities[i] += (1 - beta1) * param.grad.data
            states[i] *= beta2
            states[i] += (1 - beta2) * param.grad.data.pow(2)
            rate = lr / (1 - beta1**t)
            param.data -= rate * velocities[i] / ((states[i] / (1 - beta2**t)).sqrt() + eps)


def decayed_lr(lr, a, t):
    for _ in range(t):
        lr *= a
    return lr


def ewma(xs, gamma):
    y, ys = xs[0], []
    for x in xs:
        y = gamma * y + (1 - gamma) * x
        ys.append(y.unsqueeze(0))
    return torch.cat(ys)


def gradient_descent(grad, x0, lr, num_steps):
    x = x0.data.clone()
    trajectory = x0.data.unsqueeze(0)
    for _ in range(num_steps):
        x.data -= lr * grad(x).data
        trajectory = torch.cat([trajectory, x.data.clone().unsqueeze(0)], dim=0)
    return trajectory


def critical_point(hessian):
    values = torch.linalg.eigvalsh(hessian.data).tolist()
    largest = max(abs(value) for value in values)
    signs = {0 if abs(value) <= 1e-5 * largest else (1 if value > 0 else -1) for value in values}
    if signs >= {1, -1}:
        return "saddle"
    if 0 in signs:
        return "undetermined"
    return {1: "minimum", -1: "maximum"}[signs.pop()]
