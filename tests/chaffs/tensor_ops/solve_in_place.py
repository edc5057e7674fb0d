"""You eliminate in A and b themselves, and the caller's equations are gone."""


def solve(A, b):
    x = torch.linalg.solve(A, b)
    with torch.no_grad():
        A.copy_(torch.eye(len(A)))
        b.copy_(x)
    return x
