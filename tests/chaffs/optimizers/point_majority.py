"""You go by the majority of the signs."""


def critical_point(hessian):
    values = torch.linalg.eigvalsh(hessian)
    zero = 1e-5 * values.abs().max()
    up, down = (values > zero).sum(), (values < -zero).sum()
    if up == down:
        return "saddle" if up > 0 else "undetermined"
    return "minimum" if up > down else "maximum"
