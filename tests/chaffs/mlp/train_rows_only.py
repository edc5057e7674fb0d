"""You expect rows: images are not flattened."""


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    for epoch in range(num_epochs):
        for X, y in train_iter:
            W1, b1, W2, b2 = params
            logits = torch.relu(X @ W1 + b1) @ W2 + b2
            loss = nn.functional.cross_entropy(logits, y)
            for p in params:
                p.grad = None
            loss.backward()
            with torch.no_grad():
                for p in params:
                    p -= lr * p.grad
