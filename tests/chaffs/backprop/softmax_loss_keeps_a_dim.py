"""You return the loss with a dim of size 1."""


def softmax_cross_entropy_backward(logits, y):
    samples = torch.arange(len(y), device=y.device)
    log_p = logits.log_softmax(dim=1)
    dlogits = log_p.exp()
    dlogits[samples, y] -= 1
    return -log_p.gather(1, y.unsqueeze(1)).mean(dim=0), dlogits / len(y)
