"""Building models, Mina K."""
import torch
from torch import nn
from torch.nn import functional as F


class MySequential(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.ModuleList(layers)

    def forward(self, X):
        for layer in self.layers:
            X = layer(X)
        return X


class MyModuleList(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.names = []
        for layer in layers:
            self.append(layer)

    def append(self, layer):
        name = "layer%d" % len(self.names)
        setattr(self, name, layer)      # nn.Module.__setattr__ registers it
        self.names.append(name)

    def __getitem__(self, index):
        return getattr(self, self.names[index])

    def __len__(self):
        return len(self.names)

    def __iter__(self):
        for name in self.names:
            yield getattr(self, name)


class CenteredLayer(nn.Module):
    def forward(self, X):
        return X.sub(X.sum() / X.numel())


class MyLinear(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(num_inputs, num_outputs))
        self.bias = nn.Parameter(torch.empty(num_outputs))
        nn.init.xavier_uniform_(self.weight)
        nn.init.zeros_(self.bias)

    def forward(self, X):
        return F.linear(X, self.weight.T, self.bias)


def init_normal(net, std=0.01):
    for name, p in net.named_parameters():
        if name.endswith("weight"):
            nn.init.normal_(p, std=std)
        if name.endswith("bias"):
            nn.init.constant_(p, 0.0)


def count_parameters(net):
    sizes = {id(p): p.numel() for p in net.parameters() if p.requires_grad}
    return sum(sizes.values())


class Repeat(nn.Module):
    def __init__(self, layer, times):
        super().__init__()
        self.layer = layer
        self.times = times

    def forward(self, X):
        for _ in range(self.times):
            X = self.layer(X)
        return X


def tied_net(layer, repeats):
    return Repeat(layer, repeats)


def move_to(net, device):
    net.to(device)
    return net
