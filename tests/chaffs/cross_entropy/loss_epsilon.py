"""You add a small number inside the logarithm, which changes the loss of small probabilities."""


def cross_entropy(y_hat, y):
    return -torch.log(y_hat.gather(1, y.view(-1, 1)) + 1e-12)
