"""You multiply the mean loss by the number of classes instead of the number of samples."""


def joint_probability(y_hat, y):
    return torch.exp(-y_hat.shape[1] * mean_cross_entropy(y_hat, y))
