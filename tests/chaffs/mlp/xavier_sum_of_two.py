"""You add two uniform numbers: those near 0 become the likeliest."""


def xavier_uniform(num_inputs, num_outputs):
    bound = (6 / (num_inputs + num_outputs)) ** 0.5
    return (torch.rand(num_inputs, num_outputs) + torch.rand(num_inputs, num_outputs) - 1) * bound
