"""You build a new float32 tensor from the losses, which cuts the graph and drops the dtype."""


def squared_loss(y_hat, y):
    return torch.tensor([[(a - c) ** 2 / 2] for a, c in zip(y_hat.flatten().tolist(), y.flatten().tolist())])
