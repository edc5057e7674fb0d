"""You load with weights_only=False: a pickle may run any code while it is read."""


def load_parameters(net, path):
    net.load_state_dict(torch.load(path, map_location="cpu", weights_only=False))
