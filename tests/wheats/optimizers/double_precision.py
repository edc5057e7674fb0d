"""Computes in float64 and copies back; result as a 0-dim tensor; closed forms instead of recurrences."""


def _rows(params, *state):
    return ((p, p.grad.double(), *rest) for p, *rest in zip(params, *state) if p.grad is not None)


def momentum(params, velocities, lr, gamma):
    for p, g, v in _rows(params, velocities):
        v.copy_(v.double() * gamma + lr * g)
        p.data.copy_(p.data.double() - v.double())


def adagrad(params, states, lr, eps=1e-6):
    for p, g, s in _rows(params, states):
        new = s.double() + g**2
        s.copy_(new)
        p.data.copy_(p.data.double() - torch.sqrt(lr**2 * g**2 / (new + eps)) * g.sign())


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    def unbias(average, beta):
        return average.double() / (1 - beta**t)

    for p, g, v, s in _rows(params, velocities, states):
        v.copy_(v.double() * beta1).add_((1 - beta1) * g)
        s.copy_(s.double() * beta2).add_((1 - beta2) * g**2)
        p.data.copy_(p.data.double() - lr * unbias(v, beta1) / (unbias(s, beta2).sqrt() + eps))


def decayed_lr(lr, a, t):
    return torch.tensor(lr) * torch.tensor(a) ** t


def ewma(xs, gamma):
    averages = []
    for t in range(xs.numel()):
        recent = sum((1 - gamma) * gamma**age * xs[t - age] for age in range(t))
        averages.append(recent + gamma**t * xs[0])
    return torch.stack(averages).to(xs)


def gradient_descent(grad, x0, lr, num_steps):
    x, steps = x0.clone(), []
    for _ in range(num_steps):
        steps.append(-lr * grad(x.clone()))
        x += steps[-1]
    return torch.cumsum(torch.stack([x0, *steps]), dim=0)


def critical_point(hessian):
    eigenvalues = torch.linalg.eigvalsh(hessian.double())
    scaled = eigenvalues / eigenvalues.abs().max().clamp(min=1e-300)
    if scaled[0] < -1e-5 and scaled[-1] > 1e-5:
        return "saddle"
    if scaled.abs().min() <= 1e-5:
        return "undetermined"
    return "minimum" if scaled[0] > 0 else "maximum"
