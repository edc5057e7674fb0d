"""You call an eigenvalue zero below a fixed number, however large or small the others are."""


def critical_point(hessian):
    values = torch.linalg.eigvalsh(hessian)
    zero = 1e-5
    up, down = values > zero, values < -zero
    if up.any() and down.any():
        return "saddle"
    if up.all():
        return "minimum"
    return "maximum" if down.all() else "undetermined"
