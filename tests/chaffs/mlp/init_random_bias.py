"""You draw the biases too: they start at 0."""


def init_params(num_inputs, num_hiddens, num_outputs):
    W1, b1 = 0.01 * torch.randn(num_inputs, num_hiddens), 0.01 * torch.randn(num_hiddens)
    W2, b2 = 0.01 * torch.randn(num_hiddens, num_outputs), 0.01 * torch.randn(num_outputs)
    return [p.requires_grad_() for p in (W1, b1, W2, b2)]
