"""You collect the points in a tensor of the default dtype."""


def gradient_descent(grad, x0, lr, num_steps):
    points = torch.zeros(num_steps + 1, *x0.shape, device=x0.device)
    points[0] = x0
    for k in range(num_steps):
        points[k + 1] = points[k] - lr * grad(points[k])
    return points
