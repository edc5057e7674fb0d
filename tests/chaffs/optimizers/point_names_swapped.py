"""You call a point where the function curves upwards a maximum."""


def critical_point(hessian):
    values = torch.linalg.eigvalsh(hessian)
    zero = 1e-5 * values.abs().max()
    up, down = values > zero, values < -zero
    if up.any() and down.any():
        return "saddle"
    if up.all():
        return "maximum"
    return "minimum" if down.all() else "undetermined"
