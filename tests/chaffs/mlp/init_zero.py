"""You start all weights at 0: the hidden units stay equal for ever."""


def init_params(num_inputs, num_hiddens, num_outputs):
    W1, b1 = torch.zeros(num_inputs, num_hiddens), torch.zeros(num_hiddens)
    W2, b2 = torch.zeros(num_hiddens, num_outputs), torch.zeros(num_outputs)
    return [p.requires_grad_() for p in (W1, b1, W2, b2)]
