"""Factorisations and iterations: QR for the equations, power iteration with deflation for the low rank."""


def solve(A, b):
    """A = Q R, then back substitution from the last row up."""
    Q, R = torch.linalg.qr(A)
    c = Q.T @ b
    x = [None] * len(c)
    for i in reversed(range(len(c))):
        rest = sum((R[i, j] * x[j] for j in range(i + 1, len(c))), torch.zeros_like(c[i]))
        x[i] = (c[i] - rest) / R[i, i]
    return torch.stack(x)


def low_rank(A, k):
    """One rank at a time: find the leading pair of singular vectors, keep its part, take it away."""
    approximation = torch.zeros_like(A)
    for _ in range(k):
        rest = A - approximation
        v = torch.randn(A.shape[1], dtype=A.dtype, device=A.device)
        for _ in range(60):
            v = rest.T @ (rest @ v)
            v = v / v.norm()
        approximation = approximation + torch.outer(rest @ v, v)
    return approximation


def batch_matmul(A, B):
    """One product of block-diagonal matrices."""
    b, i, _ = A.shape
    k = B.shape[2]
    product = torch.block_diag(*A) @ torch.block_diag(*B)
    return torch.stack([product[t * i : (t + 1) * i, t * k : (t + 1) * k] for t in range(b)])


def sum_keepdim(X, dim):
    """A product with a row of ones."""
    size = X.shape[dim]
    ones = torch.ones(1, size, dtype=X.dtype, device=X.device)
    return (ones @ X.transpose(dim, -1).unsqueeze(-1)).squeeze(-1).transpose(dim, -1)


def pick(y_hat, y):
    return y_hat[:, y].diagonal().unsqueeze(-1)


def broadcast_add(x, y):
    """[y, 1] times [1; x]."""
    left = torch.stack((y, torch.ones_like(y)), dim=1)
    right = torch.stack((torch.ones_like(x), x))
    return left @ right
