"""You return a Python number, which carries no gradient."""


def l2_penalty(w):
    return (w**2).sum().item() / 2
