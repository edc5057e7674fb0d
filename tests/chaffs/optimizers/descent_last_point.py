"""You return the last point alone; the whole path is asked for."""


def gradient_descent(grad, x0, lr, num_steps):
    x = x0
    for _ in range(num_steps):
        x = x - lr * grad(x)
    return x
