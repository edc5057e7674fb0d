"""You leave the net in eval mode: its training goes on without dropout."""


def evaluate_accuracy(data_iter, net):
    is_module = isinstance(net, nn.Module)
    if is_module:
        was_training = net.training
        net.eval()
    correct, total = 0, 0
    with torch.no_grad():
        for X, y in data_iter:
            correct += (net(X).argmax(dim=1) == y).sum().item()
            total += len(y)
    return correct / total
