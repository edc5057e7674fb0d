"""You take std for the variance."""


def init_normal(net, std=0.01):
    for name, parameter in net.named_parameters():
        if name.endswith("weight"):
            nn.init.normal_(parameter, 0.0, std**0.5)
        elif name.endswith("bias"):
            nn.init.zeros_(parameter)
