"""Adam by hand with the notes' eps, one copy into each parameter, a Sequential subclass, batches put together."""

from collections import OrderedDict


class LeNet(nn.Sequential):
    def __init__(self):
        pool = nn.MaxPool2d(2)
        super().__init__(
            OrderedDict(
                conv1=nn.Conv2d(1, 6, (5, 5)), s1=nn.Sigmoid(), p1=pool,
                conv2=nn.Conv2d(6, 16, (5, 5)), s2=nn.Sigmoid(), p2=pool, flat=nn.Flatten(start_dim=1),
                fc1=nn.Linear(256, 120), s3=nn.Sigmoid(),
                fc2=nn.Linear(120, 84), s4=nn.Sigmoid(), fc3=nn.Linear(84, 10),
            )
        )  # fmt: skip


def evaluate_accuracy(data_iter, net, device=None):
    modes = [(m, m.training) for m in net.modules()] if isinstance(net, nn.Module) else []
    for m, _ in modes:
        m.training = False
    if device is None and modes:
        devices = {p.device for p in net.parameters()}
        device = devices.pop() if devices else None
    predictions, labels = [], []
    for X, y in data_iter:
        with torch.no_grad():
            predictions += net(X.to(device=device) if device is not None else X).argmax(1).tolist()
        labels += y.tolist()
    for m, mode in modes:
        m.training = mode
    return sum(p == l for p, l in zip(predictions, labels)) / len(labels)


def train(net, train_iter, lr, num_epochs, device=None):
    net.train()
    if device is not None:
        net.to(device)
    states = {}
    t = 0
    for _ in range(num_epochs):
        for X, y in train_iter:
            t += 1
            if device is not None:
                X, y = X.to(device), y.to(device)
            net.zero_grad()
            logits = net(X)
            loss = (torch.logsumexp(logits, 1) - logits.gather(1, y.view(-1, 1)).squeeze(1)).mean()
            loss.backward()
            for p in net.parameters():
                if p not in states:
                    states[p] = (torch.zeros_like(p), torch.zeros_like(p))
                v, s = states[p]
                with torch.no_grad():
                    v[:] = 0.9 * v + 0.1 * p.grad
                    s[:] = 0.999 * s + 0.001 * p.grad**2
                    p -= lr * (v / (1 - 0.9**t)) / ((s / (1 - 0.999**t)).sqrt() + 1e-6)


def save_parameters(net, path):
    state = OrderedDict()
    for key, value in net.state_dict().items():
        state[key] = value.clone()
    torch.save(state, path, _use_new_zipfile_serialization=False)


def load_parameters(net, path):
    state = torch.load(path, map_location=lambda storage, location: storage, weights_only=True)
    with torch.no_grad():
        for name, tensor in net.state_dict().items():
            tensor.copy_(state[name])
