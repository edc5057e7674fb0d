"""You never clear the gradients: each step uses the sum of all earlier ones."""


def train(net, train_iter, lr, num_epochs, device=None):
    if device is None:
        device = next(net.parameters()).device
    net.to(device)
    net.train()
    optimizer = torch.optim.Adam(net.parameters(), lr=lr)
    for _ in range(num_epochs):
        for X, y in train_iter:
            loss = nn.functional.cross_entropy(net(X.to(device)), y.to(device))
            loss.backward()
            optimizer.step()
