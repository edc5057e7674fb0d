"""You put new tensors into the state lists; the caller's own state tensors stay as they were."""


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6):
    with torch.no_grad():
        for i, x in enumerate(params):
            if x.grad is not None:
                velocities[i] = beta1 * velocities[i] + (1 - beta1) * x.grad
                states[i] = beta2 * states[i] + (1 - beta2) * x.grad**2
                v_hat, s_hat = velocities[i] / (1 - beta1**t), states[i] / (1 - beta2**t)
                x -= lr * v_hat / (s_hat.sqrt() + eps)
