"""You use torch.tensor, which copies the array."""


def share_numpy(a):
    return torch.tensor(a)
