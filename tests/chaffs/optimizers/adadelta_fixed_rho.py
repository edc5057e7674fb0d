"""You wrote 0.9 where the argument rho belongs."""


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    with torch.no_grad():
        for x, s, delta in zip(params, states, deltas):
            if x.grad is not None:
                s.mul_(0.9).add_(0.1 * x.grad**2)
                step = ((delta + eps) / (s + eps)).sqrt() * x.grad
                x -= step
                delta.mul_(0.9).add_(0.1 * step**2)
