"""Buffers written in place, sub_ on .data, set_grad_enabled, retained views of one flat parameter, BatchSampler."""

from torch.utils.data import BatchSampler, RandomSampler


def linreg(X, w, b):
    y_hat = torch.empty(len(X), 1, dtype=X.dtype, device=X.device).copy_(b.expand(len(X), 1))
    y_hat += X.mv(w[:, 0]).unsqueeze(-1)
    return y_hat


def squared_loss(y_hat, y):
    loss = y_hat.clone()
    loss -= y.reshape(y_hat.size())
    return loss.square().div_(2)


def l2_penalty(w):
    return (w.T @ w).squeeze() / 2


def linreg_gradient(X, w, b, y):
    error = X @ w
    error += b
    error -= y.reshape(error.shape)
    error /= error.shape[0]
    return X.mT.mm(error), error.sum(0)


def sgd(params, lr, batch_size):
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    for i in range(len(params)):
        params[i].sub_(params[i].grad.mul(lr).div(batch_size))
    torch.set_grad_enabled(before)


def train_linreg(features, labels, lr=0.03, num_epochs=3, batch_size=10, weight_decay=0.0):
    n, d = features.shape
    theta = torch.zeros(d + 1, 1, dtype=features.dtype, device=features.device, requires_grad=True)
    for _ in range(num_epochs):
        for batch in BatchSampler(RandomSampler(range(n)), batch_size, drop_last=False):
            theta.grad = None
            w, b = theta[:d], theta[d]
            y = labels[batch].reshape(-1, 1)
            loss = (features[batch] @ w + b - y).pow(2).sum() / (2 * len(batch))
            if weight_decay:
                loss = loss + weight_decay * l2_penalty(w)
            loss.backward()
            theta.data.sub_(lr * theta.grad)
    return theta[:d], theta[d]


def linreg_net(num_inputs):
    class Regression(nn.Module):
        def __init__(self):
            super().__init__()
            self.register_parameter("b", nn.Parameter(torch.zeros(1, 1)))
            self.register_parameter("W", nn.Parameter(torch.empty(1, num_inputs)))
            nn.init.trunc_normal_(self.W, std=0.01, a=-1, b=1)

        def forward(self, X):
            return X @ self.W.T + self.b

    return Regression()
