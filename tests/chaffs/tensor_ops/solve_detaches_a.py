"""You compute the inverse off the graph, so A gets no gradient."""


def solve(A, b):
    return A.detach().inverse() @ b
