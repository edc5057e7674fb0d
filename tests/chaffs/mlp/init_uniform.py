"""You draw from a uniform distribution of the same spread."""


def init_params(num_inputs, num_hiddens, num_outputs):
    W1, b1 = 0.01 * 3**0.5 * (2 * torch.rand(num_inputs, num_hiddens) - 1), torch.zeros(num_hiddens)
    W2, b2 = 0.01 * 3**0.5 * (2 * torch.rand(num_hiddens, num_outputs) - 1), torch.zeros(num_outputs)
    return [p.requires_grad_() for p in (W1, b1, W2, b2)]
