"""You forget dout in the weights' gradient and sum the inputs."""


def linear_backward(dout, X, W):
    return dout @ W.T, X.sum(dim=0).unsqueeze(1).expand_as(W), dout.sum(dim=0)
