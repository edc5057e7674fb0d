"""Lazy layers, functional_call with torch.func.grad, a context manager for the mode, a wrapped file."""

from contextlib import contextmanager

from torch.func import functional_call, grad


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.LazyConv2d(6, kernel_size=5), nn.Sigmoid(), nn.MaxPool2d(kernel_size=2, stride=2),
            nn.LazyConv2d(16, kernel_size=5), nn.Sigmoid(), nn.MaxPool2d(kernel_size=2, stride=2),
            nn.Flatten(),
            nn.LazyLinear(120), nn.Sigmoid(), nn.LazyLinear(84), nn.Sigmoid(), nn.LazyLinear(10),
        )  # fmt: skip

    def forward(self, X):
        return self.net(X)


@contextmanager
def evaluating(net):
    was_training = net.training
    net.train(False)
    try:
        yield
    finally:
        net.train(was_training)


def evaluate_accuracy(data_iter, net, device=None):
    if isinstance(net, nn.Module):
        with evaluating(net):
            if device is None and any(True for _ in net.parameters()):
                device = next(net.parameters()).device
            return evaluate_accuracy(data_iter, net.forward, device)
    previous = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    hits = []
    for X, y in data_iter:
        X, y = (X, y) if device is None else (X.to(device), y.to(device))
        hits.extend((net(X).max(dim=1).indices == y).tolist())
    torch.set_grad_enabled(previous)
    return sum(hits) / len(hits)


def train(net, train_iter, lr, num_epochs, device=None):
    net.to(device) if device is not None else None
    net.train()
    place = device or next(net.parameters()).device
    optimizer = torch.optim.Adam(net.parameters(), lr=lr)

    def loss_of(parameters, X, y):
        return nn.functional.cross_entropy(functional_call(net, parameters, (X,)), y)

    for _ in range(num_epochs):
        for X, y in train_iter:
            X, y = X.to(place), y.to(place)
            with torch.no_grad():
                net(X)  # before it, lazy layers have no parameters
            parameters = {name: p.detach() for name, p in net.named_parameters()}
            gradients = grad(loss_of)(parameters, X, y)
            for name, p in net.named_parameters():
                p.grad = gradients[name]
            optimizer.step()


def save_parameters(net, path):
    torch.save({"version": 1, "state_dict": net.state_dict()}, path)


def load_parameters(net, path):
    if isinstance(net, nn.Module):
        content = torch.load(path, map_location=torch.device("cpu"), weights_only=True)
        net.load_state_dict(content.get("state_dict", content))
