"""You collect the counts in a tensor on the CPU: labels on a GPU do not mix with it."""


def evaluate_accuracy(data_iter, net):
    is_module = isinstance(net, nn.Module)
    if is_module:
        was_training = net.training
        net.eval()
    correct, total = torch.zeros(1), 0
    with torch.no_grad():
        for X, y in data_iter:
            correct = correct + (net(X).argmax(dim=1) == y).sum().reshape(1)
            total += len(y)
    if is_module:
        net.train(was_training)
    return correct.item() / total
