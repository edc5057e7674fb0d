"""You slice V's rows as if `torch.svd` returned it transposed."""


def low_rank(A, k):
    U, s, V = torch.svd(A)
    return U[:, :k] @ torch.diag(s[:k]) @ V[:k, :]
