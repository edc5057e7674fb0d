"""You return inside the loop: only the first batch is counted."""


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
            break
    if is_module:
        net.train(was_training)
    return correct / total
