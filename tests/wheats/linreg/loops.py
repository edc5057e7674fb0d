"""Plain Python loops over samples and entries, .item() where no gradient is promised, parameters set entry by entry."""

import random


def linreg(X, w, b):
    rows = []
    for x in X:
        total = b[0]
        for j in range(len(x)):
            total = total + x[j] * w[j, 0]
        rows.append(total)
    return torch.stack(rows).reshape(-1, 1)


def squared_loss(y_hat, y):
    return torch.stack([(y_hat[i, 0] - y.reshape(-1)[i]).pow(2).div(2).reshape(1) for i in range(len(y_hat))])


def l2_penalty(w):
    total = w.new_zeros(())
    for entry in w.flatten():
        total = total + entry * entry / 2
    return total


def linreg_gradient(X, w, b, y):
    n, d = X.shape
    dw, db = torch.zeros_like(w), torch.zeros_like(b)
    for i in range(n):
        error = sum(X[i, j].item() * w[j, 0].item() for j in range(d)) + b.item() - y[i].item()
        for j in range(d):
            dw[j, 0] += error * X[i, j].item() / n
        db[0] += error / n
    return dw, db


def sgd(params, lr, batch_size):
    for p in params:
        flat_grad = p.grad.flatten()
        values = [v.item() - lr * g.item() / batch_size for v, g in zip(p.detach().flatten(), flat_grad)]
        p.data[...] = torch.tensor(values, dtype=p.dtype, device=p.device).reshape(p.shape)


def train_linreg(features, labels, lr=0.03, num_epochs=3, batch_size=10, weight_decay=0.0):
    d = features.shape[1]
    X, y = features.tolist(), labels.reshape(-1).tolist()
    w, b = [random.gauss(0, 0.01) for _ in range(d)], 0.0
    for _ in range(num_epochs):
        order = random.sample(range(len(X)), len(X))
        while order:
            batch, order = order[:batch_size], order[batch_size:]
            errors = [sum(x * v for x, v in zip(X[i], w)) + b - y[i] for i in batch]
            dw = [sum(e * X[i][j] for e, i in zip(errors, batch)) / len(batch) + weight_decay * w[j] for j in range(d)]
            w = [v - lr * g for v, g in zip(w, dw)]
            b -= lr * sum(errors) / len(batch)
    return features.new_tensor(w).reshape(d, 1), features.new_tensor([b])


class _Neuron(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.inputs = nn.ParameterList([nn.Parameter(torch.zeros(d, 1)), nn.Parameter(torch.zeros(1, 1))])
        for j in range(d):
            self.inputs[0].data[j, 0] = random.gauss(0, 0.01)

    def forward(self, X):
        w, b = self.inputs
        return torch.cat([x[None] @ w + b for x in X])


def linreg_net(num_inputs):
    return _Neuron(num_inputs)
