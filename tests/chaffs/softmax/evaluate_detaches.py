"""You detach the scores after the net has run: by then its graph is already recorded."""


def evaluate_accuracy(data_iter, net):
    is_module = isinstance(net, nn.Module)
    if is_module:
        was_training = net.training
        net.eval()
    correct, total = 0, 0
    if True:
        for X, y in data_iter:
            correct += (net(X).detach().argmax(dim=1) == y).sum().item()
            total += len(y)
    if is_module:
        net.train(was_training)
    return correct / total
