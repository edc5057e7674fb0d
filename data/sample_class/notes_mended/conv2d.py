import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros( (X.shape[0]-h+1, X.shape[1]-w+1), dtype=X.dtype, device=X.device )
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i+h, j:j+w] * K).sum()
    return Y


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super(Conv2D, self).__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.randn(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias


# the notes tell these without code

def conv2d_flipped(X, K):
    # [[0, 1], [2, 3]] -> [[3, 2], [1, 0]]
    return corr2d(X, torch.flip(K, [0, 1]))


def output_size(n, k, padding=0, stride=1):
    if k < 1 or stride < 1 or padding < 0 or k > n + 2 * padding:
        raise ValueError('this kernel does not fit')
    return (n + 2 * padding - k) // stride + 1


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    h, w = K.shape
    padded = torch.zeros((X.shape[0] + 2 * padding[0], X.shape[1] + 2 * padding[1]), dtype=X.dtype, device=X.device)
    padded[padding[0]:padding[0]+X.shape[0], padding[1]:padding[1]+X.shape[1]] = X
    Y = torch.zeros(
        (output_size(X.shape[0], h, padding[0], stride[0]), output_size(X.shape[1], w, padding[1], stride[1])),
        dtype=X.dtype, device=X.device
    )
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            a, b = i * stride[0], j * stride[1]
            Y[i, j] = (padded[a:a+h, b:b+w] * K).sum()
    return Y


def corr2d_multi_in(X, K):
    res = corr2d(X[0], K[0])
    for i in range(1, X.shape[0]):
        res += corr2d(X[i], K[i])
    return res


def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, k) for k in K])


def corr2d_1x1(X, K):
    # O1[i, j] = I1[i, j] * C[1, 1] + I2[i, j] * C[2, 1] + ...
    c_i, h, w = X.shape
    c_o = K.shape[0]
    X = X.reshape(c_i, h * w)
    K = K.reshape(c_o, c_i)
    return torch.mm(K, X).view(c_o, h, w)


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    if mode != 'max' and mode != 'avg':
        raise ValueError('mode must be max or avg')
    if X.dim() == 3:    # each channel by itself
        return torch.stack([pool2d(x, pool_size, mode, padding, stride) for x in X])
    if stride is None:
        stride = pool_size
    if isinstance(pool_size, int):
        pool_size = (pool_size, pool_size)
    if isinstance(stride, int):
        stride = (stride, stride)
    p_h, p_w = pool_size
    border = float('-inf') if mode == 'max' else 0.0
    padded = torch.full(
        (X.shape[0] + 2 * padding[0], X.shape[1] + 2 * padding[1]), border, dtype=X.dtype, device=X.device
    )
    padded[padding[0]:padding[0]+X.shape[0], padding[1]:padding[1]+X.shape[1]] = X
    Y = torch.zeros(
        (output_size(X.shape[0], p_h, padding[0], stride[0]), output_size(X.shape[1], p_w, padding[1], stride[1])),
        dtype=X.dtype, device=X.device
    )
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            a, b = i * stride[0], j * stride[1]
            if mode == 'max':
                Y[i, j] = padded[a:a+p_h, b:b+p_w].max()
            else:
                Y[i, j] = padded[a:a+p_h, b:b+p_w].mean()
    return Y


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    K = torch.randn(kernel_size, dtype=X.dtype, device=X.device)
    K.requires_grad_(requires_grad=True)
    for step in range(num_steps):
        l = ((corr2d(X, K) - Y) ** 2).sum()
        l.backward()
        K.data -= lr * K.grad
        K.grad.data.zero_()
    return K
