"""You put B below A and C beside it."""


def block_matrix(A, B, C, D):
    left = torch.cat((A, B), dim=0)
    right = torch.cat((C, D), dim=0)
    return torch.cat((left, right), dim=1)
