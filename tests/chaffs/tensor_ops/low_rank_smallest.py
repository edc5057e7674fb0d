"""You keep the smallest singular values: they come in falling order."""


def low_rank(A, k):
    U, s, Vh = torch.linalg.svd(A, full_matrices=False)
    return (U[:, -k:] * s[-k:]) @ Vh[-k:]
