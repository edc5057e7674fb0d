"""You use Xavier's range: here the weights come from a normal distribution."""


def init_params(num_inputs, num_hiddens, num_outputs):
    W1, b1 = xavier_uniform(num_inputs, num_hiddens), torch.zeros(num_hiddens)
    W2, b2 = xavier_uniform(num_hiddens, num_outputs), torch.zeros(num_outputs)
    return [p.requires_grad_() for p in (W1, b1, W2, b2)]
