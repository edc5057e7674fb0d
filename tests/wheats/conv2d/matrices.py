"""Frequencies and big matrices: a product of Fourier transforms, banded matrices, index arithmetic, own backward."""

import numpy as np


class _Correlate(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X, K):
        ctx.save_for_backward(X, K)
        return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))

    @staticmethod
    def backward(ctx, upstream):
        X, K = ctx.saved_tensors
        (h, w), (kh, kw) = upstream.shape, K.shape
        dX, dK = torch.zeros_like(X), torch.zeros_like(K)
        for a in range(kh):
            for b in range(kw):
                dX[a : a + h, b : b + w] += upstream * K[a, b]
                dK[a, b] = (upstream * X[a : a + h, b : b + w]).sum()
        return dX, dK


def corr2d(X, K):
    return _Correlate.apply(X, K)


def conv2d_flipped(X, K):
    transform = torch.fft.rfft2(X) * torch.fft.rfft2(K, s=X.shape)
    return torch.fft.irfft2(transform, s=X.shape)[K.shape[0] - 1 :, K.shape[1] - 1 :]


def _band(length, kernel, padding, stride):
    """The matrix (outputs, inputs) whose rows hold a one-dimensional kernel, one stride further each."""
    size = output_size(length, len(kernel), padding, stride)
    columns = [
        torch.stack(
            [
                kernel[i - o * stride + padding]
                if 0 <= i - o * stride + padding < len(kernel)
                else kernel.new_zeros(())
                for o in range(size)
            ]
        )
        for i in range(length)
    ]
    return torch.stack(columns, dim=1)


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    rows = range(0, X.shape[0] + 2 * padding[0] - K.shape[0] + 1, stride[0])
    zeros = torch.zeros(padding[0], X.shape[1], dtype=X.dtype, device=X.device)
    tall = torch.vstack((zeros, X, zeros))
    bands = [_band(X.shape[1], kernel, padding[1], stride[1]) for kernel in K]
    return torch.stack([sum(band @ tall[top + a] for a, band in enumerate(bands)) for top in rows])


def corr2d_multi_in(X, K):
    return torch.vmap(corr2d_shifted)(X, K).sum(dim=0)


def corr2d_shifted(X, K):
    h, w = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    return sum(X[a : a + h, b : b + w] * K[a, b] for a in range(K.shape[0]) for b in range(K.shape[1]))


def corr2d_multi_in_out(X, K):
    co, _, kh, kw = K.shape
    h, w = X.shape[1] - kh + 1, X.shape[2] - kw + 1
    i = np.repeat(np.arange(kh), kw)[:, None] + np.repeat(np.arange(h), w)[None, :]
    j = np.tile(np.arange(kw), kh)[:, None] + np.tile(np.arange(w), h)[None, :]
    columns = X[:, torch.from_numpy(i), torch.from_numpy(j)]
    return torch.matmul(K.flatten(1), columns.flatten(0, 1)).unflatten(1, (h, w))


def corr2d_1x1(X, K):
    pixels = X.flatten(1).T
    return (pixels @ K.flatten(1).T).T.unflatten(1, X.shape[1:])


class _Base(nn.Module):
    def forward(self, X):
        return self.correlate(X) + self.bias


class Conv2D(_Base):
    def __init__(self, kernel_size):
        super().__init__()
        height, width = kernel_size
        self.bias = nn.Parameter(torch.ones(1), requires_grad=True)
        start = np.random.normal(size=(height, width)).astype(np.float32)
        self.weight = nn.Parameter(torch.from_numpy(start))

    def correlate(self, X):
        return corr2d(X, self.weight)


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    if mode in ("max", "avg"):
        pool = [pool_size] * 2 if isinstance(pool_size, int) else list(pool_size)
        step = pool if stride is None else [stride] * 2 if isinstance(stride, int) else list(stride)
        for dim, n, p, s in zip((-2, -1), pool, padding, step):
            # Both the largest and the average of a rectangle are found one direction at a time.
            length = X.shape[dim]
            parts = []
            for start in range(-p, length + p - n + 1, s):
                part = X.narrow(dim, max(start, 0), min(start + n, length) - max(start, 0))
                parts.append(part.amax(dim) if mode == "max" else part.sum(dim) / n)
            X = torch.stack(parts, dim)
        return X
    raise ValueError("mode is 'max' or 'avg'")


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    def loss(K):
        return torch.sum((corr2d_shifted(X, K) - Y).square())

    K = torch.ones(kernel_size, dtype=X.dtype, device=X.device) / 2
    for _ in range(num_steps):
        K = K - lr * torch.func.grad(loss)(K)
    return K
