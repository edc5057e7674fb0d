"""You return the gradient without the loss."""


def softmax_cross_entropy_backward(logits, y):
    samples = torch.arange(len(y), device=y.device)
    log_p = logits.log_softmax(dim=1)
    dlogits = log_p.exp()
    dlogits[samples, y] -= 1
    return dlogits / len(y)
