"""You keep the tensors that grad handed out and read them at the end, when they hold something else."""


def gradient_descent(grad, x0, lr, num_steps):
    x, slopes, points = x0, [], [x0]
    for _ in range(num_steps):
        slopes.append(grad(x))
        x = x - lr * slopes[-1]
    for slope in slopes:
        points.append(points[-1] - lr * slope)
    return torch.stack(points)
