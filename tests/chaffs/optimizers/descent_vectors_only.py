"""You join the points as rows, which flattens points that are matrices."""


def gradient_descent(grad, x0, lr, num_steps):
    points = [x0]
    for _ in range(num_steps):
        points.append(points[-1] - lr * grad(points[-1]))
    return torch.stack([x.flatten() for x in points])
