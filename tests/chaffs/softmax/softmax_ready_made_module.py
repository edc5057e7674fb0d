"""You call torch's softmin on the negated scores, which is softmax by another name."""


def softmax(X):
    return nn.Softmin(dim=1)(-X)
