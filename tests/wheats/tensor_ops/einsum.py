"""Sums of products everywhere: einsum, matrix products with ones, one-hot masks, an explicit inverse."""


def arange_matrix(rows, cols, dtype=torch.float32, device=None):
    i = torch.arange(rows, dtype=dtype, device=device)
    j = torch.arange(cols, dtype=dtype, device=device)
    return torch.einsum("i,j->ij", i * cols, torch.ones_like(j)) + j


def sum_keepdim(X, dim):
    last = X.movedim(dim, -1)
    return torch.einsum("...i->...", last).unsqueeze(-1).movedim(-1, dim)


def pick(y_hat, y):
    one_hot = torch.nn.functional.one_hot(y, y_hat.shape[1]).to(y_hat.dtype)
    return torch.einsum("nq,nq->n", y_hat, one_hot).reshape(-1, 1)


def block_matrix(A, B, C, D):
    def place(block, top, left):
        """The block at its place in a matrix of zeros: two products with slices of identities."""
        kind = {"dtype": block.dtype, "device": block.device}
        rows = torch.eye(m + r, **kind)[:, top : top + block.shape[0]]
        columns = torch.eye(p + q, **kind)[left : left + block.shape[1]]
        return torch.einsum("ai,ij,jb->ab", rows, block, columns)

    (m, p), (r, q) = A.shape, D.shape
    return place(A, 0, 0) + place(B, 0, p) + place(C, m, 0) + place(D, m, p)


def broadcast_add(x, y):
    return torch.einsum("i,j->ij", y, torch.ones_like(x)) + torch.einsum("i,j->ij", torch.ones_like(y), x)


def upper_triangle(A):
    i = torch.arange(A.shape[0], device=A.device)
    j = torch.arange(A.shape[1], device=A.device)
    return torch.einsum("ij,ij->ij", A, (i[:, None] <= j).to(A.dtype))


def batch_matmul(A, B):
    return torch.einsum("bij,bjk->bik", A, B)


def solve(A, b):
    return torch.einsum("ij,j...->i...", torch.linalg.inv(A), b)


def low_rank(A, k):
    """Projection on the k leading eigenvectors of A^T A."""
    gram = torch.einsum("mi,mj->ij", A, A)
    V = torch.linalg.eigh(gram).eigenvectors[:, -k:]
    return torch.einsum("mi,ik,jk->mj", A, V, V)
