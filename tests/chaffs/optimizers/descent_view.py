"""You flatten with view, which fails where memory is strided."""


def gradient_descent(grad, x0, lr, num_steps):
    x = x0.view(-1)
    points = [x]
    for _ in range(num_steps):
        x = x - lr * grad(x.view(x0.shape)).view(-1)
        points.append(x)
    return torch.stack(points).view(num_steps + 1, *x0.shape)
