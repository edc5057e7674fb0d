"""You solve the least squares problem instead of descending."""


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    windows = X.unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1).flatten(2).flatten(0, 1)
    return torch.linalg.lstsq(windows, Y.reshape(-1, 1)).solution.reshape(kernel_size)
