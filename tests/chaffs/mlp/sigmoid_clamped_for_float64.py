"""You clamp for float64 alone: in float32 exp overflows much earlier."""


def sigmoid(X):
    return 1 / (1 + torch.exp(-X.clamp(-700, 700)))
