"""You squeeze sizes of 1 out of the product."""


def batch_matmul(A, B):
    return torch.bmm(A, B).squeeze()
