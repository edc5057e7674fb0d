"""You flatten the logits with view, which fails where they are strided."""


def softmax_cross_entropy_backward(logits, y):
    n, q = logits.shape
    logits = logits.view(-1).view(n, q)
    samples = torch.arange(len(y), device=y.device)
    log_p = logits.log_softmax(dim=1)
    loss = -log_p[samples, y].mean()
    dlogits = log_p.exp()
    dlogits[samples, y] -= 1
    return loss, dlogits / len(y)
