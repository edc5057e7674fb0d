"""You leave out the upper ε, so Δ is zero at first and nothing ever moves."""


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    with torch.no_grad():
        for x, s, delta in zip(params, states, deltas):
            if x.grad is not None:
                s.mul_(rho).add_((1 - rho) * x.grad**2)
                step = (delta / (s + eps)).sqrt() * x.grad
                x -= step
                delta.mul_(rho).add_((1 - rho) * step**2)
