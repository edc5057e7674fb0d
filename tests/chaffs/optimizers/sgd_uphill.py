"""You add the gradient, which climbs."""


def sgd(params, lr):
    with torch.no_grad():
        for x in params:
            if x.grad is not None:
                x += lr * x.grad
