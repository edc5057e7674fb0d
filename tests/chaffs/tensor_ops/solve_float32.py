"""You compute in float32 and only return float64."""


def solve(A, b):
    return torch.linalg.solve(A.float(), b.float()).to(b.dtype)
