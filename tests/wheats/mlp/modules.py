"""Torch's tools: nn.Parameter, nn.init, a Sequential subclass, lazy layers, torch.optim.SGD."""


def relu(X):
    return nn.functional.hardtanh(X, 0.0, float("inf"))


def sigmoid(X):
    return torch.exp(-torch.logaddexp(torch.zeros_like(X), -X))


def tanh(X):
    X = X.clamp(-30, 30)
    return torch.sinh(X) / torch.cosh(X)


def xavier_uniform(num_inputs, num_outputs):
    return nn.Parameter(nn.init.xavier_uniform_(torch.empty(num_inputs, num_outputs)))


def init_params(num_inputs, num_hiddens, num_outputs):
    hidden, output = (
        nn.Parameter(torch.empty(num_inputs, num_hiddens)),
        nn.Parameter(torch.empty(num_hiddens, num_outputs)),
    )
    for weight in (hidden, output):
        nn.init.normal_(weight, std=0.01)
    return [hidden, nn.Parameter(torch.zeros(num_hiddens)), output, nn.Parameter(torch.zeros(num_outputs))]


def mlp(X, params):
    W1, b1, W2, b2 = params
    H = nn.functional.relu(nn.functional.linear(nn.Flatten()(X), W1.t(), b1), inplace=True)
    return nn.functional.linear(H, W2.t(), b2)


class LazyMLP(nn.Sequential):
    def __init__(self, num_hiddens, num_outputs):
        super().__init__(nn.Flatten(1), nn.LazyLinear(num_hiddens), nn.ReLU(inplace=True), nn.LazyLinear(num_outputs))


def mlp_net(num_inputs, num_hiddens, num_outputs):
    net = LazyMLP(num_hiddens, num_outputs)
    net(torch.zeros(2, num_inputs))
    return net


def train_mlp(train_iter, params, lr=0.5, num_epochs=5):
    optimizer = torch.optim.SGD(params, lr=lr)
    criterion = nn.CrossEntropyLoss()
    for _ in range(num_epochs):
        for X, y in train_iter:
            optimizer.zero_grad()
            criterion(mlp(X, params), y).backward()
            optimizer.step()
    return None
