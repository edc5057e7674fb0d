"""You draw from a normal distribution: some weights leave the range."""


def xavier_uniform(num_inputs, num_outputs):
    return nn.init.xavier_normal_(torch.empty(num_inputs, num_outputs))
