"""Your loss is stable, but the gradient takes exp of the raw scores."""


def softmax_cross_entropy_backward(logits, y):
    samples = torch.arange(len(y), device=y.device)
    log_p = logits.log_softmax(dim=1)
    loss = -log_p[samples, y].mean()
    exps = logits.exp()
    dlogits = exps / exps.sum(dim=1, keepdim=True)
    dlogits[samples, y] -= 1
    return loss, dlogits / len(y)
