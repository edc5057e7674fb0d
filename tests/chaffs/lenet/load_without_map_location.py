"""You load without map_location: a file from a GPU fails on a machine without one."""


def load_parameters(net, path):
    net.load_state_dict(torch.load(path, weights_only=True))
