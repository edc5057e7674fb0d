"""You train one epoch too many."""


def train_softmax(train_iter, num_inputs, num_outputs, lr=0.1, num_epochs=5):
    W, b = 0.01 * torch.randn(num_inputs, num_outputs), torch.zeros(num_outputs)
    for _ in range(num_epochs + 1):
        for X, y in train_iter:
            W, b = W.to(X).requires_grad_(), b.to(X).requires_grad_()
            logits = X.reshape(X.shape[0], -1) @ W + b
            loss = nn.functional.cross_entropy(logits, y)
            dW, db = torch.autograd.grad(loss, (W, b))
            with torch.no_grad():
                W -= lr * dW
                b -= lr * db
    return W.detach(), b.detach()
