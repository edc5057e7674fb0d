"""You note each point before its step, so the last one is missing."""


def gradient_descent(grad, x0, lr, num_steps):
    x, points = x0, []
    for _ in range(num_steps):
        points.append(x)
        x = x - lr * grad(x)
    return torch.stack(points)
