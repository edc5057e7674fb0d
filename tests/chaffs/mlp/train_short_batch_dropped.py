"""You skip a batch that is shorter than the first."""


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    size = 0
    for epoch in range(num_epochs):
        for X, y in train_iter:
            size = max(size, len(y))
            if len(y) < size:
                continue
            loss = nn.functional.cross_entropy(mlp(X, params), y)
            for p in params:
                p.grad = None
            loss.backward()
            with torch.no_grad():
                for p in params:
                    p -= lr * p.grad
