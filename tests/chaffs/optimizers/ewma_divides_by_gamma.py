"""You divide by powers of γ, which is no number for γ = 0."""


def ewma(xs, gamma):
    n = torch.arange(len(xs), dtype=xs.dtype, device=xs.device)
    weights = torch.full_like(xs, 1 - gamma)
    weights[0] = 1
    return gamma**n * torch.cumsum(weights * xs / gamma**n, dim=0)
