"""You return one dim, where each sample should have its own row."""


def cross_entropy(y_hat, y):
    return -y_hat.log()[torch.arange(len(y)), y]
