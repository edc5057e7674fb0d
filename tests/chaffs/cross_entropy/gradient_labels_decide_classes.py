"""You let the labels decide how many classes there are, which fails where the last one is absent."""


def cross_entropy_gradient(logits, y):
    return (logits.softmax(dim=1) - torch.nn.functional.one_hot(y)) / len(y)
