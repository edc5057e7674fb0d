"""You count the parameters, not their entries."""


def count_parameters(net):
    return len([p for p in net.parameters() if p.requires_grad])
