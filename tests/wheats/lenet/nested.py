"""Blocks in a module list, pooling by two maxima, Adam through .data, a file with a JSON header and raw bytes."""

import json
import struct


class Block(nn.Module):
    def __init__(self, layer, pool=None):
        super().__init__()
        self.layer = layer
        self.pool = pool

    def forward(self, X):
        Y = torch.special.expit(self.layer(X))
        if self.pool:
            top, bottom = Y[:, :, 0::2], Y[:, :, 1::2]
            tall = torch.maximum(top, bottom)
            Y = torch.max(tall[..., ::2], tall[..., 1::2])
        return Y


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.ModuleList()
        for channels in ((1, 6), (6, 16)):
            self.blocks.append(Block(nn.Conv2d(*channels, 5, stride=1, padding=0), pool=True))
        for sizes in ((256, 120), (120, 84)):
            self.blocks.append(Block(nn.Linear(*sizes, bias=True)))
        self.out = nn.Linear(in_features=84, out_features=10)
        for p in self.parameters():
            if p.dim() > 1:
                nn.init.xavier_normal_(p)

    def forward(self, X):
        for number, block in enumerate(self.blocks):
            X = block(torch.stack([x.ravel() for x in X]) if number == 2 else X)
        return self.out(X)


def evaluate_accuracy(data_iter, net, device=None):
    is_net = isinstance(net, nn.Module)
    before = {m: m.training for m in net.modules()} if is_net else {}
    if is_net:
        net.eval()
        if device is None:
            try:
                device = next(net.parameters()).device
            except StopIteration:
                pass
    correct = torch.zeros(1, dtype=torch.int64)
    size = 0
    for X, y in data_iter:
        X, y = X.to(device or X.device), y.to(device or y.device)
        with torch.no_grad():
            correct += (net(X).argmax(dim=1) == y).sum().cpu()
        size += y.size(0)
    for m, mode in before.items():
        m.training = mode
    return correct.item() / size


def train(net, train_iter, lr, num_epochs, device=None):
    device = device if device is not None else [p.device for p in net.parameters()][0]
    for module in net.modules():
        module.train()
    net.to(device)
    params = list(net.parameters())
    first = [torch.zeros_like(p.data) for p in params]
    second = [torch.zeros_like(p.data) for p in params]
    b1_t, b2_t = 1.0, 1.0
    criterion = nn.CrossEntropyLoss(reduction="none")
    epoch = 0
    while epoch < num_epochs:
        for features, labels in train_iter:
            features, labels = features.to(device), labels.to(device)
            for p in params:
                p.grad = None
            losses = criterion(net(features), labels)
            losses.sum().div(labels.shape[0]).backward()
            b1_t, b2_t = b1_t * 0.9, b2_t * 0.999
            for p, m, v in zip(params, first, second):
                m.mul_(0.9).add_(p.grad.data, alpha=0.1)
                v.mul_(0.999).addcmul_(p.grad.data, p.grad.data, value=0.001)
                p.data.addcdiv_(m / (1 - b1_t), (v / (1 - b2_t)).sqrt() + 1e-8, value=-lr)
        epoch += 1


def save_parameters(net, path):
    # A header in JSON, then the bytes of each tensor.
    arrays = [(name, value.detach().cpu().numpy()) for name, value in net.state_dict().items()]
    header = json.dumps([(name, array.dtype.name, array.shape) for name, array in arrays]).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<q", len(header)) + header)
        for _, array in arrays:
            file.write(array.tobytes())


def load_parameters(net, path):
    with open(path, "rb") as file:
        (length,) = struct.unpack("<q", file.read(8))
        header = json.loads(file.read(length))
        own = net.state_dict()
        for name, dtype, shape in header:
            dtype = getattr(torch, dtype)
            count = 1
            for size in shape:
                count *= size
            value = torch.frombuffer(bytearray(file.read(count * dtype.itemsize)), dtype=dtype)
            own[name].copy_(value.reshape(shape))
