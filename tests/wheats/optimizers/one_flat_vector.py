"""All parameters joined to one long vector, one update of it, and the pieces written back."""


def _joined(tensors):
    return torch.cat([tensor.detach().reshape(-1) for tensor in tensors])


def _write_back(vector, tensors):
    pieces = vector.split([tensor.numel() for tensor in tensors])
    with torch.inference_mode():
        for tensor, piece in zip(tensors, pieces):
            tensor.copy_(piece.reshape(tensor.shape))


def _chosen(params, *lists):
    keep = [i for i, p in enumerate(params) if p.grad is not None]
    chosen = [[tensors[i] for i in keep] for tensors in (params, *lists)]
    return *chosen, _joined([params[i].grad for i in keep])


def sgd(params, lr):
    params, g = _chosen(params)
    _write_back(_joined(params) - lr * g, params)


def momentum(params, velocities, lr, gamma):
    params, velocities, g = _chosen(params, velocities)
    v = gamma * _joined(velocities) + lr * g
    _write_back(v, velocities)
    _write_back(_joined(params) - v, params)


def adagrad(params, states, lr, eps=1e-6):
    params, states, g = _chosen(params, states)
    s = _joined(states) + g * g
    _write_back(s, states)
    _write_back(_joined(params) - lr / torch.sqrt(s + eps) * g, params)


def rmsprop(params, states, lr, gamma=0.9, eps=1e-6):
    params, states, g = _chosen(params, states)
    s = torch.stack([_joined(states), g * g]).T @ g.new_tensor([gamma, 1 - gamma])
    _write_back(s, states)
    _write_back(_joined(params) - lr / torch.sqrt(s + eps) * g, params)


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    params, states, deltas, g = _chosen(params, states, deltas)
    s, delta = _joined(states), _joined(deltas)
    s = s + (1 - rho) * (g * g - s)
    step = torch.sqrt(delta + eps) / torch.sqrt(s + eps) * g
    for vector, tensors in [
        (_joined(params) - step, params),
        (s, states),
        (delta + (1 - rho) * (step * step - delta), deltas),
    ]:
        _write_back(vector, tensors)


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    params, velocities, states, g = _chosen(params, velocities, states)
    v = beta1 * _joined(velocities) + (1 - beta1) * g
    s = beta2 * _joined(states) + (1 - beta2) * g.square()
    corrections = 1 - torch.tensor([beta1, beta2], dtype=torch.float64) ** t
    v_hat, s_hat = v / corrections[0].item(), s / corrections[1].item()
    _write_back(v, velocities)
    _write_back(s, states)
    _write_back(_joined(params) - lr * v_hat / (s_hat.sqrt() + eps), params)


def decayed_lr(lr, a, t):
    return lr if t == 0 else a * decayed_lr(lr, a, t - 1)
