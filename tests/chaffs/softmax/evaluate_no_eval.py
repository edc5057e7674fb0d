"""You leave the net in train mode: dropout still drops while you evaluate."""


def evaluate_accuracy(data_iter, net):
    correct, total = 0, 0
    with torch.no_grad():
        for X, y in data_iter:
            correct += (net(X).argmax(dim=1) == y).sum().item()
            total += len(y)
    return correct / total
