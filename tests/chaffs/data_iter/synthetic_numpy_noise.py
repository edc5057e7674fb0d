"""You draw the noise from numpy, which torch.manual_seed does not seed."""

import numpy as np


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.randn(num_examples, len(w), device=w.device)
    labels = features @ w.reshape(-1, 1) + b
    labels += torch.tensor(np.random.normal(0, noise_std, labels.shape), dtype=torch.float32, device=w.device)
    return features, labels
