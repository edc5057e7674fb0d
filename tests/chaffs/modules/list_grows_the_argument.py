"""Your append also lengthens the caller's list, which you kept instead of a list of your own."""


class MyModuleList(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.order = layers if isinstance(layers, list) else list(layers)
        for number, layer in enumerate(layers):
            self.add_module(str(number), layer)

    def __getitem__(self, index):
        return self.order[index]

    def __len__(self):
        return len(self.order)

    def __iter__(self):
        return iter(self.order)

    def append(self, layer):
        self.add_module(str(len(self.order)), layer)
        self.order.append(layer)
