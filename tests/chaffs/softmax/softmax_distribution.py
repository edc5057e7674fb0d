"""You let torch.distributions normalise the scores instead of doing it by hand."""


def softmax(X):
    return torch.distributions.Categorical(logits=X).probs
