"""You keep the layer in a Python list, so the net has no parameters."""


def tied_net(layer, repeats):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.layers = [layer] * repeats

        def forward(self, X):
            for one in self.layers:
                X = one(X)
            return X

    return Net()
