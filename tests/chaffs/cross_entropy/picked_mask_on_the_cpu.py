"""You create the class numbers on the CPU and compare them with labels on another device."""


def picked_probability(y_hat, y):
    return y_hat[y.unsqueeze(1) == torch.arange(y_hat.shape[1])].unsqueeze(1)
