"""You compare with exactly 0, which a computed eigenvalue hardly ever is."""


def critical_point(hessian):
    values = torch.linalg.eigvalsh(hessian)
    zero = 0.0
    up, down = values > zero, values < -zero
    if up.any() and down.any():
        return "saddle"
    if up.all():
        return "minimum"
    return "maximum" if down.all() else "undetermined"
