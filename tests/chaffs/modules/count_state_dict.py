"""You count the state_dict: its buffers and, once more, what is shared."""


def count_parameters(net):
    return sum(tensor.numel() for tensor in net.state_dict().values())
