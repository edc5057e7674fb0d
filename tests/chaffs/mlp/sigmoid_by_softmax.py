"""You leave the work to torch's softmax."""


def sigmoid(X):
    return torch.stack([X, torch.zeros_like(X)]).softmax(dim=0)[0]
