"""You make the one-hot labels on the CPU."""


def softmax_cross_entropy_backward(logits, y):
    samples = torch.arange(len(y), device=y.device)
    log_p = logits.log_softmax(dim=1)
    loss = -log_p[samples, y].mean()
    labels = torch.eye(logits.shape[1], dtype=logits.dtype)[y.cpu()]
    return loss, (log_p.exp() - labels) / len(y)
