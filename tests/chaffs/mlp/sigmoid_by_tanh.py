"""You leave the work to torch's tanh."""


def sigmoid(X):
    return (1 + torch.tanh(X / 2)) / 2
