"""You add ε outside the roots."""


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    with torch.no_grad():
        for x, s, delta in zip(params, states, deltas):
            if x.grad is not None:
                s.mul_(rho).add_((1 - rho) * x.grad**2)
                step = (delta.sqrt() + eps) / (s.sqrt() + eps) * x.grad
                x -= step
                delta.mul_(rho).add_((1 - rho) * step**2)
