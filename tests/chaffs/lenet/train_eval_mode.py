"""You never switch to train mode: a net that was evaluated before trains without dropout."""


def train(net, train_iter, lr, num_epochs, device=None):
    if device is None:
        device = next(net.parameters()).device
    net.to(device)
    optimizer = torch.optim.Adam(net.parameters(), lr=lr)
    for _ in range(num_epochs):
        for X, y in train_iter:
            loss = nn.functional.cross_entropy(net(X.to(device)), y.to(device))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
