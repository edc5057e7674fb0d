"""Python loops over entries: stacked where gradients must flow, read by `.item()` where they need not."""


def arange_matrix(rows, cols, dtype=torch.float32, device=None):
    return torch.tensor([[i * cols + j for j in range(cols)] for i in range(rows)], dtype=dtype, device=device)


def add_inplace(y, x):
    addend = x.expand(y.shape)
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = y[i, j].item() + addend[i, j].item()
    return y


def head_copy(x, n):
    if n == 0:
        return x.new_zeros(0, x.shape[1])
    return torch.stack([x[i] for i in range(n)])


def sum_keepdim(X, dim):
    total = 0
    for i in range(X.shape[dim]):
        total = total + X.narrow(dim, i, 1)
    return total


def pick(y_hat, y):
    return torch.stack([y_hat[i, label.item()] for i, label in enumerate(y)])[:, None]


def block_matrix(A, B, C, D):
    rows = [torch.cat([a, b]) for a, b in zip(A, B)] + [torch.cat([c, d]) for c, d in zip(C, D)]
    return torch.stack(rows)


def positive_values(X):
    found = [entry for row in X for entry in row if entry.item() > 0]
    return torch.stack(found) if found else X.new_empty(0)


def broadcast_add(x, y):
    return torch.stack([torch.stack([b + a for a in x]) for b in y])


def upper_triangle(A):
    zero = torch.zeros((), dtype=A.dtype, device=A.device)
    m, n = A.shape
    return torch.stack([torch.stack([A[i, j] if i <= j else zero for j in range(n)]) for i in range(m)])


def batch_matmul(A, B):
    products = []
    for a, b in zip(A, B):
        products.append(torch.stack([torch.stack([(row * column).sum() for column in b.T]) for row in a]))
    return torch.stack(products)


def low_rank(A, k):
    U, s, Vh = torch.linalg.svd(A)
    total = torch.zeros_like(A)
    for i in range(k):
        total = total + s[i] * torch.outer(U[:, i], Vh[i])
    return total


def copy_numpy(a):
    t = torch.empty(a.shape, dtype=torch.float64 if a.dtype == np.float64 else torch.float32)
    for index in np.ndindex(a.shape):
        t[index] = float(a[index])
    return t
