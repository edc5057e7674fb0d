"""You go through numpy: gradients stop, and an accelerator's memory is out of reach."""


def upper_triangle(A):
    return torch.from_numpy(np.triu(A.detach().numpy()))
