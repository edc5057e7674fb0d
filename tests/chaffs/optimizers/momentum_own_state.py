"""You keep velocities of your own and ignore the ones that you are given."""


def momentum(params, velocities, lr, gamma, store={}):
    with torch.no_grad():
        for x, v in zip(params, velocities):
            if x.grad is not None:
                own = store.setdefault(id(x), torch.zeros_like(x))
                own.mul_(gamma).add_(lr * x.grad)
                v.copy_(own)
                x -= own
