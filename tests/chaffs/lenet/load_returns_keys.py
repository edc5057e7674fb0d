"""You return what load_state_dict returns; the function returns nothing."""


def load_parameters(net, path):
    return net.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
