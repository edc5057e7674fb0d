"""You look into the net's __code__, which only plain functions have: a callable object fails."""


def evaluate_accuracy(data_iter, net):
    is_module = isinstance(net, nn.Module)
    options = {} if is_module or "is_training" not in net.__code__.co_varnames else {"is_training": False}
    if is_module:
        was_training = net.training
        net.eval()
    correct, total = 0, 0
    with torch.no_grad():
        for X, y in data_iter:
            correct += (net(X, **options).argmax(dim=1) == y).sum().item()
            total += len(y)
    if is_module:
        net.train(was_training)
    return correct / total
