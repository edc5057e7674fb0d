"""You set every parameter that is no weight to zero, not only the biases."""


def init_normal(net, std=0.01):
    for name, parameter in net.named_parameters():
        if name.endswith("weight"):
            nn.init.normal_(parameter, 0.0, std)
        elif True:
            nn.init.zeros_(parameter)
