"""An nn.ModuleList kept in an attribute; torch.nn.functional; new values copied into the parameters."""

import torch.nn.functional as F


class MySequential(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.ModuleList(layers)

    def forward(self, X):
        out = X
        for i in range(len(self.layers)):
            out = self.layers[i](out)
        return out


class MyModuleList(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.inner = nn.ModuleList()
        self.inner.extend(list(layers))

    def __getitem__(self, index):
        return self.inner[index]

    def __len__(self):
        return len(self.inner)

    def __iter__(self):
        return iter(self.inner)

    def append(self, layer):
        self.inner.append(layer)


class CenteredLayer(nn.Module):
    def forward(self, X):
        return torch.subtract(X, X.sum() / X.numel())


class MyLinear(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super().__init__()
        self.bias = nn.Parameter(torch.rand(num_outputs) - 0.5, requires_grad=True)
        self.weight = nn.Parameter(nn.init.kaiming_uniform_(torch.empty(num_outputs, num_inputs)).T.contiguous())

    def forward(self, X):
        return F.linear(X, self.weight.T, self.bias)


@torch.no_grad()
def init_normal(net, std=0.01):
    for name, tensor in net.named_parameters():
        if name[-6:] == "weight":
            tensor.copy_(torch.randn_like(tensor) * std)
        elif name[-4:] == "bias":
            tensor.fill_(0)


def count_parameters(net):
    unique = {id(p): p for p in net.parameters()}
    return sum(p.shape.numel() for p in unique.values() if p.requires_grad)


class _Repeat(nn.Module):
    def __init__(self, layer, repeats):
        super().__init__()
        self.layer = layer
        self.repeats = repeats

    def forward(self, X):
        for _ in range(self.repeats):
            X = self.layer(X)
        return X


def tied_net(layer, repeats):
    return _Repeat(layer, repeats)


def move_to(net, device):
    return net._apply(lambda tensor: tensor.to(device))
