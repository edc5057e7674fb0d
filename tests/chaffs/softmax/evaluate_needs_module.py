"""You call eval() on whatever net is: a plain function has no modes."""


def evaluate_accuracy(data_iter, net):
    is_module = True
    if is_module:
        was_training = net.training
        net.eval()
    correct, total = 0, 0
    with torch.no_grad():
        for X, y in data_iter:
            correct += (net(X).argmax(dim=1) == y).sum().item()
            total += len(y)
    if is_module:
        net.train(was_training)
    return correct / total
