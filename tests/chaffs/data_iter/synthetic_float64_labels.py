"""You let numpy's float64 noise turn the labels into float64."""

import numpy as np


def synthetic_data(w, b, num_examples, noise_std=0.01):
    features = torch.randn(num_examples, len(w), device=w.device)
    rng = np.random.default_rng(torch.randint(2**31, ()).item())
    noise = torch.tensor(rng.normal(0, noise_std, (num_examples, 1)), device=w.device)
    return features, features @ w.reshape(-1, 1) + b + noise
