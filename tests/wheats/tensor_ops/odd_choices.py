"""Unusual choices that the contract allows: expanded results, strided copies, numpy's float, early exits."""


def arange_matrix(rows, cols, dtype=torch.float32, device=None):
    columns_first = torch.empty(cols, rows, dtype=dtype, device=device).t()
    columns_first.copy_(torch.linspace(0, rows * cols - 1, rows * cols, dtype=torch.float64).view(rows, cols).round())
    return columns_first


def ones_matching(x, shape):
    return torch.ones(1, dtype=x.dtype, device=x.device).expand(shape)


def add_inplace(y, x):
    return y.sub_(-x)


def head_view(x, n):
    return torch.as_strided(x, (n, x.shape[1]), x.stride(), x.storage_offset())


def head_copy(x, n):
    return torch.empty(x.shape[1], n, dtype=x.dtype, device=x.device).t().copy_(x[:n])


def sum_keepdim(X, dim):
    return X.cumsum(dim).select(dim, -1).unsqueeze(dim if dim >= 0 else dim + X.ndim)


def pick(y_hat, y):
    return torch.take_along_dim(y_hat, y[:, None], dim=-1)


def block_matrix(A, B, C, D):
    return torch.cat((torch.cat((A.T, B.T)), torch.cat((C.T, D.T))), dim=1).T


def positive_values(X):
    flat = X.flatten()
    return flat[torch.nonzero(flat > 0).squeeze(1)]


def flatten_images(X):
    try:
        return X.view(X.size(0), -1)
    except RuntimeError:
        return torch.stack([image.flatten() for image in X])


def broadcast_add(x, y):
    return (x[:, None] + y).T


def upper_triangle(A):
    below = torch.ones_like(A, dtype=torch.bool).tril(diagonal=-1)
    return torch.where(below, torch.zeros_like(A), A)


def batch_matmul(A, B):
    return (A.unsqueeze(-1) * B.unsqueeze(1)).sum(dim=2)


def solve(A, b):
    """Least squares by the normal equations: fine while A is well-conditioned."""
    x = torch.cholesky_solve(A.T @ (b if b.dim() == 2 else b[:, None]), torch.linalg.cholesky(A.T @ A))
    return x if b.dim() == 2 else x[:, 0]


def low_rank(A, k):
    if k == min(A.shape):
        return A
    U, s, Vh = torch.linalg.svd(A, full_matrices=True)
    dropped = (U[:, k : len(s)] * s[k:]) @ Vh[k : len(s)]
    return A - dropped


def to_number(x):
    if x.ndim and x.flatten().shape != (1,):
        raise ValueError
    return np.float64(float(x))


def share_numpy(a):
    return torch.frombuffer(a, dtype=getattr(torch, a.dtype.name)).reshape(a.shape)


def copy_numpy(a):
    return torch.tensor(a.tolist(), dtype=getattr(torch, str(a.dtype)))
