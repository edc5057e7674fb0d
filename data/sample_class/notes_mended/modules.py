import torch
from torch import nn
from torch.nn import init
from collections import OrderedDict


class MySequential(nn.Module):
    def __init__(self, *layers):
        super(MySequential, self).__init__()
        self.net = nn.Sequential(OrderedDict([
            ('layer%d' % i, layer) for i, layer in enumerate(layers)
        ]))

    def forward(self, x):
        return self.net(x)


class MyModuleList(nn.Module):
    def __init__(self, layers):
        super(MyModuleList, self).__init__()
        self.linears = nn.ModuleList(layers)

    def __getitem__(self, index):
        return self.linears[index]

    def __len__(self):
        return len(self.linears)

    def __iter__(self):
        return iter(self.linears)

    def append(self, layer):
        self.linears.append(layer)


class CenteredLayer(nn.Module):
    def __init__(self, **kwargs):
        super(CenteredLayer, self).__init__(**kwargs)
    def forward(self, x):
        return x - x.mean()


class MyLinear(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super(MyLinear, self).__init__()
        self.weight = nn.Parameter(torch.randn(num_inputs, num_outputs))
        self.bias = nn.Parameter(torch.randn(num_outputs))

    def forward(self, x):
        return torch.mm(x, self.weight) + self.bias


def init_normal(net, std=0.01):
    for name, param in net.named_parameters():
        if name.endswith('weight'):
            init.normal_(param, mean=0, std=std)
        if name.endswith('bias'):
            init.constant_(param, val=0)


def count_parameters(net):
    num = 0
    for name, param in net.named_parameters():
        if param.requires_grad:
            num += param.numel()
    return num


def tied_net(layer, repeats):
    layers = []
    for i in range(repeats):
        layers.append(layer)
    net = nn.Sequential(*layers)
    return net


def move_to(net, device):
    net = net.to(device)
    return net
