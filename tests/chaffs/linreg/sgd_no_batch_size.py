"""You do not divide the summed gradient by the batch size."""


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
