"""You update Δ before the step; the step is to use the old one."""


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    with torch.no_grad():
        for x, s, delta in zip(params, states, deltas):
            if x.grad is not None:
                s.mul_(rho).add_((1 - rho) * x.grad**2)
                step = ((delta + eps) / (s + eps)).sqrt() * x.grad
                delta.mul_(rho).add_((1 - rho) * step**2)
                x -= ((delta + eps) / (s + eps)).sqrt() * x.grad
