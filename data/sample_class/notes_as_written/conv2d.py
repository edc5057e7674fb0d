import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros( (X.shape[0]-h+1, X.shape[1]-w+1) )
    for i in range(h):
        for j in range(w):
            Y[i, j] = (X[i:i+h, j:j+w] * K).sum()
    return Y


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super(Conv2D, self).__init__()
        self.weight = torch.Parameter(torch.randn(kernel_size))
        self.bias = torch.Parameter(torch.randn(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias


# the notes have these as formulas alone

def output_size(n, k, padding=0, stride=1):
    # n_h + p_h - k_h + 1
    return n + padding - k + 1


def corr2d_1x1(X, K):
    # O1[i, j] = I1[i, j] * C[1, 1] + I2[i, j] * C[2, 1] + ...
    O = torch.zeros((K.shape[0], X.shape[1], X.shape[2]))
    for o in range(K.shape[0]):
        for i in range(X.shape[0]):
            O[o] += X[i] * K[i, o]
    return O


# the notes tell these without code

def conv2d_flipped(X, K):
    raise NotImplementedError


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    raise NotImplementedError


def corr2d_multi_in(X, K):
    raise NotImplementedError


def corr2d_multi_in_out(X, K):
    raise NotImplementedError


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    raise NotImplementedError


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    raise NotImplementedError
