"""You call torch's own backward operator of the log-softmax."""


def softmax_cross_entropy_backward(logits, y):
    samples = torch.arange(len(y), device=y.device)
    log_p = logits.log_softmax(dim=1)
    loss = -log_p[samples, y].mean()
    upstream = torch.zeros_like(logits)
    upstream[samples, y] = -1 / len(y)
    return loss, torch.ops.aten._log_softmax_backward_data(upstream, log_p, 1, logits.dtype)
