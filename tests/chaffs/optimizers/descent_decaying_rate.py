"""You let the learning rate decay; here it stays."""


def gradient_descent(grad, x0, lr, num_steps):
    points = [x0]
    for k in range(num_steps):
        points.append(points[-1] - lr / (k + 1) * grad(points[-1]))
    return torch.stack(points)
