"""You put the standard deviation, √(2/(a+b)), where the bound belongs."""


def xavier_uniform(num_inputs, num_outputs):
    bound = (2 / (num_inputs + num_outputs)) ** 0.5
    return torch.empty(num_inputs, num_outputs).uniform_(-bound, bound)
