"""You register copies of the layers, so that training the net leaves the given layers as they were."""


class MySequential(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        import copy

        for number, layer in enumerate(layers):
            self.add_module(str(number), copy.deepcopy(layer))

    def forward(self, X):
        for layer in self._modules.values():
            X = layer(X)
        return X
