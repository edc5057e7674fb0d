"""logsumexp, a copied net in inference mode, nn.Linear with its default start, torch.optim.SGD."""

import copy


def softmax(X):
    return torch.exp(X - torch.logsumexp(X, dim=-1, keepdim=True))


def net(X, W, b):
    return softmax(torch.addmm(b, X.flatten(start_dim=1), W))


def accuracy(y_hat, y):
    predicted = y_hat.max(dim=-1).indices
    return torch.count_nonzero(predicted == y).item() / y.numel()


def evaluate_accuracy(data_iter, net):
    if isinstance(net, nn.Module):
        net = copy.deepcopy(net).eval()
    with torch.inference_mode():
        counts = [(int(torch.eq(net(X).argmax(-1), y).sum()), y.size(0)) for X, y in data_iter]
    return sum(right for right, _ in counts) / sum(size for _, size in counts)


class FlattenLayer(nn.Flatten):
    pass


def softmax_regression_net(num_inputs, num_outputs):
    net = nn.Sequential(nn.Flatten(), nn.Linear(num_inputs, num_outputs))
    with torch.no_grad():
        for name, p in net.named_parameters():
            p.normal_(0, 0.01) if name.endswith("weight") else p.zero_()
    return net


def train_softmax(train_iter, num_inputs, num_outputs, lr=0.1, num_epochs=5):
    X, _ = next(iter(train_iter))
    linear = nn.Linear(num_inputs, num_outputs, device=X.device, dtype=X.dtype)
    optimizer = torch.optim.SGD(linear.parameters(), lr=lr)
    for _ in range(num_epochs):
        for X, y in train_iter:
            optimizer.zero_grad(set_to_none=False)
            nn.functional.cross_entropy(linear(X.flatten(1)), y).backward()
            optimizer.step()
    return linear.weight.T, linear.bias
