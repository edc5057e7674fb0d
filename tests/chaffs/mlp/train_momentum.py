"""You add momentum to the steps."""


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    optimizer = torch.optim.SGD(params, lr=lr, momentum=0.9)
    for epoch in range(num_epochs):
        for X, y in train_iter:
            loss = nn.functional.cross_entropy(mlp(X, params), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
