"""einsum throughout, copy_ in sgd, torch.autograd.grad in the loop, and an nn.Module with its own parameters."""


def linreg(X, w, b):
    return torch.einsum("nd,dq->nq", X, w) + b


def squared_loss(y_hat, y):
    return 0.5 * torch.square(y_hat - y.view_as(y_hat))


def l2_penalty(w):
    return 0.5 * torch.einsum("dq,dq->", w, w)


def linreg_gradient(X, w, b, y):
    error = (torch.einsum("nd,dq->nq", X, w) + b).flatten() - y.flatten()
    n = X.shape[0]
    return torch.einsum("nd,n->d", X, error).unsqueeze(1) / n, torch.einsum("n->", error).reshape(1) / n


@torch.no_grad()
def sgd(params, lr, batch_size):
    for p in params:
        p.copy_(p - p.grad * lr / batch_size)


def train_linreg(features, labels, lr=0.03, num_epochs=3, batch_size=10, weight_decay=0.0):
    w = features.new_zeros(features.shape[1], 1, requires_grad=True)
    b = features.new_zeros(1, requires_grad=True)
    for _ in range(num_epochs):
        order = torch.randperm(len(features)).to(features.device)
        for i in range(0, len(features), batch_size):
            batch = order[i : i + batch_size]
            loss = squared_loss(linreg(features[batch], w, b), labels[batch]).mean() + weight_decay * l2_penalty(w)
            dw, db = torch.autograd.grad(loss, (w, b))
            with torch.no_grad():
                w.sub_(lr * dw)
                b.sub_(lr * db)
    return w, b


class _Linear(nn.Module):
    def __init__(self, num_inputs):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(()))
        self.slope = nn.Parameter(torch.randn(num_inputs) * 0.01)

    def forward(self, X):
        return torch.einsum("nd,d->n", X, self.slope)[:, None] + self.bias


def linreg_net(num_inputs):
    return _Linear(num_inputs)
