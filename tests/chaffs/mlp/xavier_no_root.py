"""You forget the square root in the bound."""


def xavier_uniform(num_inputs, num_outputs):
    bound = 6 / (num_inputs + num_outputs)
    return torch.empty(num_inputs, num_outputs).uniform_(-bound, bound)
