"""You put new tensors into the caller's list instead of changing those that are there."""


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    for epoch in range(num_epochs):
        for X, y in train_iter:
            loss = nn.functional.cross_entropy(mlp(X, params), y)
            for p in params:
                p.grad = None
            loss.backward()
            for i, p in enumerate(params):
                params[i] = (p - lr * p.grad).detach().requires_grad_()
