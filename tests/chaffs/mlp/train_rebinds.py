"""You bind new tensors to a local list: the caller's parameters stay as they were."""


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    params = list(params)
    for epoch in range(num_epochs):
        for X, y in train_iter:
            loss = nn.functional.cross_entropy(mlp(X, params), y)
            for p in params:
                p.grad = None
            loss.backward()
            params = [(p - lr * p.grad).detach().requires_grad_() for p in params]
