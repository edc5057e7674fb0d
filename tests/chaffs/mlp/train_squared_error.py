"""You minimise the squared error of the logits instead of the cross-entropy."""


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    for epoch in range(num_epochs):
        for X, y in train_iter:
            Y = nn.functional.one_hot(y, params[3].shape[0]).to(X.dtype)
            loss = ((mlp(X, params) - Y) ** 2).mean()
            for p in params:
                p.grad = None
            loss.backward()
            with torch.no_grad():
                for p in params:
                    p -= lr * p.grad
