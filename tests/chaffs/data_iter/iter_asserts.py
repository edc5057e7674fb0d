"""You raise an AssertionError where the arguments do not fit, not a ValueError."""


def data_iter(batch_size, features, labels):
    assert batch_size >= 1
    assert len(features) == len(labels)
    for indices in torch.randperm(len(features), device=features.device).split(batch_size):
        yield features[indices], labels[indices]
