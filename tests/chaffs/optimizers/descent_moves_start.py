"""You take the steps with the caller's x0."""


def gradient_descent(grad, x0, lr, num_steps):
    points = [x0.clone()]
    for _ in range(num_steps):
        x0 -= lr * grad(x0)
        points.append(x0.clone())
    return torch.stack(points)
