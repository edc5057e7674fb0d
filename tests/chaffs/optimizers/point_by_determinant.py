"""You go by determinant and first entry, which tells the signs of two eigenvalues only."""


def critical_point(hessian):
    det = torch.linalg.det(hessian)
    if det.abs() <= 1e-5 * hessian.abs().max() ** len(hessian):
        return "undetermined"
    if det < 0:
        return "saddle"
    return "minimum" if hessian[0, 0] > 0 else "maximum"
