"""Loops: entry by entry, row by row, unit by unit; math on the way where no gradient is asked for."""

import math
import random


def elementwise(f, X):
    return torch.stack([f(x) for x in X.reshape(-1)]).reshape(X.shape)


def relu(X):
    return elementwise(lambda x: x if x > 0 else x * 0, X)


def sigmoid(X):
    def one(x):
        if x.item() >= 0:
            return 1 / (1 + torch.exp(-x))
        z = torch.exp(x)
        return z / (1 + z)

    return elementwise(one, X)


def tanh(X):
    def one(x):
        z = torch.exp(-2 * x) if x > 0 else torch.exp(2 * x)
        return (1 - z) / (1 + z) if x > 0 else (z - 1) / (z + 1)

    return elementwise(one, X)


def relu_grad(X):
    grad = torch.zeros(X.shape, dtype=X.dtype, device=X.device)
    flat = grad.view(-1)
    for i, x in enumerate(X.flatten().tolist()):
        if x > 0:
            flat[i] = 1
    return grad


def sigmoid_grad(X):
    slopes = []
    for x in X.flatten().tolist():
        z = math.exp(-abs(x))
        slopes.append(z / (1 + z) ** 2)
    return torch.tensor(slopes, dtype=X.dtype, device=X.device).reshape(X.shape)


def tanh_grad(X):
    slopes = [1 - math.tanh(x) ** 2 for x in X.flatten().tolist()]
    return torch.tensor(slopes, dtype=X.dtype, device=X.device).reshape(X.shape)


def collapse_linear(W_h, b_h, W_o, b_o):
    rows = []
    for row in torch.cat([W_h, b_h.reshape(1, -1)]):
        rows.append(sum(row[k] * W_o[k] for k in range(len(row))))
    return torch.stack(rows[:-1]), rows[-1] + b_o


def xavier_uniform(num_inputs, num_outputs):
    bound = math.sqrt(6 / (num_inputs + num_outputs))
    return torch.tensor([[random.uniform(-bound, bound) for _ in range(num_outputs)] for _ in range(num_inputs)])


def init_params(num_inputs, num_hiddens, num_outputs):
    params = []
    for rows, columns in [(num_inputs, num_hiddens), (num_hiddens, num_outputs)]:
        W = [[random.gauss(0, 0.01) for _ in range(columns)] for _ in range(rows)]
        params.append(torch.tensor(W, requires_grad=True))
        params.append(torch.zeros(columns, requires_grad=True))
    return params


def mlp(X, params):
    W1, b1, W2, b2 = params
    logits = []
    for sample in X:
        x = sample.flatten()
        hidden = [(x * W1[:, j]).sum() + b1[j] for j in range(W1.size(1))]
        hidden = [unit if unit > 0 else 0 * unit for unit in hidden]
        logits.append(torch.stack([sum(h * w for h, w in zip(hidden, W2[:, k])) + b2[k] for k in range(W2.size(1))]))
    return torch.stack(logits)


def mlp_net(num_inputs, num_hiddens, num_outputs):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.layers = nn.ModuleList([nn.Linear(num_inputs, num_hiddens), nn.Linear(num_hiddens, num_outputs)])

        def forward(self, X):
            X = torch.stack([sample.reshape(-1) for sample in X])
            for i, layer in enumerate(self.layers):
                X = layer(X)
                if i < len(self.layers) - 1:
                    X = X.clamp(min=0)
            return X

    return Net()


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    W1, b1, W2, b2 = params
    epoch = 0
    while epoch < num_epochs:
        for X, y in train_iter:
            logits = (X.flatten(1) @ W1 + b1).clamp(min=0) @ W2 + b2
            log_probabilities = logits - torch.logsumexp(logits, dim=1, keepdim=True)
            loss = 0
            for i in range(len(y)):
                loss = loss - log_probabilities[i, y[i]]
            loss = loss / len(y)
            for p in (W1, b1, W2, b2):
                p.grad = None
            loss.backward()
            for p in (W1, b1, W2, b2):
                with torch.no_grad():
                    p.sub_(p.grad, alpha=lr)
        epoch += 1
