"""You wrap the result in a new tensor, which cuts it off from y_hat."""


def mean_cross_entropy(y_hat, y):
    total = sum(-y_hat[i, y[i]].log().item() for i in range(len(y)))
    return torch.tensor(total / len(y), dtype=y_hat.dtype, device=y_hat.device)
