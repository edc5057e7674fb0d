"""You divide by the first batch's size: a short batch counts too little."""


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    batch_size = None
    for epoch in range(num_epochs):
        for X, y in train_iter:
            batch_size = batch_size or len(y)
            loss = nn.functional.cross_entropy(mlp(X, params), y, reduction="sum") / batch_size
            for p in params:
                p.grad = None
            loss.backward()
            with torch.no_grad():
                for p in params:
                    p -= lr * p.grad
