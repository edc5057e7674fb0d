"""Subclasses of torch's own containers; torch.nn.init; a net moved by `to`."""


class MySequential(nn.Sequential):
    pass


class MyModuleList(nn.ModuleList):
    pass


class CenteredLayer(nn.Module):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def forward(self, x):
        return x.sub(torch.mean(x))


class MyLinear(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super().__init__()
        self.register_parameter("weight", nn.Parameter(torch.empty(num_inputs, num_outputs)))
        self.register_parameter("bias", nn.Parameter(torch.ones(num_outputs)))
        nn.init.xavier_uniform_(self.weight)

    def forward(self, X):
        return torch.addmm(self.bias, X, self.weight)


def init_normal(net, std=0.01):
    for name, param in net.named_parameters():
        if name.endswith("weight"):
            nn.init.normal_(param, mean=0, std=std)
        if name.endswith("bias"):
            nn.init.constant_(param, val=0)


def count_parameters(net):
    total = 0
    for param in filter(lambda p: p.requires_grad, net.parameters()):
        total += param.nelement()
    return total


def tied_net(layer, repeats):
    return nn.Sequential(*[layer for _ in range(repeats)])


def move_to(net, device):
    net.to(device=device)
    return net
