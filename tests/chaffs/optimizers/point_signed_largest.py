"""You take the largest eigenvalue where the largest in size is meant."""


def critical_point(hessian):
    values = torch.linalg.eigvalsh(hessian)
    zero = 1e-5 * values.max()
    up, down = values > zero, values < -zero
    if up.any() and down.any():
        return "saddle"
    if up.all():
        return "minimum"
    return "maximum" if down.all() else "undetermined"
