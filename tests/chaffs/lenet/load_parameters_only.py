"""You copy parameters only: buffers, such as running means, keep their old values."""


def load_parameters(net, path):
    state = torch.load(path, map_location="cpu", weights_only=True)
    with torch.no_grad():
        for name, p in net.named_parameters():
            p.copy_(state[name])
