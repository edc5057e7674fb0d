"""You scale in eval mode by the probability of being kept, and not in train mode by its inverse."""


class Dropout(nn.Module):
    def __init__(self, drop_prob):
        super().__init__()
        self.drop_prob = drop_prob

    def forward(self, X):
        if self.training:
            return X * (torch.rand_like(X) >= self.drop_prob)
        return X * (1 - self.drop_prob)
