"""You take the spectral norm (the largest singular value); the Frobenius norm is meant."""


def objective(o, y, W1, W2, lambd):
    loss = ((o - y) ** 2).sum() / (2 * o.shape[1])
    return loss + lambd / 2 * (torch.linalg.norm(W1, 2) ** 2 + torch.linalg.norm(W2, 2) ** 2)
