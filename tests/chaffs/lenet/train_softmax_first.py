"""You apply the softmax before a loss that applies it itself."""


def train(net, train_iter, lr, num_epochs, device=None):
    if device is None:
        device = next(net.parameters()).device
    net.to(device)
    net.train()
    optimizer = torch.optim.Adam(net.parameters(), lr=lr)
    for _ in range(num_epochs):
        for X, y in train_iter:
            loss = nn.functional.cross_entropy(net(X.to(device)).softmax(dim=1), y.to(device))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
