"""Autograd everywhere: functions with a backward of their own, derivatives by autograd, autograd.grad in training."""


class Relu(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X):
        ctx.save_for_backward(X)
        return X.clamp_min(0)

    @staticmethod
    def backward(ctx, upstream):
        (X,) = ctx.saved_tensors
        return upstream * (X > 0)


class Sigmoid(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X):
        z = torch.exp(-X.abs())
        out = torch.where(X >= 0, 1 / (1 + z), z / (1 + z))
        ctx.save_for_backward(out)
        return out

    @staticmethod
    def backward(ctx, upstream):
        (out,) = ctx.saved_tensors
        return upstream * out * (1 - out)


class Tanh(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X):
        z = torch.exp(-2 * X.abs())
        out = torch.sign(X) * (1 - z) / (1 + z)
        ctx.save_for_backward(out)
        return out

    @staticmethod
    def backward(ctx, upstream):
        (out,) = ctx.saved_tensors
        return upstream * (1 - out * out)


def relu(X):
    return Relu.apply(X)


sigmoid = Sigmoid.apply
tanh = Tanh.apply


def slope(f, X):
    X = X.detach().requires_grad_()
    with torch.enable_grad():
        (grad,) = torch.autograd.grad(f(X).sum(), X)
    return grad


def relu_grad(X):
    return slope(relu, X)


def sigmoid_grad(X):
    return slope(torch.sigmoid, X)


def tanh_grad(X):
    return slope(torch.tanh, X)


def mlp(X, params):
    W1, b1, W2, b2 = params
    return torch.addmm(b2, torch.relu(torch.addmm(b1, X.flatten(start_dim=1), W1)), W2)


def mlp_net(num_inputs, num_hiddens, num_outputs):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.params = nn.ParameterList(init_params(num_inputs, num_hiddens, num_outputs))

        def forward(self, X):
            return mlp(X, list(self.params))

    return Net()


def init_params(num_inputs, num_hiddens, num_outputs):
    return [
        torch.normal(0.0, 0.01, (num_inputs, num_hiddens), requires_grad=True),
        torch.zeros(num_hiddens).requires_grad_(),
        torch.normal(0.0, 0.01, size=(num_hiddens, num_outputs)).requires_grad_(True),
        torch.zeros(num_outputs, requires_grad=True),
    ]


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    def step(X, y):
        gradients = torch.autograd.grad(nn.CrossEntropyLoss()(mlp(X, params), y), params)
        for p, g in zip(params, gradients):
            p.data.add_(g, alpha=-lr)

    for _ in range(num_epochs):
        for batch in train_iter:
            step(*batch)
