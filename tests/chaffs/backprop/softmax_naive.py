"""You take exp of the raw scores, which overflows as soon as one of them is large."""


def softmax_cross_entropy_backward(logits, y):
    samples = torch.arange(len(y), device=y.device)
    exps = logits.exp()
    dlogits = exps / exps.sum(dim=1, keepdim=True)
    loss = -dlogits[samples, y].log().mean()
    dlogits[samples, y] -= 1
    return loss, dlogits / len(y)
