"""You make the one-hot labels on the CPU and subtract them from probabilities on another device."""


def cross_entropy_gradient(logits, y):
    labels = torch.zeros(logits.shape).scatter_(1, y.cpu().view(-1, 1), 1.0)
    return (logits.softmax(dim=1) - labels) / len(y)
