"""You compute in numpy, where autograd sees nothing."""

import numpy as np


def sigmoid(X):
    return torch.from_numpy(1 / (1 + np.exp(-X.detach().cpu().clamp(min=-80).numpy()))).to(X.device)
