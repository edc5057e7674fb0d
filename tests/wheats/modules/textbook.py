"""As Dive into Deep Learning writes it: `_modules` by hand, `.data`, functions given to `apply`."""


class MySequential(nn.Module):
    def __init__(self, *args):
        super().__init__()
        for idx, module in enumerate(args):
            self._modules[str(idx)] = module

    def forward(self, X):
        for block in self._modules.values():
            X = block(X)
        return X


class MyModuleList(nn.Module):
    def __init__(self, layers=()):
        super().__init__()
        for i, layer in enumerate(layers):
            self._modules[str(i)] = layer

    def __getitem__(self, index):
        if index < 0:
            index += len(self)
        return self._modules[str(index)]

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

    def append(self, layer):
        self._modules[str(len(self._modules))] = layer
        return self


class MyLinear(nn.Module):
    def __init__(self, in_units, units):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(in_units, units))
        self.bias = nn.Parameter(torch.randn(units))

    def forward(self, X):
        return torch.matmul(X, self.weight) + self.bias


def init_normal(net, std=0.01):
    def init_layer(module):
        for name, param in module.named_parameters(recurse=False):
            if name.endswith("weight"):
                param.data.normal_(0, std)
            elif name.endswith("bias"):
                param.data.zero_()

    net.apply(init_layer)


def count_parameters(net):
    return sum(p.data.numel() for _, p in net.named_parameters() if p.requires_grad)


def tied_net(layer, repeats):
    net = nn.Sequential()
    for i in range(repeats):
        net.add_module(f"block {i}", layer)
    return net


def move_to(net, device):
    return net.apply(lambda module: module.to(device))
