"""Clones written in place, boolean indices, masked_fill_, in-place layers, a mode that train() records."""


def dropout(X, drop_prob):
    if 0 > drop_prob or 1 < drop_prob:
        raise ValueError("drop_prob")
    result = X.clone()
    dropped = torch.empty_like(X, requires_grad=False).uniform_() < drop_prob
    result[dropped] = 0
    if drop_prob not in (0, 1):
        result /= 1 - drop_prob
    return result


class Dropout(nn.Module):
    def __init__(self, drop_prob):
        super().__init__()
        self.drop_prob = drop_prob
        self.active = True

    def train(self, mode=True):
        self.active = mode
        return super().train(mode)

    def forward(self, X):
        if not self.active:
            return X
        with torch.no_grad():
            dropped = torch.empty(X.shape, dtype=torch.bool, device=X.device).bernoulli_(self.drop_prob)
        scale = 1 - self.drop_prob if self.drop_prob < 1 else 1
        return X.masked_fill(dropped, 0).div_(scale)


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    W1, b1, W2, b2, W3, b3 = params
    drop1, drop2 = Dropout(drop_prob1), Dropout(drop_prob2)
    drop1.train(training)
    drop2.train(training)
    hidden = X.reshape(len(X), W1.size(0)).mm(W1)
    hidden += b1
    hidden = drop1(hidden.relu_())
    hidden = hidden.mm(W2)
    hidden += b2
    hidden = drop2(hidden.relu_())
    return hidden.mm(W3).add_(b3)


def dropout_net(num_inputs, num_hiddens1, num_hiddens2, num_outputs, drop_prob1, drop_prob2):
    net = nn.Sequential()
    net.add_module("flatten", nn.Flatten())
    sizes = (num_inputs, num_hiddens1, num_hiddens2)
    for i, p in enumerate((drop_prob1, drop_prob2)):
        net.add_module(f"hidden{i}", nn.Linear(sizes[i], sizes[i + 1]))
        net.add_module(f"relu{i}", nn.ReLU(inplace=True))
        net.add_module(f"drop{i}", nn.Dropout(p, inplace=True))
    net.add_module("output", nn.Linear(num_hiddens2, num_outputs))
    return net
