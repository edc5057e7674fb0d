"""You draw the noise from rand, which is uniform and never negative, instead of from a normal distribution."""


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.randn(num_examples, len(w), device=w.device)
    return features, features @ w.reshape(-1, 1) + b + noise_std * torch.rand(num_examples, 1, device=w.device)
