"""You initialise nn.Linear alone; other layers have weights too."""


def init_normal(net, std=0.01):
    for module in net.modules():
        if isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, 0.0, std)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
