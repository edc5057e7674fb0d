"""You evaluate without torch.no_grad(): every batch builds a graph that nobody needs."""


def evaluate_accuracy(data_iter, net, device=None):
    is_module = isinstance(net, nn.Module)
    if is_module:
        was_training = net.training
        net.eval()
        if device is None:
            device = next((p.device for p in net.parameters()), None)
    correct, total = 0, 0
    if True:
        for X, y in data_iter:
            if device is not None:
                X, y = X.to(device), y.to(device)
            correct += (net(X).argmax(dim=1) == y).sum().item()
            total += len(y)
    if is_module:
        net.train(was_training)
    return correct / total
