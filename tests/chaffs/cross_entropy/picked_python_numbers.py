"""You build the result from Python numbers, so no gradient reaches y_hat."""


def picked_probability(y_hat, y):
    picked = [[y_hat[i, y[i]].item()] for i in range(len(y))]
    return torch.tensor(picked, dtype=y_hat.dtype, device=y_hat.device)
