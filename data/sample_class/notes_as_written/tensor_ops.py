# tensor: copied together from the course notes

import torch


def arange_matrix(rows, cols, dtype=torch.float32, device=None):
    x = torch.arange(0, rows * cols, 1)
    return x.view(rows, cols)    # 以rows*cols观察x


def ones_matching(x, shape):
    x = x.new_ones(shape, dtypes=x.dtype)
    return x


def add_inplace(y, x):
    y.add_(x)
    return y


def head_view(x, n):
    y = x[0:n]
    return y


def head_copy(x, n):
    y = x[0:n].clone()
    return y


def sum_keepdim(X, dim):
    return X.sum(dim=dim, keepdim=True)


def pick(y_hat, y):
    return y_hat.gather(1, y.view(-1, 1))


def block_matrix(A, B, C, D):
    return torch.cat((torch.cat((A, B), 1), torch.cat((C, D), 1)), 0)


def positive_values(X):
    return torch.masked_select(X, X > 0)


def flatten_images(X):
    return X.view(X.shape[0], -1)


def broadcast_add(x, y):
    return x + y.view(-1, 1)


def upper_triangle(A):
    return A.triu()


def batch_matmul(A, B):
    return A.bmm(B)


def solve(A, b):
    return torch.mm(A.inverse(), b)


def low_rank(A, k):
    U, S, V = A.svd()
    return U[:, :k].mm(S[:k].diag()).mm(V[:, :k].t())


def to_number(x):
    return torch.item(x[0])


def share_numpy(a):
    return torch.from_numpy(a)


def copy_numpy(a):
    return torch.tensor(a)
