"""You take at least one step, even where none is asked for."""


def gradient_descent(grad, x0, lr, num_steps):
    points = [x0]
    for _ in range(max(num_steps, 1)):
        points.append(points[-1] - lr * grad(points[-1]))
    return torch.stack(points)
