"""You give X to every layer instead of what the layer before it gave."""


class MySequential(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        for number, layer in enumerate(layers):
            self.add_module(str(number), layer)

    def forward(self, X):
        out = X
        for layer in self._modules.values():
            out = layer(X)
        return out
