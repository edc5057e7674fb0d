"""You stop at a zero eigenvalue, though two others may differ in sign."""


def critical_point(hessian):
    values = torch.linalg.eigvalsh(hessian)
    zero = 1e-5 * values.abs().max()
    if (values.abs() <= zero).any():
        return "undetermined"
    up, down = values > zero, values < -zero
    if up.any() and down.any():
        return "saddle"
    if up.all():
        return "minimum"
    return "maximum" if down.all() else "undetermined"
