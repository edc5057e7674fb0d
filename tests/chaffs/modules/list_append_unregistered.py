"""Your append puts the layer in a list and forgets to register it."""


class MyModuleList(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.order = list(layers)
        for number, layer in enumerate(self.order):
            self.add_module(str(number), layer)

    def __getitem__(self, index):
        return self.order[index]

    def __len__(self):
        return len(self.order)

    def __iter__(self):
        return iter(self.order)

    def append(self, layer):
        self.order.append(layer)
