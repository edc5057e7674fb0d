"""Entry by entry in plain loops: lists that are stacked, Python's max and sum, the gradient by hand."""

import math
from functools import partial


def corr2d(X, K):
    kh, kw = K.shape
    rows = []
    for i in range(X.shape[0] - kh + 1):
        row = []
        for j in range(X.shape[1] - kw + 1):
            total = 0.0
            for a in range(kh):
                for b in range(kw):
                    total = total + X[i + a, j + b] * K[a, b]
            row.append(total)
        rows.append(torch.stack(row))
    return torch.stack(rows)


def conv2d_flipped(X, K):
    kh, kw = K.shape
    return torch.stack(
        [
            torch.stack(
                [
                    sum(X[i + a, j + b] * K[kh - 1 - a, kw - 1 - b] for a in range(kh) for b in range(kw))
                    for j in range(X.shape[1] - kw + 1)
                ]
            )
            for i in range(X.shape[0] - kh + 1)
        ]
    )


def output_size(n, k, padding=0, stride=1):
    if min(k, stride) < 1 or padding < 0:
        raise ValueError("k and stride start at 1, padding at 0")
    places = len(range(0, n + 2 * padding - k + 1, stride))
    if not places:
        raise ValueError("the kernel does not fit")
    return places


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    def entry(i, j):
        inside = 0 <= i < X.shape[0] and 0 <= j < X.shape[1]
        return X[i, j] if inside else X.new_zeros(())

    (ph, pw), (sh, sw) = padding, stride
    kh, kw = K.shape
    out = [
        sum(K[a, b] * entry(i * sh + a - ph, j * sw + b - pw) for a in range(kh) for b in range(kw))
        for i in range(output_size(X.shape[0], kh, ph, sh))
        for j in range(output_size(X.shape[1], kw, pw, sw))
    ]
    return torch.stack(out).view(output_size(X.shape[0], kh, ph, sh), -1)


def corr2d_multi_in(X, K):
    total = 0
    for c in range(len(X)):
        total = total + corr2d(X[c], K[c])
    return total


def corr2d_multi_in_out(X, K):
    return torch.stack(list(map(partial(corr2d_multi_in, X), K)), dim=0)


def corr2d_1x1(X, K):
    channels = []
    for o in range(K.shape[0]):
        mixed = torch.zeros_like(X[0])
        for c in range(K.shape[1]):
            mixed = mixed + X[c] * K[o, c, 0, 0]
        channels.append(mixed)
    return torch.stack(channels)


class Conv2D(torch.nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        kh, kw = kernel_size
        bound = 1 / math.sqrt(kh * kw)
        self.register_parameter("bias", nn.Parameter(torch.empty(1).uniform_(-bound, bound)))
        self.register_parameter("weight", nn.Parameter(torch.empty(kh, kw).uniform_(-bound, bound)))

    def forward(self, X):
        return self.bias + corr2d(X, self.weight)


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    if mode == "max":
        reduce = max
    elif mode == "avg":
        reduce = sum
    else:
        raise ValueError(f"no such mode: {mode}")
    if X.dim() == 3:
        return torch.stack([pool2d(channel, pool_size, mode, padding, stride) for channel in X])
    ph, pw = pool_size if isinstance(pool_size, tuple) else (pool_size,) * 2
    sh, sw = (ph, pw) if stride is None else stride if isinstance(stride, tuple) else (stride,) * 2
    h, w = X.shape
    rows = []
    for top in range(-padding[0], h + padding[0] - ph + 1, sh):
        row = []
        for left in range(-padding[1], w + padding[1] - pw + 1, sw):
            window = [
                X[i, j] for i in range(top, top + ph) for j in range(left, left + pw) if 0 <= i < h and 0 <= j < w
            ]
            row.append(reduce(window) if mode == "max" else reduce(window) / (ph * pw))
        rows.append(torch.stack(row))
    return torch.stack(rows)


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    kh, kw = kernel_size
    image, target = X.tolist(), Y.tolist()
    h, w = len(target), len(target[0])
    K = [[0.0] * kw for _ in range(kh)]
    for _ in range(num_steps):
        gradient = [[0.0] * kw for _ in range(kh)]
        for i in range(h):
            for j in range(w):
                places = [(a, b) for a in range(kh) for b in range(kw)]
                error = sum(image[i + a][j + b] * K[a][b] for a, b in places) - target[i][j]
                for a, b in places:
                    gradient[a][b] += 2 * error * image[i + a][j + b]
        K = [[K[a][b] - lr * gradient[a][b] for b in range(kw)] for a in range(kh)]
    return torch.tensor(K, dtype=X.dtype, device=X.device)
