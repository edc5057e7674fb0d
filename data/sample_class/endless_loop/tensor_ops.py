# Jonas, week 1
import torch


def arange_matrix(rows, cols, dtype=torch.float32, device=None):
    count = torch.arange(rows * cols, device=device)
    return count.to(dtype).view(rows, cols)


def ones_matching(x, shape):
    return torch.ones(*shape, dtype=x.dtype, device=x.device)


def add_inplace(y, x):
    y += x
    return y


def head_view(x, n):
    return x.narrow(0, 0, n)


def head_copy(x, n):
    return x[:n].clone()


def sum_keepdim(X, dim):
    return X.sum(dim).unsqueeze(dim if dim >= 0 else X.dim() + dim)


def pick(y_hat, y):
    column = y.unsqueeze(1)
    return torch.gather(y_hat, dim=1, index=column)


def block_matrix(A, B, C, D):
    top = torch.cat([A, B], dim=1)
    bottom = torch.cat([C, D], dim=1)
    return torch.cat([top, bottom])


def positive_values(X):
    flat = X.reshape(-1)
    keep = []
    i = 0
    while i < len(flat):
        if flat[i] > 0:
            keep.append(flat[i])
            i += 1
    return torch.stack(keep)


def flatten_images(X):
    return X.flatten(start_dim=1)


def broadcast_add(x, y):
    return y[:, None] + x[None, :]


def upper_triangle(A):
    return torch.triu(A)


def batch_matmul(A, B):
    return A @ B


def solve(A, b):
    if b.dim() == 1:
        return torch.linalg.solve(A, b[:, None])[:, 0]
    return torch.linalg.solve(A, b)


def low_rank(A, k):
    U, S, Vh = torch.linalg.svd(A, full_matrices=False)
    return (U[:, :k] * S[:k]) @ Vh[:k]


def to_number(x):
    if x.numel() != 1:
        raise ValueError(f"x has {x.numel()} elements, only one can be a number")
    return x.item()


def share_numpy(a):
    return torch.from_numpy(a)


def copy_numpy(a):
    return torch.tensor(a)
