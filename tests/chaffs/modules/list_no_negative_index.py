"""You look the index up as a name, and no layer has the name -1."""

_MyModuleList = MyModuleList


class MyModuleList(_MyModuleList):
    def __getitem__(self, index):
        return self._modules[str(index)]
