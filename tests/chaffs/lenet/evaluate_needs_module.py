"""You ask whatever net is for its modes and parameters: a plain callable has none."""


def evaluate_accuracy(data_iter, net, device=None):
    is_module = True
    if is_module:
        was_training = net.training
        net.eval()
        if device is None:
            device = next((p.device for p in net.parameters()), None)
    correct, total = 0, 0
    with torch.no_grad():
        for X, y in data_iter:
            if device is not None:
                X, y = X.to(device), y.to(device)
            correct += (net(X).argmax(dim=1) == y).sum().item()
            total += len(y)
    if is_module:
        net.train(was_training)
    return correct / total
