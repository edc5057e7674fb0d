"""You skip frozen parameters; they get their start like the others."""


def init_normal(net, std=0.01):
    for name, parameter in net.named_parameters():
        if name.endswith("weight") and parameter.requires_grad:
            nn.init.normal_(parameter, 0.0, std)
        elif name.endswith("bias") and parameter.requires_grad:
            nn.init.zeros_(parameter)
