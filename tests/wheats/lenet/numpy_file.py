"""An .npz without pickles, weights by hand, unfold for the convolution, amax for the pooling, 0-dim counts."""

import numpy as np


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        layers = []
        for shape in ((6, 1, 5, 5), (16, 6, 5, 5), (120, 256), (84, 120), (10, 84)):
            weight = nn.init.xavier_uniform_(torch.empty(shape))
            layers += [nn.Parameter(weight), nn.Parameter(torch.zeros(shape[0]))]
        self.theta = nn.ParameterList(layers)

    @staticmethod
    def conv(X, W, b):
        n, _, height, width = X.shape
        columns = nn.functional.unfold(X, (5, 5))
        out = torch.einsum("oc,ncl->nol", W.reshape(len(W), -1), columns) + b.view(1, -1, 1)
        return out.reshape(n, len(W), height - 4, width - 4)

    @staticmethod
    def pool(X):
        n, c, height, width = X.shape
        return X.reshape(n, c, height // 2, 2, width // 2, 2).amax(dim=(3, 5))

    def forward(self, X):
        W1, b1, W2, b2, W3, b3, W4, b4, W5, b5 = self.theta
        H = self.pool(self.conv(X, W1, b1).sigmoid())
        H = self.pool(self.conv(H, W2, b2).sigmoid())
        H = torch.addmm(b3, H.flatten(1), W3.T).sigmoid_()
        H = torch.sigmoid(H @ W4.T + b4)
        return H @ W5.mT + b5


def evaluate_accuracy(data_iter, net, device=None):
    module = isinstance(net, nn.Module)
    if module and net.training:
        net.eval()
        try:
            return evaluate_accuracy(data_iter, net, device)
        finally:
            net.train()
    parameters = list(net.parameters()) if module else []
    right, seen = 0, 0
    for batch in data_iter:
        X, y = batch[0], batch[1]
        target = device if device is not None else parameters[0].device if parameters else X.device
        X, y = X.to(target), y.to(target)
        with torch.no_grad():
            scores = net(X)
        right = right + torch.count_nonzero(scores.topk(1, dim=1)[1].view(-1) == y)
        seen += y.numel()
    return float(right) / float(seen)


def train(net, train_iter, lr, num_epochs, device=None):
    if device is None:
        device = next(iter(net.parameters())).device
    net.train()
    net.to(device)
    optimizer = torch.optim.Adam([{"params": [p]} for p in net.parameters()], lr=lr)

    def step(X, y):
        optimizer.zero_grad(set_to_none=False)
        p = torch.softmax(net(X), dim=1)
        loss = -torch.log(p[torch.arange(len(y), device=y.device), y]).mean()
        loss.backward()
        return loss

    for epoch in range(num_epochs):
        for X, y in train_iter:
            optimizer.step(lambda: step(X.to(device), y.to(device)))


def save_parameters(net, path):
    with open(path, "wb") as file:
        np.savez(file, **{name: tensor.cpu().numpy() for name, tensor in net.state_dict().items()})


def load_parameters(net, path):
    with np.load(path, allow_pickle=False) as arrays:
        net.load_state_dict({name: torch.from_numpy(np.asarray(arrays[name])) for name in arrays.files})
