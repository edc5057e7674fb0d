"""You use math.exp, which returns a Python number without gradient."""


def joint_probability(y_hat, y):
    import math

    return torch.tensor(math.exp(-len(y) * mean_cross_entropy(y_hat, y)), dtype=y_hat.dtype, device=y_hat.device)
