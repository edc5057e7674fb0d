"""You replace the parameters by new ones; what holds the old ones, an optimiser say, misses the start."""


def init_normal(net, std=0.01):
    for module in net.modules():
        for name, old in list(module.named_parameters(recurse=False)):
            if name.endswith("weight"):
                setattr(module, name, nn.Parameter(std * torch.randn_like(old), old.requires_grad))
            elif name.endswith("bias"):
                setattr(module, name, nn.Parameter(torch.zeros_like(old), old.requires_grad))
