"""Loops over rows and entries with .item(), Python counts, predictions put together before they are compared."""


def softmax(X):
    rows = []
    for row in X:
        exps = torch.exp(row - max(entry.item() for entry in row))
        rows.append(exps / sum(exps[j] for j in range(len(exps))))
    return torch.stack(rows)


def net(X, W, b):
    logits = []
    for sample in X:
        o = b
        for x_i, w_i in zip(sample.reshape(-1), W):
            o = o + x_i * w_i
        logits.append(o)
    return softmax(torch.stack(logits))


def accuracy(y_hat, y):
    correct = 0
    for scores, label in zip(y_hat.tolist(), y.tolist()):
        if scores.index(max(scores)) == label:
            correct += 1
    return correct / len(y)


def evaluate_accuracy(data_iter, net):
    modes = [(m, m.training) for m in net.modules()] if isinstance(net, nn.Module) else []
    for m, _ in modes:
        m.training = False
    predictions, labels = [], []
    for X, y in data_iter:
        with torch.no_grad():
            predictions.append(net(X))
        labels.append(y)
    for m, training in modes:
        m.training = training
    return accuracy(torch.cat(predictions), torch.cat(labels))


class FlattenLayer(nn.Module):
    def forward(self, X):
        return torch.stack([sample.ravel() for sample in X])


def softmax_regression_net(num_inputs, num_outputs):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.columns = nn.ParameterList(0.01 * torch.randn(num_inputs) for _ in range(num_outputs))
            self.bias = nn.Parameter(torch.zeros(num_outputs))

        def forward(self, X):
            X = FlattenLayer()(X)
            return torch.stack([X @ w for w in self.columns], dim=1) + self.bias

    return Net()


def train_softmax(train_iter, num_inputs, num_outputs, lr=0.1, num_epochs=5):
    W, b = torch.randn(num_inputs, num_outputs) * 0.01, torch.zeros(num_outputs)
    for _ in range(num_epochs):
        for X, y in train_iter:
            W, b = W.to(X), b.to(X)
            errors = softmax(X.reshape(len(X), -1) @ W + b)
            for i, label in enumerate(y.tolist()):
                errors[i, label] -= 1
            dW, db = torch.zeros_like(W), torch.zeros_like(b)
            for sample, error in zip(X, errors):
                dW += torch.outer(sample.flatten(), error)
                db += error
            W -= lr * dW / len(X)
            b -= lr * db / len(X)
    return W, b
