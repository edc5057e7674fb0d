"""You return the coordinates in the k directions instead of the matrix built from them."""


def low_rank(A, k):
    U, s, Vh = torch.linalg.svd(A, full_matrices=False)
    return U[:, :k] * s[:k]
