"""You square the gradient in place, so the caller's .grad changes."""


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    with torch.no_grad():
        for x, v, s in zip(params, velocities, states):
            if x.grad is not None:
                v.mul_(beta1).add_((1 - beta1) * x.grad)
                s.mul_(beta2).add_((1 - beta2) * x.grad.pow_(2))
                v_hat, s_hat = v / (1 - beta1**t), s / (1 - beta2**t)
                x -= lr * v_hat / (s_hat.sqrt() + eps)
