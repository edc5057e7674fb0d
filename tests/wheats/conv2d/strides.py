"""as_strided with the image's own strides, tensordot; the gradient by hand, of half the squared error."""

import numpy as np


def corr2d(X, K):
    (h, w), (kh, kw) = X.shape, K.shape
    windows = torch.as_strided(X, (h - kh + 1, w - kw + 1, kh, kw), (*X.stride(), *X.stride()))
    return torch.tensordot(windows, K, dims=2)


def conv2d_flipped(X, K):
    return corr2d(X, torch.rot90(K, 2))


def output_size(n, k, padding=0, stride=1):
    if k < 1:
        raise ValueError("k")
    if stride < 1:
        raise ValueError("stride")
    if padding < 0:
        raise ValueError("padding")
    if n + 2 * padding < k:
        raise ValueError("n")
    return int(np.floor((n + 2 * padding - k) / stride) + 1)


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    h, w = X.shape
    (ph, pw), (sh, sw), (kh, kw) = padding, stride, K.shape
    side, top = X.new_zeros(h, pw), X.new_zeros(ph, w + 2 * pw)
    padded = torch.cat([top, torch.cat([side, X, side], dim=1), top])
    size = (output_size(h, kh, ph, sh), output_size(w, kw, pw, sw), kh, kw)
    down, right = padded.stride()
    return (padded.as_strided(size, (sh * down, sw * right, down, right)) * K).sum((2, 3))


def corr2d_multi_in(X, K):
    ci, kh, kw = K.shape
    s = X.stride()
    windows = X.as_strided((X.shape[1] - kh + 1, X.shape[2] - kw + 1, ci, kh, kw), (s[1], s[2], s[0], s[1], s[2]))
    return torch.tensordot(windows, K, dims=3)


def corr2d_multi_in_out(X, K):
    X = X.contiguous()
    _, ci, kh, kw = K.shape
    s = X.stride()
    windows = X.as_strided((X.shape[1] - kh + 1, X.shape[2] - kw + 1, ci, kh, kw), (s[1], s[2], s[0], s[1], s[2]))
    return torch.tensordot(K, windows, dims=([1, 2, 3], [2, 3, 4]))


def corr2d_1x1(X, K):
    return torch.tensordot(K.view(K.size(0), K.size(1)), X, dims=([1], [0]))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(kernel_size))
        self.bias = nn.Parameter(torch.empty((1,)))
        self.reset_parameters()

    def reset_parameters(self):
        nn.init.kaiming_uniform_(self.weight)
        nn.init.constant_(self.bias, 0.1)

    def forward(self, input):
        return corr2d(input, self.weight).add(self.bias)


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    reductions = {"max": lambda windows: windows.amax((-2, -1)), "avg": lambda windows: windows.mean((-2, -1))}
    if mode not in reductions:
        raise ValueError(f"mode must be one of {', '.join(reductions)}")
    (ph, pw), (sh, sw) = (
        (size, size) if isinstance(size, int) else size for size in (pool_size, pool_size if stride is None else stride)
    )
    border = {"max": -torch.inf, "avg": 0.0}[mode]
    padded = nn.ConstantPad2d((padding[1], padding[1], padding[0], padding[0]), border)(X).contiguous()
    *channels, h, w = padded.shape
    *between, down, right = padded.stride()
    windows = padded.as_strided(
        (*channels, (h - ph) // sh + 1, (w - pw) // sw + 1, ph, pw), (*between, sh * down, sw * right, down, right)
    )
    return reductions[mode](windows)


@torch.no_grad()
def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    K = torch.normal(0.0, 0.01, tuple(kernel_size)).to(X)
    for _ in range(num_steps):
        K.sub_(corr2d(X, corr2d(X, K) - Y), alpha=lr)
    return K
