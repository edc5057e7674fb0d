"""You loop into a buffer on the CPU, in torch's default dtype."""


def broadcast_add(x, y):
    table = torch.zeros(len(y), len(x))
    for i in range(len(y)):
        for j in range(len(x)):
            table[i, j] = y[i] + x[j]
    return table
