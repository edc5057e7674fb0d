"""You count a shared parameter once for each of its names."""


def count_parameters(net):
    return sum(p.numel() for _, p in net.named_parameters(remove_duplicate=False) if p.requires_grad)
