"""You keep numpy's float64."""

import numpy as np


def init_params(num_inputs, num_hiddens, num_outputs):
    W1, b1 = torch.from_numpy(np.random.normal(0, 0.01, (num_inputs, num_hiddens))), torch.zeros(num_hiddens)
    W2, b2 = torch.from_numpy(np.random.normal(0, 0.01, (num_hiddens, num_outputs))), torch.zeros(num_outputs)
    return [p.requires_grad_() for p in (W1, b1, W2, b2)]
