"""You squeeze every dim of size 1, so a batch of one sample loses its row as well."""


def picked_probability(y_hat, y):
    picked = y_hat.gather(1, y.unsqueeze(1)).squeeze()
    return picked.unsqueeze(1) if picked.dim() else picked
