"""Recursion over children; ModuleDict; bias as an extra input of ones; a state dict loaded back."""


class MySequential(nn.Sequential):
    def __init__(self, *layers):
        super().__init__()
        for layer in layers:
            self.append(layer)


class MyModuleList(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.table = nn.ModuleDict()
        for layer in layers:
            self.append(layer)

    def __getitem__(self, index):
        return self.table[str(index % len(self.table))]

    def __len__(self):
        return len(list(self.table))

    def __iter__(self):
        return (self.table[key] for key in self.table.keys())

    def append(self, layer):
        self.table.update({str(len(self.table)): layer})


class CenteredLayer(nn.Module):
    def forward(self, X):
        return X - torch.mean(X, dtype=X.dtype).expand(X.shape)


class MyLinear(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super().__init__()
        inner = nn.Linear(num_inputs, num_outputs)
        self.weight = nn.Parameter(inner.weight.detach().T)
        self.bias = inner.bias

    def forward(self, X):
        ones = torch.ones(X.shape[0], 1, dtype=X.dtype, device=X.device)
        return torch.cat([X, ones], dim=1) @ torch.cat([self.weight, self.bias.unsqueeze(0)], dim=0)


def init_normal(net, std=0.01):
    state = net.state_dict()
    for name, parameter in net.named_parameters():
        if name.endswith("weight"):
            state[name] = std * torch.randn(parameter.shape, dtype=parameter.dtype, device=parameter.device)
        elif name.endswith("bias"):
            state[name] = 0 * parameter.detach()
    net.load_state_dict(state)


def count_parameters(net):
    trainable = [p for p in net.parameters() if p.requires_grad]
    return int(nn.utils.parameters_to_vector(trainable).shape[0]) if trainable else 0


def tied_net(layer, repeats):
    return nn.Sequential(*(layer for _ in range(repeats)))


def move_to(net, device):
    for child in net.children():
        move_to(child, device)
    return net.to(torch.device(device))
