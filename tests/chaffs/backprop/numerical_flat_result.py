"""You return the gradient flat instead of in x's shape."""


def numerical_gradient(f, x, eps=1e-5):
    steps = eps * torch.eye(x.numel(), dtype=x.dtype, device=x.device).reshape(-1, *x.shape)
    return x.new_tensor([float(f(x + step) - f(x - step)) / (2 * eps) for step in steps])
