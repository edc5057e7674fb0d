"""You eliminate without exchanging rows: a zero on the diagonal stops you."""


def solve(A, b):
    k = len(A)
    table = torch.cat((A, b.reshape(k, -1)), dim=1)
    for i in range(k):
        row = table[i] / table[i, i]
        rest = table - table[:, i : i + 1] * row
        table = torch.cat((rest[:i], row[None], rest[i + 1 :]))
    return table[:, k:].reshape(b.shape)
