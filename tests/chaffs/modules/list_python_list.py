"""You keep the layers in a Python list, so none of their parameters is registered."""


class MyModuleList(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layers = list(layers)

    def __getitem__(self, index):
        return self.layers[index]

    def __len__(self):
        return len(self.layers)

    def __iter__(self):
        return iter(self.layers)

    def append(self, layer):
        self.layers.append(layer)
