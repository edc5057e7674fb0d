"""torch.distributions, functools.partial, a layer that inherits from nn.Dropout, dropout before ReLU."""

from functools import partial

from torch.distributions import Bernoulli


def dropout(X, drop_prob):
    if drop_prob == 0:
        return X
    if drop_prob == 1:
        return X - X
    try:
        kept = Bernoulli(probs=1 - drop_prob).sample(X.shape).bool().to(X.device)
    except ValueError as error:
        raise ValueError(f"drop_prob is {drop_prob}") from error
    return torch.where(kept, X / (1 - drop_prob), X.new_zeros(()))


class Dropout(nn.Dropout):
    def __init__(self, drop_prob):
        super().__init__(p=drop_prob)

    def forward(self, input):
        mode = {True: partial(dropout, drop_prob=self.p), False: nn.Identity()}
        return mode[self.training](input)


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    drops = [partial(dropout, drop_prob=p) if training else (lambda H: H) for p in (drop_prob1, drop_prob2)]
    H = X.flatten(1)
    for i in range(0, 6, 2):
        H = torch.nn.functional.linear(H, params[i].T, params[i + 1])
        if i < 4:
            H = torch.relu(drops[i // 2](H))
    return H


class _Flat(nn.Sequential):
    def forward(self, X):
        return super().forward(X.reshape(X.shape[0], -1))


def dropout_net(num_inputs, num_hiddens1, num_hiddens2, num_outputs, drop_prob1, drop_prob2):
    def block(a, b, p):
        return nn.Sequential(nn.Linear(a, b), nn.Dropout(p), nn.ReLU())

    first = block(num_inputs, num_hiddens1, drop_prob1)
    second = block(num_hiddens1, num_hiddens2, drop_prob2)
    return _Flat(first, second, nn.Linear(num_hiddens2, num_outputs))
