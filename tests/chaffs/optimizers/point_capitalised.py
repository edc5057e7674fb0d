"""You spell the answer otherwise than the statement does."""


def critical_point(hessian):
    values = torch.linalg.eigvalsh(hessian)
    zero = 1e-5 * values.abs().max()
    up, down = values > zero, values < -zero
    if up.any() and down.any():
        return "saddle point"
    if up.all():
        return "local minimum"
    return "local maximum" if down.all() else "undetermined"
