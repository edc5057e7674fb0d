"""You flatten the images before the net sees them: a convolution needs them as they are."""


def train(net, train_iter, lr, num_epochs, device=None):
    if device is None:
        device = next(net.parameters()).device
    net.to(device)
    net.train()
    optimizer = torch.optim.Adam(net.parameters(), lr=lr)
    for _ in range(num_epochs):
        for X, y in train_iter:
            loss = nn.functional.cross_entropy(net(X.flatten(1).to(device)), y.to(device))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
