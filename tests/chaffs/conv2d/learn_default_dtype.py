"""You start from a kernel of the default dtype and return that."""


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    K = torch.zeros(kernel_size, device=X.device, requires_grad=True)
    for _ in range(num_steps):
        loss = ((corr2d(X, K.to(X.dtype)) - Y) ** 2).sum()
        (gradient,) = torch.autograd.grad(loss, K)
        with torch.no_grad():
            K -= lr * gradient
    return K.detach()
