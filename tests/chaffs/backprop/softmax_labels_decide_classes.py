"""You let the labels decide how many classes there are, which fails where the last one is absent."""


def softmax_cross_entropy_backward(logits, y):
    samples = torch.arange(len(y), device=y.device)
    log_p = logits.log_softmax(dim=1)
    loss = -log_p[samples, y].mean()
    return loss, (log_p.exp() - torch.nn.functional.one_hot(y)) / len(y)
