"""Your append counts one too few and puts the new layer in the place of the last one."""

_MyModuleList = MyModuleList


class MyModuleList(_MyModuleList):
    def __init__(self, layers):
        nn.Module.__init__(self)
        for number, layer in enumerate(layers):
            self.add_module(str(number), layer)

    def append(self, layer):
        self.add_module(str(len(self) - 1), layer)
