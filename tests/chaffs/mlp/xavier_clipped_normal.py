"""You draw from a normal distribution and clip it to the range."""


def xavier_uniform(num_inputs, num_outputs):
    bound = (6 / (num_inputs + num_outputs)) ** 0.5
    return (torch.randn(num_inputs, num_outputs) * bound / 3**0.5).clamp(-bound, bound)
