"""You join the points along the first dim they have; the path needs a dim of its own."""


def gradient_descent(grad, x0, lr, num_steps):
    points = [x0]
    for _ in range(num_steps):
        points.append(points[-1] - lr * grad(points[-1]))
    return torch.cat(points)
