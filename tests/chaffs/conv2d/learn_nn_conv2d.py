"""You train an nn.Conv2d."""


def learn_kernel(X, Y, kernel_size, num_steps=200, lr=3e-2):
    layer = nn.Conv2d(1, 1, kernel_size, bias=False, dtype=X.dtype, device=X.device)
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    for _ in range(num_steps):
        optimizer.zero_grad()
        ((layer(X[None, None])[0, 0] - Y) ** 2).sum().backward()
        optimizer.step()
    return layer.weight.data[0, 0]
