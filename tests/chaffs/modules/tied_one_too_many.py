"""You apply the layer once before the loop, so once too often."""


def tied_net(layer, repeats):
    return nn.Sequential(layer, *[layer] * repeats)
