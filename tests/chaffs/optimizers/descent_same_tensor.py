"""You note one tensor again and again and change it in place, so all points are the last."""


def gradient_descent(grad, x0, lr, num_steps):
    x = x0.clone()
    points = [x]
    for _ in range(num_steps):
        x -= lr * grad(x)
        points.append(x)
    return torch.stack(points)
