"""You add a column of noise to a vector of labels, and broadcasting makes a matrix of them."""


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.randn(num_examples, len(w), device=w.device)
    return features, features @ w + b + noise_std * torch.randn(num_examples, 1, device=w.device)
