"""You square the gradient in place, so the caller's .grad changes."""


def adagrad(params, states, lr, eps=1e-6):
    with torch.no_grad():
        for x, s in zip(params, states):
            if x.grad is not None:
                g = x.grad.clone()
                s += x.grad.pow_(2)
                x -= lr * g / (s + eps).sqrt()
