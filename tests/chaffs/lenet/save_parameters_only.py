"""You save net.named_parameters(): buffers, such as running means, are lost."""


def save_parameters(net, path):
    torch.save(dict(net.named_parameters()), path)
