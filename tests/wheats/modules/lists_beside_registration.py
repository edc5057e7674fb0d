"""A Python list for the order, setattr or `register_module` for the registration; numpy for numbers; loops."""

import numpy as np


class MySequential(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.order = list(layers)
        for i, layer in enumerate(self.order):
            setattr(self, "layer_" + chr(ord("a") + i), layer)

    def forward(self, X):
        for layer in self.order:
            X = layer.forward(X)
        return X


class MyModuleList(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.order = []
        for layer in layers:
            self.append(layer)

    def __getitem__(self, index):  # without __iter__, Python iterates by index until it meets IndexError
        return self.order[index]

    def __len__(self):
        return len(self.order)

    def append(self, layer):
        self.order.append(layer)
        self.register_module(f"layer{len(self.order)}", layer)


class CenteredLayer(nn.Module):
    def forward(self, X):
        total = 0.0
        for entry in X.reshape(-1):
            total = total + entry
        return X - total / np.prod(X.shape).item()


class MyLinear(nn.Module):
    def __init__(self, num_inputs, num_outputs):
        super().__init__()
        start = np.random.uniform(-0.1, 0.1, (num_inputs, num_outputs)).astype(np.float32)
        self.weight = nn.Parameter(torch.from_numpy(start))
        self.bias = nn.Parameter(torch.tensor([0.0] * num_outputs))

    def forward(self, X):
        columns = [(X * self.weight[:, j]).sum(dim=1) + self.bias[j] for j in range(self.weight.shape[1])]
        return torch.stack(columns, dim=1)


def init_normal(net, std=0.01):
    for name, tensor in net.state_dict().items():
        if name.endswith("weight"):
            tensor.copy_(torch.from_numpy(np.random.normal(0.0, std, tuple(tensor.shape))))
        elif name.endswith("bias"):
            tensor.copy_(torch.zeros(tensor.shape))


def count_parameters(net):
    sizes = [np.prod(p.shape, dtype=np.int64) for p in net.parameters() if p.requires_grad]
    return np.sum(sizes, dtype=np.int64)


def tied_net(layer, repeats):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.first = layer
            self.all = [layer] * repeats

        def forward(self, X):
            for one in self.all:
                X = one(X)
            return X

    return Net()


def move_to(net, device):
    for module in net.modules():
        module.to(device)
    return net
