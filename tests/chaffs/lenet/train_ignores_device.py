"""You leave net and batches where they are and ignore the device."""


def train(net, train_iter, lr, num_epochs, device=None):
    net.train()
    optimizer = torch.optim.Adam(net.parameters(), lr=lr)
    for _ in range(num_epochs):
        for X, y in train_iter:
            loss = nn.functional.cross_entropy(net(X), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
