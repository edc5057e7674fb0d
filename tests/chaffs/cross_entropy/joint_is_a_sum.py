"""You add the picked probabilities up; independent probabilities are multiplied."""


def joint_probability(y_hat, y):
    return picked_probability(y_hat, y).sum()
