"""You turn the caller's w itself into a column, in place."""


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.randn(num_examples, len(w), device=w.device)
    noise = noise_std * torch.randn(num_examples, 1, device=w.device)
    return features, features @ w.unsqueeze_(1) + b + noise
