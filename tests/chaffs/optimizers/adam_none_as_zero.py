"""You treat a missing gradient as zero, so the velocity still moves that parameter."""


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    with torch.no_grad():
        for x, v, s in zip(params, velocities, states):
            g = torch.zeros_like(x) if x.grad is None else x.grad
            v.mul_(beta1).add_((1 - beta1) * g)
            s.mul_(beta2).add_((1 - beta2) * g**2)
            v_hat, s_hat = v / (1 - beta1**t), s / (1 - beta2**t)
            x -= lr * v_hat / (s_hat.sqrt() + eps)
