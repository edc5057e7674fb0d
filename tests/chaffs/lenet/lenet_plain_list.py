"""You keep the layers in a plain list, where the module cannot see their parameters."""


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = [
            nn.Conv2d(1, 6, 5),
            nn.Sigmoid(),
            nn.MaxPool2d(2),
            nn.Conv2d(6, 16, 5),
            nn.Sigmoid(),
            nn.MaxPool2d(2),
        ]
        self.classifier = nn.Sequential(
            nn.Linear(256, 120), nn.Sigmoid(), nn.Linear(120, 84), nn.Sigmoid(), nn.Linear(84, 10)
        )

    def forward(self, X):
        H = X
        for layer in self.features:
            H = layer(H)
        return self.classifier(H.reshape(len(X), -1))
