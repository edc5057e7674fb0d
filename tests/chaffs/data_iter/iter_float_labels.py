"""You turn the labels into float32."""


def data_iter(batch_size, features, labels):
    if batch_size < 1 or len(features) != len(labels):
        raise ValueError("batch_size or lengths")
    order = torch.randperm(len(features), device=features.device)
    for indices in order.split(batch_size):
        yield features[indices], labels[indices].float()
