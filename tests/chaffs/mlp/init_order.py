"""You return the weights first and the biases after them."""


def init_params(num_inputs, num_hiddens, num_outputs):
    W1, b1 = 0.01 * torch.randn(num_inputs, num_hiddens), torch.zeros(num_hiddens)
    W2, b2 = 0.01 * torch.randn(num_hiddens, num_outputs), torch.zeros(num_outputs)
    return [p.requires_grad_() for p in (W1, W2, b1, b2)]
