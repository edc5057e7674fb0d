"""You set the other entries to zero in X itself."""


def positive_values(X):
    with torch.no_grad():
        X[X < 0] = 0
    return X[X != 0]
