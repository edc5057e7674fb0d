"""You give a row an output: the shape is that of torch's linear layer."""


def xavier_uniform(num_inputs, num_outputs):
    return nn.init.xavier_uniform_(torch.empty(num_outputs, num_inputs))
