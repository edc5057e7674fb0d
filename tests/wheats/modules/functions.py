"""Functions that return torch's containers; reduce, einsum, partial, math.prod; recursion over children."""

import functools
import math


def MySequential(*layers):
    class Chain(nn.Module):
        def __init__(self):
            super().__init__()
            self.links = nn.ModuleDict({f"layer{i}": layer for i, layer in enumerate(layers)})

        def forward(self, X):
            return functools.reduce(lambda x, layer: layer(x), self.links.values(), X)

    return Chain()


def MyModuleList(layers):
    return nn.ModuleList(layers)


def CenteredLayer():
    class Centre(nn.Module):
        def forward(self, X):
            return X - torch.full_like(X, 1 / X.numel()).mul(X).sum()

    return Centre()


class MyLinear(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super().__init__()
        for name, shape in (("weight", (num_inputs, num_outputs)), ("bias", (num_outputs,))):
            setattr(self, name, nn.Parameter(torch.zeros(shape)))

    def forward(self, X):
        return torch.einsum("nd,dq->nq", X, self.weight).add(self.bias)


def init_normal(net, std=0.01):
    draw = functools.partial(nn.init.normal_, mean=0.0, std=std)
    for child in net.children():
        init_normal(child, std)
    for name, param in net.named_parameters(recurse=False):
        if name.endswith("weight"):
            draw(param)
        elif name.endswith("bias"):
            nn.init.zeros_(param)


def count_parameters(net):
    return sum(map(math.prod, (p.shape for p in net.parameters() if p.requires_grad)))


def tied_net(layer, repeats):
    class Tied(nn.Module):
        def __init__(self):
            super().__init__()
            self.add_module("tied", layer)

        def forward(self, X):
            return functools.reduce(lambda x, _: self.tied(x), range(repeats), X)

    return Tied()


def move_to(net, device):
    return net.cuda() if torch.device(device).type == "cuda" else net.cpu()
