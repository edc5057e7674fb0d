"""You flatten with `view`, which needs contiguous memory; a transposed input has none."""


def picked_probability(y_hat, y):
    n, q = y_hat.shape
    return y_hat.view(-1)[torch.arange(n, device=y.device) * q + y].view(n, 1)
