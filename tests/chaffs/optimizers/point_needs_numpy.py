"""You hand the matrix to numpy where it lies, which an accelerator's memory does not allow."""


def critical_point(hessian):
    import numpy

    values = torch.from_numpy(numpy.linalg.eigvalsh(hessian.numpy()))
    zero = 1e-5 * values.abs().max()
    up, down = values > zero, values < -zero
    if up.any() and down.any():
        return "saddle"
    if up.all():
        return "minimum"
    return "maximum" if down.all() else "undetermined"
