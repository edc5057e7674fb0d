"""You average the squared weights instead of summing them."""


def l2_penalty(w):
    return (w**2).mean() / 2
