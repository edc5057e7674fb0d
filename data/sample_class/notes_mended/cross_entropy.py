import torch


def one_hot(y, num_classes):
    # 若样本类型标签是y1，则除了y1为1，其他y为0
    return torch.zeros(len(y), num_classes, device=y.device).scatter_(1, y.reshape(-1, 1), 1)


def picked_probability(y_hat, y):
    return y_hat.gather(1, y.reshape(-1, 1))


def cross_entropy(y_hat, y):
    return - torch.log(y_hat.gather(1, y.reshape(-1, 1)))


def softmax(X):
    X_exp = X.exp()
    partition = X_exp.sum(dim=1, keepdim=True)
    return X_exp / partition


def cross_entropy_from_logits(logits, y):
    return cross_entropy(softmax(logits), y)


def mean_cross_entropy(y_hat, y):
    n = y.shape[0]
    return cross_entropy(y_hat, y).sum() / n


def joint_probability(y_hat, y):
    n = y.shape[0]
    return torch.exp(-n * mean_cross_entropy(y_hat, y))


def cross_entropy_gradient(logits, y):
    onehot = one_hot(y, logits.shape[1]).to(logits.dtype)
    return (softmax(logits) - onehot) / y.shape[0]
