"""You ask for the gradient at the start in every step."""


def gradient_descent(grad, x0, lr, num_steps):
    points = [x0]
    for _ in range(num_steps):
        points.append(points[-1] - lr * grad(x0))
    return torch.stack(points)
