"""Layers as attributes with torch.nn.functional, a copied net in inference mode, gradients by autograd.grad."""

import copy
import functools

import torch.nn.functional as F


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 6, 5)
        self.c2 = nn.Conv2d(6, 16, 5)
        self.l1, self.l2, self.l3 = nn.Linear(256, 120), nn.Linear(120, 84), nn.Linear(84, 10)

    def forward(self, X):
        # A sigmoid never changes which entry is the largest: pooling may come first.
        H = F.sigmoid(F.max_pool2d(self.c1(X), (2, 2)))
        H = F.sigmoid(F.max_pool2d(self.c2(H), kernel_size=2, stride=2))
        H = H.reshape(-1, 256)
        for layer in (self.l1, self.l2):
            H = 1 / (1 + torch.exp(-layer(H)))
        return self.l3(H)


@torch.inference_mode()
def evaluate_accuracy(data_iter, net, device=None):
    if isinstance(net, nn.Module):
        net = copy.deepcopy(net).eval()
        for parameter in net.parameters():
            device = device or parameter.device
            break
    move = functools.partial(torch.Tensor.to, device=device) if device else lambda tensor: tensor
    hits = [(net(move(X)).argmax(-1).eq(move(y))).double() for X, y in data_iter]
    return torch.cat(hits).mean().item()


def train(net, train_iter, lr, num_epochs, device=None):
    where = next(net.parameters()).device if device is None else torch.device(device)
    net.to(where).train(True)
    params = [p for p in net.parameters() if p.requires_grad]
    optimizer = torch.optim.Adam(params, lr, betas=(0.9, 0.999), eps=1e-8, foreach=False)
    for _ in range(num_epochs):
        for X, y in iter(train_iter):
            log_p = F.log_softmax(net(X.to(where)), dim=1)
            loss = F.nll_loss(log_p, y.to(where), reduction="sum") / len(y)
            for p, g in zip(params, torch.autograd.grad(loss, params)):
                p.grad = g
            optimizer.step()


def save_parameters(net, path):
    with open(path, "wb") as file:
        torch.save({name: tensor.detach().cpu() for name, tensor in net.state_dict().items()}, file)


def load_parameters(net, path):
    with open(path, "rb") as file:
        state = torch.load(file, weights_only=True)
    net.load_state_dict(state, strict=True)
