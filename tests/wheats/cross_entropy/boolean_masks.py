"""Boolean masks that select entries; other routes to the logarithm and to the mean."""

import math


def _is_label(scores, y):
    return y.unsqueeze(1).eq(torch.arange(scores.shape[1], device=scores.device))


def one_hot(y, num_classes):
    classes = torch.arange(num_classes, device=y.device).expand(y.shape[0], num_classes)
    return torch.where(classes == y.view(-1, 1), torch.tensor(1.0, device=y.device), torch.tensor(0.0, device=y.device))


def picked_probability(y_hat, y):
    return y_hat.masked_select(_is_label(y_hat, y)).view(-1, 1)


def cross_entropy(y_hat, y):
    return torch.log2(y_hat[_is_label(y_hat, y)]).mul(-math.log(2)).unsqueeze(1)


def cross_entropy_from_logits(logits, y):
    others = logits.masked_fill(_is_label(logits, y), -math.inf)
    picked = logits[_is_label(logits, y)].unsqueeze(1)
    return torch.logaddexp(picked, others.logsumexp(1, keepdim=True)) - picked if logits.shape[1] > 1 else picked * 0


def mean_cross_entropy(y_hat, y):
    return -torch.xlogy(_is_label(y_hat, y).to(y_hat.dtype), y_hat).sum(dim=1).mean(dim=0)


def joint_probability(y_hat, y):
    return torch.where(_is_label(y_hat, y), y_hat, torch.ones_like(y_hat)).prod(1).prod(0)


def cross_entropy_gradient(logits, y):
    exps = (logits - logits.amax(dim=1, keepdim=True)).exp()
    probabilities = exps / exps.sum(dim=1, keepdim=True)
    return torch.where(_is_label(logits, y), probabilities - 1, probabilities) / len(logits)
