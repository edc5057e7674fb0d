"""You write into a buffer of the default dtype: float64 becomes float32."""


def relu(X):
    out = torch.zeros(X.shape, device=X.device)
    out[X > 0] = X[X > 0].float()
    return out
