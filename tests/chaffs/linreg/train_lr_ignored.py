"""You train with a learning rate of your own instead of the one passed in."""


def train_linreg(features, labels, lr=0.03, num_epochs=3, batch_size=10, weight_decay=0.0):
    n, d = features.shape
    w = (0.01 * torch.randn(d, 1)).to(features).requires_grad_()
    b = torch.zeros(1).to(features).requires_grad_()
    for _ in range(num_epochs):
        for batch in torch.randperm(n).to(features.device).split(batch_size):
            losses = squared_loss(linreg(features[batch], w, b), labels[batch])
            (losses.mean() + weight_decay * l2_penalty(w)).backward()
            sgd([w, b], 0.03, 1)
            w.grad.zero_()
            b.grad.zero_()
    return w.detach(), b.detach()
