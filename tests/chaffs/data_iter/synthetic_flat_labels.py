"""You return the labels as a vector instead of as a column."""


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.randn(num_examples, len(w), device=w.device)
    return features, features @ w + b + noise_std * torch.randn(num_examples, device=w.device)
