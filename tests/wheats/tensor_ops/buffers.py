"""Buffers made first and filled in place, `out=`, slices on the left of the equals sign."""


def arange_matrix(rows, cols, dtype=torch.float32, device=None):
    matrix = torch.empty(rows, cols, dtype=dtype, device=device)
    for i in range(rows):
        torch.arange(i * cols, (i + 1) * cols, out=matrix[i])
    return matrix


def ones_matching(x, shape):
    ones = torch.empty(shape, dtype=x.dtype, device=x.device)
    ones[...] = 1
    return ones


def add_inplace(y, x):
    torch.add(x, y, out=y)
    return y


def head_copy(x, n):
    head = torch.empty_like(x[:n])
    head.copy_(x[:n])
    return head


def sum_keepdim(X, dim):
    shape = list(X.shape)
    shape[dim] = 1
    total = torch.zeros(shape, dtype=X.dtype, device=X.device)
    for part in X.split(1, dim):
        total += part
    return total


def pick(y_hat, y):
    picked = torch.zeros(len(y), 1, dtype=y_hat.dtype, device=y_hat.device)
    for i in range(len(y)):
        picked[i, 0] = y_hat[i, y[i]]
    return picked


def block_matrix(A, B, C, D):
    m, p = A.shape
    whole = A.new_zeros(m + C.size(0), p + B.size(1))
    whole[:m, :p], whole[:m, p:], whole[m:, :p], whole[m:, p:] = A, B, C, D
    return whole


def positive_values(X):
    count = int((X > 0).sum())
    values = torch.zeros(count, dtype=X.dtype, device=X.device)
    place = 0
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            if X[i, j] > 0:
                values[place] = X[i, j]
                place += 1
    return values


def flatten_images(X):
    if X.is_contiguous():
        return X.view(len(X), -1)
    rows = torch.zeros(len(X), X[0].numel(), dtype=X.dtype, device=X.device)
    for row, image in zip(rows, X):
        row[:] = image.flatten()
    return rows


def broadcast_add(x, y):
    table = torch.zeros(y.numel(), x.numel(), dtype=x.dtype, device=x.device)
    table += x
    table += y.view(-1, 1)
    return table


def upper_triangle(A):
    upper = A.clone()
    for i in range(A.shape[0]):
        upper[i, : min(i, A.shape[1])] = 0
    return upper


def batch_matmul(A, B):
    product = torch.zeros(A.size(0), A.size(1), B.size(2), dtype=A.dtype, device=A.device)
    for t in range(A.size(2)):
        product += A[:, :, t : t + 1] * B[:, t : t + 1, :]
    return product


def solve(A, b):
    """Gauss–Jordan elimination on a copy, with row exchanges."""
    k = A.shape[0]
    table = torch.cat((A, b.reshape(k, -1)), dim=1)
    for i in range(k):
        pivot = i + int(table[i:, i].abs().argmax())
        order = list(range(k))
        order[i], order[pivot] = pivot, i
        table = table[order]
        row = table[i] / table[i, i]
        factors = table[:, i].clone()
        factors[i] = 0
        table = table - factors[:, None] * row
        table[i] = row
    return table[:, k:].reshape(b.shape)


def low_rank(A, k):
    U, s, Vh = torch.linalg.svd(A, full_matrices=False)
    kept = torch.zeros_like(s)
    kept[:k] = s[:k]
    return U @ torch.diag(kept) @ Vh


def to_number(x):
    buffer = torch.empty(1, dtype=x.dtype)
    if x.shape.numel() != 1:
        raise ValueError("not one element")
    with torch.no_grad():
        buffer[0] = x.reshape(-1)[0]
    return buffer.tolist()[0]


def copy_numpy(a):
    t = torch.empty(a.shape, dtype=torch.from_numpy(a).dtype)
    t.numpy()[...] = a
    return t
