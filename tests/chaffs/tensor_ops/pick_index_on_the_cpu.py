"""You build the index anew and leave it on the CPU."""


def pick(y_hat, y):
    return y_hat.gather(1, torch.LongTensor(y.tolist()).view(-1, 1))
