"""You draw the data on the CPU whatever the device of w."""


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.randn(num_examples, len(w))
    labels = features @ w.cpu().reshape(-1, 1) + float(b) + noise_std * torch.randn(num_examples, 1)
    return features, labels
