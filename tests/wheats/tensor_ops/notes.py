"""The spellings of the course notes: new_ones with sizes, slices, view, gather, cat, masked_select, inverse, svd."""


def arange_matrix(rows, cols, dtype=torch.float32, device=None):
    x = torch.arange(0, rows * cols, 1, dtype=dtype)
    return x.view(rows, cols).to(device)


def ones_matching(x, shape):
    return torch.ones(shape, dtype=x.dtype, device=x.device)


def add_inplace(y, x):
    y[:] = x + y
    return y


def head_view(x, n):
    return x[0:n, :]


def head_copy(x, n):
    index = torch.arange(n, device=x.device)
    return x.index_select(0, index)


def sum_keepdim(X, dim):
    return X.sum(dim=dim).unsqueeze(dim if dim >= 0 else dim + X.dim())


def block_matrix(A, B, C, D):
    left = torch.cat((A, C), 0)
    right = torch.cat((B, D), 0)
    return torch.cat((left, right), 1)


def positive_values(X):
    return X.masked_select(X.gt(0))


def flatten_images(X):
    if not X.is_contiguous():
        X = X.contiguous()
    return X.view(X.size(0), X.size(1) * X.size(2) * X.size(3))


def broadcast_add(x, y):
    return x.view(1, -1) + y.reshape(-1, 1)


def upper_triangle(A):
    return A - A.tril(-1)


def batch_matmul(A, B):
    return torch.stack([torch.mm(A[i], B[i]) for i in range(A.size(0))])


def solve(A, b):
    if b.dim() == 1:
        return torch.mv(A.inverse(), b)
    return torch.mm(A.inverse(), b)


def low_rank(A, k):
    U, S, V = torch.svd(A)
    return torch.mm(torch.mm(U[:, :k], torch.diag(S[:k])), V[:, :k].t())


def to_number(x):
    if x.nelement() != 1:
        raise ValueError("more or less than one element")
    return x.view(-1)[0].item()


def copy_numpy(a):
    return torch.from_numpy(a).clone()
