"""Batches kept in a list, momentum-free SGD with log_softmax and nll_loss, random's gauss, new leaves each step."""

import math
import random
from functools import partial


def softmax(X):
    top, _ = X.sort(dim=1, descending=True)
    exps = torch.pow(math.e, X - top[:, :1])
    return (exps.T / exps.sum(1)).T


def net(X, W, b):
    rows = torch.cat([X.reshape(X.shape[0], -1), torch.ones_like(X.reshape(X.shape[0], -1)[:, :1])], 1)
    return softmax(rows.matmul(torch.cat([W, b[None]])))


def accuracy(y_hat, y):
    hits = [int(row.argmax() == label) for row, label in zip(y_hat, y)]
    return float(sum(hits)) / len(hits)


def evaluate_accuracy(data_iter, net):
    is_module = isinstance(net, nn.Module)
    modes = {m: m.training for m in net.modules()} if is_module else {}
    if is_module:
        net.eval()
    right, seen = torch.zeros(()), 0
    for batch in data_iter:
        with torch.no_grad():
            right = right + (net(batch[0]).argmax(dim=1) == batch[1]).sum()
        seen += batch[1].numel()
    for module, mode in modes.items():
        module.training = mode
    return right.item() / seen


class FlattenLayer(nn.Module):
    def forward(self, X):
        return torch.flatten(X, 1)


def softmax_regression_net(num_inputs, num_outputs):
    linear = nn.Linear(num_inputs, num_outputs, bias=True)
    weight = torch.tensor([[random.gauss(0, 0.01) for _ in range(num_inputs)] for _ in range(num_outputs)])
    linear.load_state_dict({"weight": weight, "bias": torch.zeros(num_outputs)})

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.layers = nn.ModuleList([FlattenLayer(), linear])

        def forward(self, X):
            for layer in self.layers:
                X = layer(X)
            return X

    return Net()


def train_softmax(train_iter, num_inputs, num_outputs, lr=0.1, num_epochs=5):
    batches = [(X.reshape(len(X), num_inputs), y) for X, y in train_iter]
    options = {"dtype": batches[0][0].dtype, "device": batches[0][0].device}
    gauss = partial(random.gauss, 0, 0.01)
    W = torch.tensor([[gauss() for _ in range(num_outputs)] for _ in range(num_inputs)], **options)
    b = torch.zeros(num_outputs, **options)
    for X, y in batches * num_epochs:
        W, b = W.detach().requires_grad_(), b.detach().requires_grad_()
        loss = nn.functional.nll_loss(torch.log_softmax(X @ W + b, dim=1), y)
        loss.backward()
        W, b = W - lr * W.grad, b - lr * b.grad
    return W, b
