"""You step in x.reshape(-1), which is a copy where x is strided, so f sees no step."""


def numerical_gradient(f, x, eps=1e-5):
    flat, gradient = x.reshape(-1), torch.zeros(x.numel(), dtype=x.dtype, device=x.device)
    for i in range(len(flat)):
        old = flat[i].item()
        flat[i] = old + eps
        above = f(x)
        flat[i] = old - eps
        gradient[i] = (above - f(x)) / (2 * eps)
        flat[i] = old
    return gradient.reshape(x.shape)
