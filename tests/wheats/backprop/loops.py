"""Plain Python loops over samples and entries; numbers read with .item(), index tuples, steps put back by hand."""

import itertools
import math


def forward(x, W1, W2):
    d, n = x.shape
    h, q = W1.shape[0], W2.shape[0]
    z, out = x.new_zeros(h, n), x.new_zeros(q, n)
    for j in range(n):
        for i in range(h):
            z[i, j] = sum(W1[i, k] * x[k, j] for k in range(d))
    hidden = torch.where(z > 0, z, torch.zeros_like(z))
    for j in range(n):
        for i in range(q):
            out[i, j] = sum(W2[i, k] * hidden[k, j] for k in range(h))
    return z, hidden, out


def objective(o, y, W1, W2, lambd):
    q, n = o.shape
    total = o.new_tensor(0.0)
    for j in range(n):
        for i in range(q):
            total += 0.5 * (o[i, j] - y[i, j]) ** 2 / n
    for W in (W1, W2):
        for w in W.flatten():
            total += lambd / 2 * w * w
    return total


def backward(x, y, W1, W2, lambd):
    z, hidden, o = forward(x, W1, W2)
    dW1, dW2 = lambd * W1, lambd * W2
    n = x.shape[1]
    for sample in range(n):
        error = [(o[k, sample] - y[k, sample]) / n for k in range(len(y))]
        for i in range(len(W1)):
            arriving = sum(error[k] * W2[k, i] for k in range(len(y)))
            for k in range(len(y)):
                dW2[k, i] += error[k] * hidden[i, sample]
            if z[i, sample] > 0:
                for j in range(len(x)):
                    dW1[i, j] += arriving * x[j, sample]
    return dW1, dW2


def linear_backward(dout, X, W):
    dX, dW, db = torch.zeros_like(X), torch.zeros_like(W), dout.new_zeros(dout.shape[1])
    for i in range(X.shape[0]):
        for k in range(W.shape[1]):
            db[k] += dout[i, k]
            for j in range(W.shape[0]):
                dX[i, j] += dout[i, k] * W[j, k]
                dW[j, k] += dout[i, k] * X[i, j]
    return dX, dW, db


def relu_backward(dout, X):
    rows = [[g if v > 0 else 0.0 for g, v in zip(*pair)] for pair in zip(dout.tolist(), X.tolist())]
    return torch.tensor(rows, dtype=dout.dtype, device=dout.device)


def sigmoid_backward(dout, out):
    gradient = torch.empty_like(out)
    for i in range(out.size(0)):
        for j in range(out.size(1)):
            s = out[i, j].item()
            gradient[i, j] = dout[i, j].item() * s * (1 - s)
    return gradient


def softmax_cross_entropy_backward(logits, y):
    n, losses, rows = len(y), [], []
    for scores, label in zip(logits.tolist(), y.tolist()):
        top = max(scores)
        partition = sum(math.exp(s - top) for s in scores)
        losses.append(math.log(partition) + top - scores[label])
        rows.append([(math.exp(s - top) / partition - (k == label)) / n for k, s in enumerate(scores)])
    return logits.new_tensor(sum(losses) / n), logits.new_tensor(rows)


def mlp_backward(X, y, params):
    W1, b1, W2, b2 = params
    grads = [torch.zeros_like(p) for p in params]
    for x, label in zip(X, y):
        z = b1 + sum(x[j] * W1[j] for j in range(len(x)))
        hidden = torch.stack([v if v > 0 else v * 0 for v in z])
        o = b2 + sum(hidden[j] * W2[j] for j in range(len(hidden)))
        delta = torch.softmax(o, dim=0)
        delta[label] -= 1
        back = torch.stack([(row * delta).sum() if v > 0 else v * 0 for row, v in zip(W2, z)])
        shares = [torch.outer(x, back), back, torch.outer(hidden, delta), delta]
        for grad, share in zip(grads, shares):
            grad += share / len(X)
    return grads


def numerical_gradient(f, x, eps=1e-5):
    gradient = torch.zeros_like(x)
    for index in itertools.product(*[range(size) for size in x.shape]):
        old = x[index].item()
        x[index] = old + eps
        above = float(f(x))
        x[index] = old - eps
        below = float(f(x))
        x[index] = old
        gradient[index] = (above - below) / (2 * eps)
    return gradient
