"""You leave the one-hot rows as integers, which no loss can be multiplied with."""


def one_hot(y, num_classes):
    return torch.nn.functional.one_hot(y, num_classes)
