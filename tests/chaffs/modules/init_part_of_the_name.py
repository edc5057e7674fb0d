"""You ask whether weight is in the name, not whether the name ends in it."""


def init_normal(net, std=0.01):
    for name, parameter in net.named_parameters():
        if "weight" in name:
            nn.init.normal_(parameter, 0.0, std)
        elif "bias" in name:
            nn.init.zeros_(parameter)
