"""You make one iterator for all epochs: it is exhausted after the first."""


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    batches = iter(train_iter)
    for epoch in range(num_epochs):
        for X, y in batches:
            loss = nn.functional.cross_entropy(mlp(X, params), y)
            for p in params:
                p.grad = None
            loss.backward()
            with torch.no_grad():
                for p in params:
                    p -= lr * p.grad
