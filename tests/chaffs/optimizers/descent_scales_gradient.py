"""You scale in place the tensor that grad handed out."""


def gradient_descent(grad, x0, lr, num_steps):
    x = x0.clone()
    points = [x]
    for _ in range(num_steps):
        x = x - grad(x).mul_(lr)
        points.append(x)
    return torch.stack(points)
