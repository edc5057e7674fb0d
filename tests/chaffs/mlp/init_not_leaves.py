"""You scale after you have asked for gradients: the result is computed, no leaf, and gets no .grad."""


def init_params(num_inputs, num_hiddens, num_outputs):
    W1 = 0.01 * torch.randn(num_inputs, num_hiddens, requires_grad=True)
    W2 = 0.01 * torch.randn(num_hiddens, num_outputs, requires_grad=True)
    return [W1, torch.zeros(num_hiddens, requires_grad=True), W2, torch.zeros(num_outputs, requires_grad=True)]
