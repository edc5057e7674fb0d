"""You take noise_std for the variance of the noise."""


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.randn(num_examples, len(w), device=w.device)
    noise = noise_std**0.5 * torch.randn(num_examples, 1, device=w.device)
    return features, features @ w.reshape(-1, 1) + b + noise
