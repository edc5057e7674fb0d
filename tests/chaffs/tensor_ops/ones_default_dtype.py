"""You make the ones in torch's default dtype, whatever x's is."""


def ones_matching(x, shape):
    return torch.ones(shape, device=x.device)
