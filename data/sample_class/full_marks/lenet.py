"""LeNet, Mina K."""
import torch
from torch import nn
from torch.nn import functional as F


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(256, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, 10)

    def forward(self, X):
        X = F.max_pool2d(torch.sigmoid(self.conv1(X)), 2)
        X = F.max_pool2d(torch.sigmoid(self.conv2(X)), 2)
        X = torch.sigmoid(self.fc1(X.flatten(1)))
        X = torch.sigmoid(self.fc2(X))
        return self.fc3(X)


def evaluate_accuracy(data_iter, net, device=None):
    modules = list(net.modules()) if isinstance(net, nn.Module) else []
    modes = [module.training for module in modules]
    if device is None and modules:
        device = next((p.device for p in net.parameters()), None)
    for module in modules:
        module.training = False
    answers = []
    with torch.no_grad():
        for X, y in data_iter:
            if device is not None:
                X, y = X.to(device), y.to(device)
            answers += (net(X).argmax(1) == y).tolist()
    for module, mode in zip(modules, modes):
        module.training = mode
    return sum(answers) / len(answers)


def train(net, train_iter, lr, num_epochs, device=None):
    device = device or next(net.parameters()).device
    net.to(device).train()
    adam = torch.optim.Adam(net.parameters(), lr)
    criterion = nn.CrossEntropyLoss()
    for epoch in range(num_epochs):
        for X, y in train_iter:
            adam.zero_grad()
            criterion(net(X.to(device)), y.to(device)).backward()
            adam.step()


def save_parameters(net, path):
    with open(path, "wb") as file:
        torch.save(net.state_dict(), file)


def load_parameters(net, path):
    with open(path, "rb") as file:
        state = torch.load(file, map_location=lambda storage, location: storage, weights_only=True)
    net.load_state_dict(state)
