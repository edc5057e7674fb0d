"""You write the sum out for two inputs, whatever the length of w."""


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.randn(num_examples, len(w), device=w.device)
    labels = w[0] * features[:, 0] + w[1] * features[:, 1] + b
    labels += noise_std * torch.randn(num_examples, device=w.device)
    return features, labels.reshape(-1, 1)
