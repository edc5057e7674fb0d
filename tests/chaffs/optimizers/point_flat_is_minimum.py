"""You leave the zero matrix to the last branch, which calls it something."""


def critical_point(hessian):
    values = torch.linalg.eigvalsh(hessian)
    size = values.abs().max()
    if (values >= 1e-5 * size).all():
        return "minimum"
    if (values <= -1e-5 * size).all():
        return "maximum"
    up, down = values >= 1e-5 * size, values <= -1e-5 * size
    return "saddle" if up.any() and down.any() else "undetermined"
