"""You return the output alone, without what the backward pass needs."""


def forward(x, W1, W2):
    return W2 @ (W1 @ x).relu()
