"""You convert the batches to float32, which the parameters need not be."""


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    for epoch in range(num_epochs):
        for X, y in train_iter:
            X = X.float()
            loss = nn.functional.cross_entropy(mlp(X, params), y)
            for p in params:
                p.grad = None
            loss.backward()
            with torch.no_grad():
                for p in params:
                    p -= lr * p.grad
