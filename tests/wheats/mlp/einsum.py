"""Einsum and functional transforms: vmap of grad, jvp, functional_call; a lambda here, a partial there."""

from functools import partial

from torch.func import functional_call, grad, jvp, vmap

relu = partial(torch.clamp, min=0)


def sigmoid(X):
    half = X.clamp(-100, 100) / 2
    up, down = torch.exp(half), torch.exp(-half)
    return up / (up + down)


def tanh(X):
    return 2 * sigmoid(2 * X) - 1


def relu_grad(X):
    return torch.heaviside(X.detach(), X.new_zeros(()))


def sigmoid_grad(X):
    return vmap(grad(torch.sigmoid))(X.reshape(-1)).reshape(X.shape)


def tanh_grad(X):
    return jvp(torch.tanh, (X.detach(),), (torch.ones_like(X),))[1]


def collapse_linear(W_h, b_h, W_o, b_o):
    return torch.einsum("dh,hq->dq", W_h, W_o), torch.einsum("h,hq->q", b_h, W_o) + b_o


def xavier_uniform(num_inputs, num_outputs):
    bound = (6 / (num_inputs + num_outputs)) ** 0.5
    return torch.distributions.Uniform(-bound, bound).sample((num_inputs, num_outputs))


def init_params(num_inputs, num_hiddens, num_outputs):
    normal = torch.distributions.Normal(0.0, 0.01)
    shapes = [(num_inputs, num_hiddens), (num_hiddens,), (num_hiddens, num_outputs), (num_outputs,)]
    return [(normal.sample(s) if len(s) > 1 else torch.zeros(s)).requires_grad_() for s in shapes]


def mlp(X, params):
    W1, b1, W2, b2 = params
    H = torch.einsum("nd,dh->nh", X.flatten(1), W1).add(b1)
    return torch.einsum("nh,hq->nq", (H + H.abs()) / 2, W2).add(b2)


class Net(nn.Module):
    def __init__(self, num_inputs, num_hiddens, num_outputs):
        super().__init__()
        self.body = nn.ModuleDict(
            {"hidden": nn.Linear(num_inputs, num_hiddens), "out": nn.Linear(num_hiddens, num_outputs)}
        )
        self.register_buffer("zero", torch.zeros(()))

    def forward(self, X):
        return self.body["out"](torch.maximum(self.body["hidden"](X.flatten(1)), self.zero))


def mlp_net(num_inputs, num_hiddens, num_outputs):
    return Net(num_inputs, num_hiddens, num_outputs)


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    """Trains copies in a module and writes them back at the end of each epoch."""
    W1, b1, W2, b2 = params
    net = mlp_net(W1.shape[0], W1.shape[1], W2.shape[1]).to(device=W1.device, dtype=W1.dtype)
    names = ["body.hidden.weight", "body.hidden.bias", "body.out.weight", "body.out.bias"]
    values = {name: (p.t() if p.dim() == 2 else p).detach().clone() for name, p in zip(names, params)}

    def loss(values, X, y):
        return nn.functional.cross_entropy(functional_call(net, values, (X,)), y)

    for _ in range(num_epochs):
        for X, y in train_iter:
            gradients = grad(loss)(values, X, y)
            values = {name: value - lr * gradients[name] for name, value in values.items()}
        with torch.no_grad():
            for name, p in zip(names, params):
                p.copy_(values[name].t() if p.dim() == 2 else values[name])
