"""You rely on children(), which lists a layer once even where it was put in twice."""

_MyModuleList = MyModuleList


class MyModuleList(_MyModuleList):
    def __init__(self, layers):
        nn.Module.__init__(self)
        for number, layer in enumerate(layers):
            self.add_module(str(number), layer)

    def __getitem__(self, index):
        return list(self.children())[index]

    def __len__(self):
        return len(list(self.children()))

    def __iter__(self):
        return self.children()

    def append(self, layer):
        self.add_module(str(len(self._modules)), layer)
