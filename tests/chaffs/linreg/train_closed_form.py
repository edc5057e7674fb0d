"""You solve the least squares problem directly, so the learning rate and the epochs do nothing."""


def train_linreg(features, labels, lr=0.03, num_epochs=3, batch_size=10, weight_decay=0.0):
    inputs = torch.cat([features, torch.ones_like(features[:, :1])], dim=1)
    theta = torch.linalg.lstsq(inputs, labels.reshape(-1, 1)).solution
    return theta[:-1], theta[-1]
