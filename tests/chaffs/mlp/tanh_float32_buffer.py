"""You write into a buffer of the default dtype: float64 becomes float32."""


def tanh(X):
    exps = torch.exp(-2 * X.clamp(-20, 20))
    out = torch.zeros(X.shape, device=X.device)
    out[...] = (1 - exps) / (1 + exps)
    return out
