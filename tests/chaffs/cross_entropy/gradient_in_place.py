"""You subtract the ones from the caller's logits."""


def cross_entropy_gradient(logits, y):
    probabilities = logits.copy_(logits.softmax(dim=1))
    probabilities[torch.arange(len(y)), y] -= 1
    return probabilities / len(y)
