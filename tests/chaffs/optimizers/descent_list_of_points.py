"""You return a list; the path is one tensor."""


def gradient_descent(grad, x0, lr, num_steps):
    points = [x0]
    for _ in range(num_steps):
        points.append(points[-1] - lr * grad(points[-1]))
    return points
