"""You look at the diagonal; eigenvalues lie there only in diagonal matrices."""


def critical_point(hessian):
    values = hessian.diagonal()
    zero = 1e-5 * values.abs().max()
    up, down = values > zero, values < -zero
    if up.any() and down.any():
        return "saddle"
    if up.all():
        return "minimum"
    return "maximum" if down.all() else "undetermined"
