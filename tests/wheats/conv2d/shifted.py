"""One shifted image a kernel entry, added up in a buffer; running maxima; a layer that learns, bias and all."""


def _shifted(X, size, stride=(1, 1)):
    """For each place in the kernel, the entries that it meets."""
    (kh, kw), (sh, sw) = size, stride
    rows, columns = (X.shape[-2] - kh) // sh + 1, (X.shape[-1] - kw) // sw + 1
    for a in range(kh):
        for b in range(kw):
            yield (a, b), X[..., a : a + (rows - 1) * sh + 1 : sh, b : b + (columns - 1) * sw + 1 : sw]


def _pad(X, padding, value=0.0):
    h, w = X.shape[-2:]
    padded = X.new_full((*X.shape[:-2], h + 2 * padding[0], w + 2 * padding[1]), value)
    padded.narrow(-2, padding[0], h).narrow(-1, padding[1], w).copy_(X)
    return padded


def corr2d(X, K):
    Y = X.new_zeros(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
    for place, entries in _shifted(X, K.shape):
        Y += K[place] * entries
    return Y


def conv2d_flipped(X, K):
    return sum(K[-1 - a, -1 - b] * entries for (a, b), entries in _shifted(X, K.shape))


def output_size(n, k, padding=0, stride=1):
    if not (1 <= k <= n + 2 * padding and stride >= 1 and padding >= 0):
        raise ValueError(f"no place for k={k} in n={n}")
    return int(divmod(n + padding + padding - k, stride)[0]) + 1


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    return sum(K[place] * entries for place, entries in _shifted(_pad(X, padding), K.shape, stride))


def corr2d_multi_in(X, K):
    return torch.stack([K[:, a, b, None, None] * part for (a, b), part in _shifted(X, K.shape[1:])]).sum((0, 1))


def corr2d_multi_in_out(X, K):
    co, ci, kh, kw = K.shape
    Y = torch.zeros(co, X.shape[1] - kh + 1, X.shape[2] - kw + 1, dtype=X.dtype, device=X.device)
    for o in range(co):
        for c in range(ci):
            Y[o] += corr2d(X[c], K[o, c])
    return Y


def corr2d_1x1(X, K):
    return (K.reshape(*K.shape[:2], 1, 1) * X).sum(dim=1)


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.size = kernel_size
        self.weight = nn.Parameter(torch.randn(*kernel_size) * 0.01)
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X):
        Y = self.bias.expand(X.shape[0] - self.size[0] + 1, X.shape[1] - self.size[1] + 1)
        for place, entries in _shifted(X, self.size):
            Y = Y + self.weight[place] * entries
        return Y


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    if mode not in ["max", "avg"]:
        raise ValueError("mode")
    if isinstance(pool_size, int):
        pool_size = (pool_size, pool_size)
    if stride is None:
        stride = pool_size
    if isinstance(stride, int):
        stride = (stride, stride)
    padded = _pad(X, padding, -float("inf") if mode == "max" else 0)
    parts = [entries for _, entries in _shifted(padded, pool_size, stride)]
    if mode == "avg":
        return sum(parts) / len(parts)
    largest = parts[0]
    for part in parts[1:]:
        largest = torch.maximum(largest, part)
    return largest


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    net = Conv2D(kernel_size).to(X)
    for _ in range(num_steps):
        loss = (net(X) - Y).pow(2).mean()
        net.zero_grad()
        loss.backward()
        with torch.no_grad():
            for p in net.parameters():
                p -= lr * p.grad
    return net.weight.detach()
