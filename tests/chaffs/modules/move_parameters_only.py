"""You move the parameters and leave the buffers behind."""


def move_to(net, device):
    for module in net.modules():
        for name, parameter in list(module.named_parameters(recurse=False)):
            setattr(module, name, nn.Parameter(parameter.detach().to(device), parameter.requires_grad))
    return net
