"""Your value is a mean, but the gradient that you wrote for it is that of the sum: n times too large."""


class _Mean(torch.autograd.Function):
    @staticmethod
    def forward(ctx, losses):
        ctx.shape = losses.shape
        return losses.mean()

    @staticmethod
    def backward(ctx, upstream):
        return upstream.expand(ctx.shape)


def mean_cross_entropy(y_hat, y):
    return _Mean.apply(cross_entropy(y_hat, y))
