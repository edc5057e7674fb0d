"""You leave the start out of the path."""


def gradient_descent(grad, x0, lr, num_steps):
    x, points = x0, []
    for _ in range(num_steps):
        x = x - lr * grad(x)
        points.append(x)
    return torch.stack(points)
