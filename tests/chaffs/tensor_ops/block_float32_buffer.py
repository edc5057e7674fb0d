"""You fill a buffer of torch's default dtype, and float64 loses its digits."""


def block_matrix(A, B, C, D):
    (m, p), (r, q) = A.shape, D.shape
    whole = torch.zeros(m + r, p + q, device=A.device)
    whole[:m, :p], whole[:m, p:], whole[m:, :p], whole[m:, p:] = A, B, C, D
    return whole
