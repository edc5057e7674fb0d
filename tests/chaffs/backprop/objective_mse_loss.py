"""You use the ready-made mean squared error, which averages over outputs too and has no half."""


def objective(o, y, W1, W2, lambd):
    penalty = lambd / 2 * ((W1**2).sum() + (W2**2).sum())
    return torch.nn.functional.mse_loss(o, y) + penalty
