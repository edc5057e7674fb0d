"""You return a column where b was a vector."""


def solve(A, b):
    return A.inverse() @ b.reshape(len(A), -1)
