"""You squeeze away every dimension of size 1, so a single weight or a single sample loses its shape."""


def linreg(X, w, b):
    return (X * w.squeeze()).sum(dim=1, keepdim=True).squeeze().unsqueeze(-1) + b
