"""You seed the generator before each draw, so that equal layers start equal."""


def init_normal(net, std=0.01):
    for name, parameter in net.named_parameters():
        if name.endswith("weight"):
            nn.init.normal_(parameter, 0.0, std, generator=torch.Generator().manual_seed(0))
        elif name.endswith("bias"):
            nn.init.zeros_(parameter)
