"""You step until the error is small, whatever num_steps says."""


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    K = torch.zeros(kernel_size, dtype=X.dtype, device=X.device, requires_grad=True)
    while ((corr2d(X, K) - Y).abs() > 1e-3).any():
        loss = ((corr2d(X, K) - Y) ** 2).sum()
        (gradient,) = torch.autograd.grad(loss, K)
        with torch.no_grad():
            K -= lr * gradient
    return K.detach()
