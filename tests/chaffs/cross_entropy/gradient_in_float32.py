"""You compute in float32 and cast back, which loses what float64 had."""


def cross_entropy_gradient(logits, y):
    gradient = logits.float().softmax(dim=1) - one_hot(y, logits.shape[1])
    return (gradient / len(y)).to(logits.dtype)
