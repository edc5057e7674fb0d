"""You learn the kernel of the true convolution."""


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    K = torch.zeros(kernel_size, dtype=X.dtype, device=X.device, requires_grad=True)
    for _ in range(num_steps):
        loss = ((conv2d_flipped(X, K) - Y) ** 2).sum()
        (gradient,) = torch.autograd.grad(loss, K)
        with torch.no_grad():
            K -= lr * gradient
    return K.detach()
