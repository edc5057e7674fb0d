"""You step W2 before its old value has gone into the gradient of W1."""


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    for epoch in range(num_epochs):
        for X, y in train_iter:
            W1, b1, W2, b2 = [p.data for p in params]
            rows = X.flatten(1)
            Z = rows @ W1 + b1
            H = Z.clamp(min=0)
            error = torch.softmax(H @ W2 + b2, dim=1)
            error[torch.arange(len(y), device=y.device), y] -= 1
            error /= len(y)
            W2 -= lr * H.T @ error
            b2 -= lr * error.sum(dim=0)
            dZ = (error @ W2.T) * (Z > 0)
            W1 -= lr * rows.T @ dZ
            b1 -= lr * dZ.sum(dim=0)
