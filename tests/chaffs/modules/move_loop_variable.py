"""You assign the moved tensor to a loop variable; the net still holds the old one."""


def move_to(net, device):
    for parameter in net.parameters():
        parameter = parameter.to(device)
    return net
