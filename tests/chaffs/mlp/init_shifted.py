"""You draw around the mean 0.01 instead of around 0."""


def init_params(num_inputs, num_hiddens, num_outputs):
    W1, b1 = 0.01 + 0.01 * torch.randn(num_inputs, num_hiddens), torch.zeros(num_hiddens)
    W2, b2 = 0.01 * torch.randn(num_hiddens, num_outputs), torch.zeros(num_outputs)
    return [p.requires_grad_() for p in (W1, b1, W2, b2)]
