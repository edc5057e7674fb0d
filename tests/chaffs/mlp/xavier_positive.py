"""You stretch U(0, 1) without shifting it: no weight is negative."""


def xavier_uniform(num_inputs, num_outputs):
    return torch.rand(num_inputs, num_outputs) * (6 / (num_inputs + num_outputs)) ** 0.5
