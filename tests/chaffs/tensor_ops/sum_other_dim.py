"""You read dim as the dimension that stays, and sum over the other one."""


def sum_keepdim(X, dim):
    return X.sum(dim=1 - dim, keepdim=True) if dim >= 0 else X.sum(dim=-3 - dim, keepdim=True)
