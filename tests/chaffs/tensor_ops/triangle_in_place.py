"""You write the zeros into A itself."""


def upper_triangle(A):
    with torch.no_grad():
        A.triu_()
    return A * 1
