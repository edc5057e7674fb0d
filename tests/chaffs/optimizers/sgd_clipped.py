"""You clip the gradients to length 1, which no one asked for."""


def sgd(params, lr):
    with torch.no_grad():
        for x in params:
            if x.grad is not None:
                x -= lr * x.grad / x.grad.norm().clamp(min=1.0)
