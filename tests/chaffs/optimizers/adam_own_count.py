"""You count the steps yourself instead of using t, so two trainings share one count."""


def adam(params, velocities, states, lr, t, beta1=0.9, beta2=0.999, eps=1e-6, count={}):
    with torch.no_grad():
        for x, v, s in zip(params, velocities, states):
            if x.grad is not None:
                count[id(params[0])] = count.get(id(params[0]), 0) + 1
                t = sum(count.values())
                v.mul_(beta1).add_((1 - beta1) * x.grad)
                s.mul_(beta2).add_((1 - beta2) * x.grad**2)
                v_hat, s_hat = v / (1 - beta1**t), s / (1 - beta2**t)
                x -= lr * v_hat / (s_hat.sqrt() + eps)
