"""An own autograd function with the gradient by hand; labels through numpy; torch.vmap and torch.distributions."""

import numpy as np
from torch.distributions import Categorical


class _CrossEntropy(torch.autograd.Function):
    @staticmethod
    def forward(ctx, logits, y):
        log_probabilities = logits - logits.logsumexp(dim=1, keepdim=True)
        ctx.save_for_backward(log_probabilities, y)
        return -log_probabilities.gather(1, y.unsqueeze(1))

    @staticmethod
    def backward(ctx, upstream):
        log_probabilities, y = ctx.saved_tensors
        return (log_probabilities.exp() - one_hot(y, log_probabilities.shape[1])) * upstream, None


def one_hot(y, num_classes):
    labels = np.zeros((len(y), num_classes), dtype=np.float32)
    labels[np.arange(len(y)), y.cpu().numpy()] = 1
    return torch.from_numpy(labels).to(y.device)


def picked_probability(y_hat, y):
    return torch.vmap(lambda row, label: row.index_select(0, label.unsqueeze(0)))(y_hat, y)


def cross_entropy(y_hat, y):
    return -torch.cat([row.narrow(0, label, 1) for row, label in zip(y_hat.log(), y.tolist())]).unsqueeze(1)


def cross_entropy_from_logits(logits, y):
    return _CrossEntropy.apply(logits, y)


def mean_cross_entropy(y_hat, y):
    return torch.nn.NLLLoss(reduction="mean")(y_hat.log(), y)


def joint_probability(y_hat, y):
    return mean_cross_entropy(y_hat, y).neg().mul(y.shape[0]).exp()


def cross_entropy_gradient(logits, y):
    probabilities = Categorical(logits=logits.detach()).probs
    return torch.stack([(p - e) / len(y) for p, e in zip(probabilities, one_hot(y, logits.shape[1]).to(logits.dtype))])
