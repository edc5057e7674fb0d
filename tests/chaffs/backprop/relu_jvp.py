"""You let forward-mode differentiation multiply with the derivative."""


def relu_backward(dout, X):
    return torch.func.jvp(torch.relu, (X,), (dout,))[1]
