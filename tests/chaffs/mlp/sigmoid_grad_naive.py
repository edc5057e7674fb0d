"""You use exp(−x) / (1 + exp(−x))², which is inf/inf for very negative entries."""


def sigmoid_grad(X):
    exps = torch.exp(-X)
    return exps / (1 + exps) ** 2
