"""You wrote numbers where the arguments beta1 and beta2 belong."""


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    with torch.no_grad():
        for x, v, s in zip(params, velocities, states):
            if x.grad is not None:
                v.mul_(0.9).add_(0.1 * x.grad)
                s.mul_(0.999).add_(0.001 * x.grad**2)
                v_hat, s_hat = v / (1 - 0.9**t), s / (1 - 0.999**t)
                x -= lr * v_hat / (s_hat.sqrt() + eps)
