"""Convolution and pooling, Mina K."""
import torch
from torch import nn
from torch.nn import functional as F


def output_size(n, k, padding=0, stride=1):
    if min(k, stride) < 1 or padding < 0:
        raise ValueError("kernel and stride have to be positive, padding must not be negative")
    room = n + 2 * padding - k
    if room < 0:
        raise ValueError("the kernel is larger than the padded input")
    return room // stride + 1


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    (h, w), (kh, kw), (ph, pw), (sh, sw) = X.shape, K.shape, padding, stride
    frame = X.new_zeros(h + 2 * ph, w + 2 * pw)
    frame[ph:ph + h, pw:pw + w] = X
    oh, ow = output_size(h, kh, ph, sh), output_size(w, kw, pw, sw)
    # one pass for each entry of the kernel: what it sees is a shifted, thinned out picture
    out = 0
    for a in range(kh):
        for b in range(kw):
            out = out + K[a, b] * frame[a:a + (oh - 1) * sh + 1:sh, b:b + (ow - 1) * sw + 1:sw]
    return out


def corr2d(X, K):
    return corr2d_padded(X, K)


def conv2d_flipped(X, K):
    return corr2d_padded(X, torch.rot90(K, 2))


def corr2d_multi_in_out(X, K):
    co, ci, kh, kw = K.shape
    h, w = X.shape[1:]
    columns = F.unfold(X.unsqueeze(0), (kh, kw))[0]    # (ci*kh*kw, places)
    return (K.flatten(1) @ columns).reshape(co, h - kh + 1, w - kw + 1)


def corr2d_multi_in(X, K):
    return corr2d_multi_in_out(X, K[None])[0]


def corr2d_1x1(X, K):
    return torch.einsum("oi,ihw->ohw", K[:, :, 0, 0], X)


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(*kernel_size).uniform_(-0.5, 0.5))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        return corr2d(X, self.weight) + self.bias


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    if mode not in ("max", "avg"):
        raise ValueError("mode is 'max' or 'avg'")
    if stride is None:
        stride = pool_size
    kh, kw = (pool_size, pool_size) if isinstance(pool_size, int) else pool_size
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    ph, pw = padding
    h, w = X.shape[-2:]
    oh, ow = output_size(h, kh, ph, sh), output_size(w, kw, pw, sw)
    frame = X.new_full(X.shape[:-2] + (h + 2 * ph, w + 2 * pw), float("-inf") if mode == "max" else 0.0)
    frame[..., ph:ph + h, pw:pw + w] = X
    rows = []
    for i in range(oh):
        windows = [frame[..., i * sh:i * sh + kh, j * sw:j * sw + kw].flatten(-2) for j in range(ow)]
        if mode == "max":
            rows.append(torch.stack([window.max(dim=-1).values for window in windows], dim=-1))
        else:
            rows.append(torch.stack([window.mean(dim=-1) for window in windows], dim=-1))
    return torch.stack(rows, dim=-2)


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    K = X.new_zeros(*kernel_size)
    for _ in range(num_steps):
        # the gradient of sum((corr2d(X, K) - Y)^2) in K is itself a cross-correlation
        K = K - lr * 2 * corr2d(X, corr2d(X, K) - Y)
    return K
