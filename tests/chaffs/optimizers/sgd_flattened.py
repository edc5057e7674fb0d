"""You flatten the parameter, which for strided memory updates a copy."""


def sgd(params, lr):
    with torch.no_grad():
        for x in params:
            if x.grad is not None:
                x.reshape(-1).sub_(lr * x.grad.reshape(-1))
