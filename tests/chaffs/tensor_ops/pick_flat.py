"""You return one dimension where a column was asked for."""


def pick(y_hat, y):
    return y_hat[torch.arange(len(y), device=y.device), y]
