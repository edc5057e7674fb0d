"""Constants and indices are made by numpy and brought over to the inputs' dtype and device."""


def arange_matrix(rows, cols, dtype=torch.float32, device=None):
    return torch.as_tensor(np.arange(rows * cols).reshape(rows, cols)).to(device=device, dtype=dtype)


def ones_matching(x, shape):
    return torch.from_numpy(np.ones(shape)).to(x)


def sum_keepdim(X, dim):
    parts = [X.index_select(dim, torch.tensor([i], device=X.device)) for i in np.arange(X.shape[dim])]
    return torch.stack(parts).sum(0)


def pick(y_hat, y):
    rows = np.arange(y_hat.shape[0]) * y_hat.shape[1]
    positions = torch.from_numpy(rows).to(y.device) + y
    return torch.take(y_hat, positions).reshape(y.shape[0], 1)


def positive_values(X):
    where = np.argwhere(X.detach().cpu().numpy() > 0)
    i, j = torch.from_numpy(where.T.copy()).to(X.device)
    return X[i, j]


def flatten_images(X):
    return X.reshape(X.shape[0], int(np.prod(X.shape[1:])))


def upper_triangle(A):
    mask = torch.tensor(np.triu(np.ones(tuple(A.shape))), dtype=A.dtype, device=A.device)
    return A * mask


def broadcast_add(x, y):
    m, n = len(y), len(x)
    rows, columns = (torch.from_numpy(index.ravel()).to(x.device) for index in np.indices((m, n)))
    return (y[rows] + x[columns]).view(m, n)


def to_number(x):
    values = x.detach().cpu().numpy()
    if values.size != 1:
        raise ValueError(f"x has {values.size} elements")
    return float(values.ravel()[0])


def copy_numpy(a):
    return torch.from_numpy(np.array(a, copy=True))


def share_numpy(a):
    return torch.as_tensor(a)
