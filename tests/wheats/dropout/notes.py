"""As books write it: a float mask times X over the keep probability, view, torch.max for ReLU, FlattenLayer."""


def dropout(X, drop_prob):
    if drop_prob < 0 or drop_prob > 1:
        raise ValueError("drop_prob has to be a probability")
    keep_prob = 1 - drop_prob
    if keep_prob == 0:
        return torch.zeros_like(X)
    mask = (torch.rand(X.shape, device=X.device) < keep_prob).float()
    return mask * X / keep_prob


class Dropout(nn.Module):
    def __init__(self, drop_prob):
        super().__init__()
        self.p = drop_prob

    def forward(self, X):
        if not self.training:
            return X
        return dropout(X, self.p)


def dropout_mlp(X, params, drop_prob1, drop_prob2, training):
    W1, b1, W2, b2, W3, b3 = params

    def relu(X):
        return torch.max(input=X, other=torch.tensor(0.0, dtype=X.dtype))

    X = X.view(-1, W1.shape[0])
    H1 = relu(torch.matmul(X, W1) + b1)
    if training:
        H1 = dropout(H1, drop_prob1)
    H2 = relu(torch.matmul(H1, W2) + b2)
    if training:
        H2 = dropout(H2, drop_prob2)
    return torch.matmul(H2, W3) + b3


class FlattenLayer(nn.Module):
    def forward(self, x):
        return x.view(x.shape[0], -1)


def dropout_net(num_inputs, num_hiddens1, num_hiddens2, num_outputs, drop_prob1, drop_prob2):
    net = nn.Sequential(
        FlattenLayer(),
        nn.Linear(num_inputs, num_hiddens1),
        nn.ReLU(),
        nn.Dropout(drop_prob1),
        nn.Linear(num_hiddens1, num_hiddens2),
        nn.ReLU(),
        nn.Dropout(drop_prob2),
        nn.Linear(num_hiddens2, num_outputs),
    )
    for param in net.parameters():
        nn.init.normal_(param, mean=0, std=0.01)
    return net
