"""You compute under no_grad, so no gradient reaches the logits."""


def cross_entropy_from_logits(logits, y):
    with torch.no_grad():
        return logits.logsumexp(dim=1, keepdim=True) - logits.gather(1, y.view(-1, 1))
