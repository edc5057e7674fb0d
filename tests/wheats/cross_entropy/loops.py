"""Loops over samples and classes, labels read by .item(), entries stacked at the end."""

import math


def one_hot(y, num_classes):
    rows = [[1.0 if label == j else 0.0 for j in range(num_classes)] for label in y.tolist()]
    return torch.tensor(rows, device=y.device)


def picked_probability(y_hat, y):
    return torch.stack([y_hat[i, y[i].item()] for i in range(len(y))]).reshape(len(y), 1)


def cross_entropy(y_hat, y):
    losses = []
    for row, label in zip(y_hat, y):
        losses.append(-torch.log(row[int(label)]).view(1))
    return torch.stack(losses)


def cross_entropy_from_logits(logits, y):
    losses = []
    for row, label in zip(logits, y):
        log_partition = row[0]
        for score in row[1:]:
            log_partition = torch.logaddexp(log_partition, score)
        losses.append(log_partition - row[label])
    return torch.stack(losses).unsqueeze(-1)


def mean_cross_entropy(y_hat, y):
    total = 0
    for i in range(len(y)):
        total = total - y_hat[i][y[i]].log()
    return total / len(y)


def joint_probability(y_hat, y):
    product = torch.tensor(1.0, dtype=y_hat.dtype, device=y_hat.device)
    for i, label in enumerate(y):
        product = product * y_hat[i, label.item()]
    return product


def cross_entropy_gradient(logits, y):
    n, q = logits.shape
    gradient = torch.empty_like(logits)
    for i in range(n):
        row = logits[i].tolist()
        largest = max(row)
        partition = sum(math.exp(score - largest) for score in row)
        for j in range(q):
            gradient[i, j] = (math.exp(row[j] - largest) / partition - (1 if y[i].item() == j else 0)) / n
    return gradient
