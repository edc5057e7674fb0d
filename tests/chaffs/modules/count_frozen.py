"""You count frozen parameters too."""


def count_parameters(net):
    return sum(p.numel() for p in net.parameters())
