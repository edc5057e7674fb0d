"""You multiply entry by entry instead of row by column."""


def batch_matmul(A, B):
    return A * B
