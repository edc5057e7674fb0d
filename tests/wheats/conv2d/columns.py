"""im2col: torch's unfold, one matrix product for each convolution, torch.optim and an MSELoss."""

import torch.nn.functional as F


def corr2d(X, K):
    kh, kw = K.shape
    columns = F.unfold(X[None, None], (kh, kw))[0]
    return (K.reshape(1, -1) @ columns).reshape(X.size(0) - kh + 1, X.size(1) - kw + 1)


def conv2d_flipped(X, K):
    turned = K.reshape(-1).flip(0).reshape(K.shape)
    return (F.unfold(X[None, None], K.shape)[0] * turned.reshape(-1, 1)).sum(0).reshape(X.size(0) - K.size(0) + 1, -1)


def corr2d_padded(X, K, padding=(0, 0), stride=(1, 1)):
    columns = F.unfold(X.unsqueeze(0).unsqueeze(0), tuple(K.shape), padding=padding, stride=stride)
    return (columns[0].T @ K.flatten()).view(output_size(X.shape[0], K.shape[0], padding[0], stride[0]), -1)


def corr2d_multi_in(X, K):
    return corr2d_multi_in_out(X, K.unsqueeze(0)).squeeze(0)


def corr2d_multi_in_out(X, K):
    co, _, kh, kw = K.shape
    columns = nn.Unfold((kh, kw))(X[None])[0]
    return K.reshape(co, -1).matmul(columns).reshape(co, X.shape[1] - kh + 1, X.shape[2] - kw + 1)


def corr2d_1x1(X, K):
    return F.linear(X.permute(1, 2, 0), K.squeeze(-1).squeeze(-1)).permute(2, 0, 1)


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        layer = nn.Linear(kernel_size[0] * kernel_size[1], 1)
        self.weight = nn.Parameter(layer.weight.data.reshape(kernel_size))
        self.bias = layer.bias

    def forward(self, X):
        columns = F.unfold(X[None, None], self.weight.shape)[0]
        flat = F.linear(columns.T, self.weight.reshape(1, -1), self.bias)
        return flat.reshape(X.shape[0] - self.weight.shape[0] + 1, X.shape[1] - self.weight.shape[1] + 1)


def pool2d(X, pool_size, mode="max", padding=(0, 0), stride=None):
    if mode not in {"max", "avg"}:
        raise ValueError("mode must be max or avg")
    size = (pool_size, pool_size) if type(pool_size) is int else tuple(pool_size)
    stride = size if stride is None else stride
    stride = (stride, stride) if type(stride) is int else tuple(stride)
    channels = X.reshape(-1, 1, *X.shape[-2:])
    columns = F.unfold(channels, size, padding=padding, stride=stride)
    if mode == "avg":
        pooled = columns.mean(dim=1)
    else:
        inside = F.unfold(torch.ones_like(channels), size, padding=padding, stride=stride) > 0
        pooled = columns.masked_fill(~inside, -torch.inf).amax(dim=1)
    h = output_size(X.shape[-2], size[0], padding[0], stride[0])
    w = output_size(X.shape[-1], size[1], padding[1], stride[1])
    return pooled.reshape(*X.shape[:-2], h, w)


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    K = nn.Parameter(torch.zeros(kernel_size, dtype=X.dtype, device=X.device))
    optimizer, loss = torch.optim.SGD([K], lr=lr), nn.MSELoss()
    for _ in range(num_steps):
        optimizer.zero_grad()
        loss(corr2d(X, K), Y).backward()
        optimizer.step()
    return K.data
