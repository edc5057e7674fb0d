"""You subtract the whole gradient and leave the learning rate out."""


def gradient_descent(grad, x0, lr, num_steps):
    points = [x0]
    for _ in range(num_steps):
        points.append(points[-1] - grad(points[-1]))
    return torch.stack(points)
