"""You multiply along dim 0 only, which leaves a tensor with a dim instead of a scalar."""


def joint_probability(y_hat, y):
    return picked_probability(y_hat, y).prod(dim=0)
