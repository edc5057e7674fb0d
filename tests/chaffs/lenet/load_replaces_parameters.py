"""You put new parameters into the net: an optimiser still holds the old ones."""


def load_parameters(net, path):
    net.load_state_dict(torch.load(path, map_location="cpu", weights_only=True), assign=True)
