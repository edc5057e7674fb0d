"""You draw from a uniform distribution of the right spread; a normal one was asked for."""


def init_normal(net, std=0.01):
    for name, parameter in net.named_parameters():
        if name.endswith("weight"):
            nn.init.uniform_(parameter, -std * 3**0.5, std * 3**0.5)
        elif name.endswith("bias"):
            nn.init.zeros_(parameter)
