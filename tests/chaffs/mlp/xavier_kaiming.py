"""You use the bound of Kaiming, √(6/a)."""


def xavier_uniform(num_inputs, num_outputs):
    bound = (6 / num_inputs) ** 0.5
    return torch.empty(num_inputs, num_outputs).uniform_(-bound, bound)
