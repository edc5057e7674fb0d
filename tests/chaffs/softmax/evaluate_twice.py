"""You go through the data twice, once to count the samples: a generator is exhausted by then."""


def evaluate_accuracy(data_iter, net):
    is_module = isinstance(net, nn.Module)
    if is_module:
        was_training = net.training
        net.eval()
    correct, total = 0, sum(len(y) for _, y in data_iter)
    with torch.no_grad():
        for X, y in data_iter:
            correct += (net(X).argmax(dim=1) == y).sum().item()
    if is_module:
        net.train(was_training)
    return correct / max(total, 1)
