"""You put new tensors into the list of Δ; the caller's own tensors stay as they were."""


def adadelta(params, states, deltas, rho=0.9, eps=1e-5):
    with torch.no_grad():
        for i, (x, s) in enumerate(zip(params, states)):
            if x.grad is not None:
                s.mul_(rho).add_((1 - rho) * x.grad**2)
                step = ((deltas[i] + eps) / (s + eps)).sqrt() * x.grad
                x -= step
                deltas[i] = rho * deltas[i] + (1 - rho) * step**2
