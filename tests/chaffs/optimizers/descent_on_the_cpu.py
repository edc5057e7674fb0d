"""You collect the points in a tensor on the CPU, wherever x0 lies."""


def gradient_descent(grad, x0, lr, num_steps):
    points = torch.zeros(num_steps + 1, *x0.shape, dtype=x0.dtype)
    points[0] = x0
    x = x0
    for k in range(num_steps):
        x = x - lr * grad(x)
        points[k + 1] = x
    return points
