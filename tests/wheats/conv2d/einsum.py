"""Windows by unfold, everything else by einsum; autograd of the mean squared error, a new kernel in each step."""


def _windows(X, size, stride=(1, 1)):
    return X.unfold(-2, size[0], stride[0]).unfold(-2, size[1], stride[1])


def corr2d(X, K):
    return torch.einsum("hwij,ij->hw", _windows(X, K.shape), K)


def conv2d_flipped(X, K):
    return torch.einsum("hwij,ij->hw", _windows(X, K.shape).flip(-1, -2), K)


def output_size(n, k, padding=0, stride=1):
    import math

    room = n + 2 * padding - k
    if room < 0:
        raise ValueError("the kernel is larger than the padded input")
    if k <= 0 or stride <= 0 or padding < 0:
        raise ValueError("out of range")
    return math.floor(room / stride) + 1


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    padded = nn.ZeroPad2d((padding[1], padding[1], padding[0], padding[0]))(X[None])[0]
    return torch.einsum("hwij,ij->hw", _windows(padded, K.shape, stride), K)


def corr2d_multi_in(X, K):
    return torch.einsum("chwij,cij->hw", _windows(X, K.shape[1:]), K)


def corr2d_multi_in_out(X, K):
    return torch.einsum("chwij,ocij->ohw", _windows(X, K.shape[2:]), K)


def corr2d_1x1(X, K):
    return torch.einsum("oc,chw->ohw", K[:, :, 0, 0], X)


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.init.xavier_normal_(nn.Parameter(torch.empty(*kernel_size)))
        self.bias = nn.Parameter(torch.rand(1))

    def forward(self, X):
        return torch.einsum("hwij,ij->hw", _windows(X, self.weight.shape), self.weight) + self.bias


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    size = pool_size if not isinstance(pool_size, int) else [pool_size] * 2
    step = size if stride is None else stride if not isinstance(stride, int) else [stride] * 2
    p = (padding[1], padding[1], padding[0], padding[0])
    match mode:
        case "max":
            padded = nn.functional.pad(X, p, value=torch.finfo(X.dtype).min)
            return _windows(padded, size, step).flatten(-2).max(-1).values
        case "avg":
            return torch.einsum("...ij->...", _windows(nn.functional.pad(X, p), size, step)) / (size[0] * size[1])
    raise ValueError(mode)


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    K = torch.rand(kernel_size, dtype=X.dtype, device=X.device, requires_grad=True)
    for _ in range(num_steps):
        (gradient,) = torch.autograd.grad(((corr2d(X, K) - Y) ** 2).mean(), [K])
        K = (K - lr * gradient).detach().requires_grad_()
    return K
