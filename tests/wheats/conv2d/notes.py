"""As the notes write it, mended: a loop over the windows, a buffer, channels added and stacked, `.data` steps."""


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), dtype=X.dtype, device=X.device)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


def conv2d_flipped(X, K):
    return corr2d(X, torch.flip(K, [0, 1]))


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    h, w = X.shape
    padded = torch.zeros((h + 2 * padding[0], w + 2 * padding[1]), dtype=X.dtype, device=X.device)
    padded[padding[0] : padding[0] + h, padding[1] : padding[1] + w] = X
    return corr2d(padded, K)[:: stride[0], :: stride[1]]


def corr2d_multi_in(X, K):
    res = corr2d(X[0, :, :], K[0, :, :])
    for i in range(1, X.shape[0]):
        res += corr2d(X[i, :, :], K[i, :, :])
    return res


def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, k) for k in K])


def corr2d_1x1(X, K):
    c_i, h, w = X.shape
    c_o = K.shape[0]
    X = X.view(c_i, h * w)
    K = K.view(c_o, c_i)
    return torch.mm(K, X).view(c_o, h, w)


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.randn(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    if mode != "max" and mode != "avg":
        raise ValueError("mode")
    p_h, p_w = (pool_size, pool_size) if isinstance(pool_size, int) else pool_size
    if stride is None:
        stride = (p_h, p_w)
    s_h, s_w = (stride, stride) if isinstance(stride, int) else stride
    if X.dim() == 3:
        return torch.stack([pool2d(x, (p_h, p_w), mode, padding, (s_h, s_w)) for x in X])
    fill = float("-inf") if mode == "max" else 0.0
    padded = torch.full((X.shape[0] + 2 * padding[0], X.shape[1] + 2 * padding[1]), fill, dtype=X.dtype)
    padded = padded.to(X.device)
    padded[padding[0] : padding[0] + X.shape[0], padding[1] : padding[1] + X.shape[1]] = X
    Y = torch.zeros((padded.shape[0] - p_h) // s_h + 1, (padded.shape[1] - p_w) // s_w + 1, dtype=X.dtype).to(X.device)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = padded[i * s_h : i * s_h + p_h, j * s_w : j * s_w + p_w]
            Y[i, j] = window.max() if mode == "max" else window.mean()
    return Y


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    K = torch.randn(kernel_size, dtype=X.dtype, device=X.device)
    K.requires_grad_()
    for _ in range(num_steps):
        l = ((corr2d(X, K) - Y) ** 2).sum()
        l.backward()
        K.data -= lr * K.grad
        K.grad.fill_(0)
    return K
