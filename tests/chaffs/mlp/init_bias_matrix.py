"""You make the biases matrices of one row."""


def init_params(num_inputs, num_hiddens, num_outputs):
    W1, b1 = 0.01 * torch.randn(num_inputs, num_hiddens), torch.zeros(1, num_hiddens)
    W2, b2 = 0.01 * torch.randn(num_hiddens, num_outputs), torch.zeros(1, num_outputs)
    return [p.requires_grad_() for p in (W1, b1, W2, b2)]
