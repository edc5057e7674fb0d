"""`.data` is assigned; a moved net gets new parameters, shared and frozen as the old ones; sets of seen objects."""


class MySequential(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.first = layers[0] if layers else nn.Identity()
        self.rest = MySequential(*layers[1:]) if len(layers) > 1 else nn.Identity()

    def forward(self, X):
        return self.rest(self.first(X))


class CenteredLayer(nn.Module):
    def forward(self, X):
        out = X.clone()
        out -= X.mean(dim=tuple(range(X.dim())), keepdim=True)
        return out


class MyLinear(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super().__init__()
        affine = torch.randn(num_inputs + 1, num_outputs)
        self.weight, self.bias = nn.Parameter(affine[:-1].clone()), nn.Parameter(affine[-1].clone())

    def forward(self, X):
        out = X.new_zeros(X.shape[0], self.bias.shape[0])
        out += X.mm(self.weight)
        out += self.bias.expand_as(out)
        return out


def init_normal(net, std=0.01):
    for name, p in dict(net.named_parameters()).items():
        if name.endswith("weight"):
            p.data = torch.normal(0.0, std, size=p.shape, dtype=p.dtype, device=p.device)
        elif name.endswith("bias"):
            p.data = torch.zeros_like(p.data)


def count_parameters(net):
    seen, count = set(), 0
    for module in net.modules():
        for parameter in module.parameters(recurse=False):
            if parameter.requires_grad and parameter not in seen:
                seen.add(parameter)
                count += len(parameter.detach().flatten())
    return count


def tied_net(layer, repeats):
    if repeats == 1:
        return nn.Sequential(layer)
    return nn.Sequential(layer, tied_net(layer, repeats - 1))


def move_to(net, device):
    arrived = {}
    for module in net.modules():
        for name, parameter in list(module.named_parameters(recurse=False, remove_duplicate=False)):
            if parameter not in arrived:
                arrived[parameter] = nn.Parameter(parameter.detach().to(device), parameter.requires_grad)
            setattr(module, name, arrived[parameter])
        for name, buffer in list(module.named_buffers(recurse=False)):
            setattr(module, name, buffer.to(device))
    return net
