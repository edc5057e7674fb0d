"""Layer objects with forward and backward methods, chained; named tuples; results that carry a graph of their own."""

from collections import namedtuple
from functools import reduce

Pass = namedtuple("Pass", "z h o")
Grads = namedtuple("Grads", "W1 W2")


class _Linear:
    def __init__(self, W, b):
        self.W, self.b = torch.nn.Parameter(W.detach().clone()), torch.nn.Parameter(b.detach().clone())

    def forward(self, X):
        self.X = X
        return torch.nn.functional.linear(X, self.W.T, self.b)

    def backward(self, dout):
        self.grads = [self.X.T @ dout, dout.sum(0)]
        return torch.nn.functional.linear(dout, self.W)


class _ReLU:
    grads = ()

    def forward(self, X):
        self.on = X.gt(0)
        return torch.nn.ReLU()(X)

    def backward(self, dout):
        return torch.where(self.on, dout, torch.zeros_like(dout))


class _Mean:
    """Cross-entropy or half the squared error, averaged over the rows."""

    def cross_entropy(self, logits, y):
        self.d = torch.nn.Softmax(dim=1)(logits) - torch.nn.functional.one_hot(y, logits.shape[1])
        return torch.nn.CrossEntropyLoss()(logits, y)

    def squares(self, o, y):
        self.d = o - y
        return torch.nn.MSELoss(reduction="sum")(o, y) / (2 * len(o))

    def backward(self):
        return self.d / len(self.d)


def _chain(W1, b1, W2, b2):
    return [_Linear(W1, b1), _ReLU(), _Linear(W2, b2)]


def _back(layers, dout):
    reduce(lambda upstream, layer: layer.backward(upstream), reversed(layers), dout)
    return [grad for layer in layers for grad in layer.grads]


def _no_bias(W):
    return torch.zeros(W.shape[0], dtype=W.dtype, device=W.device)


def forward(x, W1, W2):
    first, activation, second = _chain(W1.T, _no_bias(W1), W2.T, _no_bias(W2))
    z = first.forward(x.T)
    h = activation.forward(z)
    return Pass(z.T, h.T, second.forward(h).T)


def objective(o, y, W1, W2, lambd):
    decay = sum(torch.linalg.matrix_norm(W).square() for W in [W1, W2])
    return torch.add(_Mean().squares(o.T, y.T), decay, alpha=lambd / 2)


def backward(x, y, W1, W2, lambd):
    layers, loss = _chain(W1.T, _no_bias(W1), W2.T, _no_bias(W2)), _Mean()
    loss.squares(reduce(lambda value, layer: layer.forward(value), layers, x.T), y.T)
    dW1, _, dW2, _ = _back(layers, loss.backward())
    return Grads(dW1.T + lambd * W1, dW2.T + lambd * W2)


def linear_backward(dout, X, W):
    layer = _Linear(W, _no_bias(W.T))
    layer.forward(X)
    return layer.backward(dout), *layer.grads


def relu_backward(dout, X):
    layer = _ReLU()
    layer.forward(X)
    return layer.backward(dout)


def sigmoid_backward(dout, out):
    x = torch.logit(out)
    return dout * torch.sigmoid(x) * torch.sigmoid(-x)


def softmax_cross_entropy_backward(logits, y):
    loss = _Mean()
    return loss.cross_entropy(logits, y), loss.backward()


def mlp_backward(X, y, params):
    layers, loss = _chain(*params), _Mean()
    loss.cross_entropy(reduce(lambda value, layer: layer.forward(value), layers, X), y)
    return tuple(_back(layers, loss.backward()))


def numerical_gradient(f, x, eps=1e-5):
    slope = torch.zeros(x.shape, dtype=torch.float64, device=x.device)

    def visit(index):
        if len(index) < x.dim():
            for i in range(x.shape[len(index)]):
                visit((*index, i))
            return
        before = x.data.clone()
        x.data[index] += eps
        slope[index] = f(x)
        x.data.copy_(before)
        x.data[index] -= eps
        slope[index] = (slope[index] - f(x)) / eps * 0.5
        x.data.copy_(before)

    visit(())
    return slope
