"""You take 0.01 for the variance: it is the standard deviation."""


def init_params(num_inputs, num_hiddens, num_outputs):
    W1, b1 = 0.1 * torch.randn(num_inputs, num_hiddens), torch.zeros(num_hiddens)
    W2, b2 = 0.1 * torch.randn(num_hiddens, num_outputs), torch.zeros(num_outputs)
    return [p.requires_grad_() for p in (W1, b1, W2, b2)]
