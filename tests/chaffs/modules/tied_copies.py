"""You apply copies of the layer, each with parameters of its own."""


def tied_net(layer, repeats):
    import copy

    return nn.Sequential(*(copy.deepcopy(layer) for _ in range(repeats)))
