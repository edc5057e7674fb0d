"""You call eigenvalues zero that are small, but above the threshold asked for."""


def critical_point(hessian):
    values = torch.linalg.eigvalsh(hessian)
    zero = 1e-3 * values.abs().max()
    up, down = values > zero, values < -zero
    if up.any() and down.any():
        return "saddle"
    if up.all():
        return "minimum"
    return "maximum" if down.all() else "undetermined"
