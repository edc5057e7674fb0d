"""You walk through the memory instead of the rows: a transposed matrix comes out of order."""


def positive_values(X):
    entries = X.as_strided((X.numel(),), (1,))
    return entries[entries > 0]
