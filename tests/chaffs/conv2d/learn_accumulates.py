"""You never reset the gradient, so each step repeats all earlier ones."""


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    K = torch.zeros(kernel_size, dtype=X.dtype, device=X.device, requires_grad=True)
    for _ in range(num_steps):
        ((corr2d(X, K) - Y) ** 2).sum().backward()
        K.data -= lr * K.grad
    return K.detach()
