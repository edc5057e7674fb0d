"""You make a new Adam for each batch: it forgets what it has seen."""


def train(net, train_iter, lr, num_epochs, device=None):
    if device is None:
        device = next(net.parameters()).device
    net.to(device)
    net.train()
    for _ in range(num_epochs):
        for X, y in train_iter:
            loss = nn.functional.cross_entropy(net(X.to(device)), y.to(device))
            optimizer = torch.optim.Adam(net.parameters(), lr=lr)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
