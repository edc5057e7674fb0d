"""You handle one right-hand side, and flatten several into one."""


def solve(A, b):
    return torch.mv(A.inverse(), b)
