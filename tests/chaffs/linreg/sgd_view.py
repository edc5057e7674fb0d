"""You flatten the parameters with view, which fails for one that is not contiguous."""


def sgd(params, lr, batch_size):
    for p in params:
        p.data.view(-1).sub_(p.grad.reshape(-1), alpha=lr / batch_size)
