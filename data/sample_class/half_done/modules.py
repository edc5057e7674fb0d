"""Topic 12: building models.

So far torch's modules were yours to use; here you build them. First a Sequential and a ModuleList of your own, to see
that registering a layer is all their secret. Then two layers of your own, one without parameters and one with. The last
functions work on any net: give it a start, count what it learns, share one layer, and move all of it to a device.

What a module registers is what `parameters()`, `state_dict()`, `train()`, `eval()` and `to()` find in it.
"""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn


class MySequential(nn.Module):
    """A net that applies its layers one after another, as nn.Sequential does.

    The layers are registered: their parameters and buffers are the net's, and so is their mode.

    Points: 17 (values 7, shapes and dtypes 1, gradients 2, device 1, memory 1, training 5)

    Hints:
        1. A Python list hides its layers from the net. `add_module` does not, and takes a name: are your names unique?
        2. A layer given twice is applied twice. `children()` lists every layer once, `self._modules` every name.

    >>> net = MySequential(nn.Flatten(), nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2))
    >>> net(torch.ones(5, 2, 2)).shape
    torch.Size([5, 2])
    >>> len(list(net.parameters()))
    4
    >>> MySequential(nn.Threshold(1.0, 5.0), nn.Threshold(6.0, 7.0))(torch.tensor([0.0, 8.0]))
    tensor([7., 8.])
    """

    def __init__(self, *layers: nn.Module):
        """Register the layers.

        Args:
            *layers: modules of any kind, in the order in which they are applied; there may be none.
        """
        super().__init__()
        self.layers = nn.ModuleList(layers)

    def forward(self, X: Tensor) -> Tensor:
        """Apply the layers in order: the first to X, each other one to what the one before it gave.

        Args:
            X: what the first layer takes.

        Returns:
            What the last layer gives; X where there is no layer.
        """
        for layer in self.layers:
            X = layer(X)
        return X


class MyModuleList(nn.Module):
    """A list of layers, all registered, as nn.ModuleList is one. It has no forward: who uses it says what to do.

    Points: 17 (values 11, shapes and dtypes 0.5, gradients 0.5, device 0.5, memory 0.5, training 4)

    Hints:
        1. Register each layer under its number; what a list can do, `list(self._modules.values())` can do for you.
        2. `append` has to register too. Which number is the next one?

    >>> layers = MyModuleList([nn.Linear(4, 3), nn.ReLU()])
    >>> layers.append(nn.Linear(3, 2))
    >>> len(layers), layers[0], layers[-1].out_features
    (3, Linear(in_features=4, out_features=3, bias=True), 2)
    >>> [type(layer).__name__ for layer in layers]
    ['Linear', 'ReLU', 'Linear']
    """

    def __init__(self, layers: Sequence[nn.Module]):
        """Register the layers.

        Args:
            layers: a list or a tuple of modules; it may be empty, and stays as it is.
        """
        super().__init__()
        # YOUR CODE HERE
        raise NotImplementedError

    def __getitem__(self, index: int) -> nn.Module:
        """Give the layer at an index; -1 is the last one.

        Args:
            index: an int from -len(self) to len(self) - 1.

        Returns:
            The very layer that was put there.
        """
        # YOUR CODE HERE
        raise NotImplementedError

    def __len__(self) -> int:
        """Give the number of layers."""
        # YOUR CODE HERE
        raise NotImplementedError

    def __iter__(self) -> Iterator[nn.Module]:
        """Iterate over the layers in order."""
        # YOUR CODE HERE
        raise NotImplementedError

    def append(self, layer: nn.Module) -> None:
        """Put one more layer at the end.

        Args:
            layer: a module of any kind.
        """
        # YOUR CODE HERE
        raise NotImplementedError


class CenteredLayer(nn.Module):
    """A layer without parameters: it subtracts from its input the mean of all the input's entries.

    Points: 8 (values 4.5, shapes and dtypes 1, gradients 1.5, device 1)

    Hints:
        1. One mean for the whole tensor, whatever its shape.
        2. The mean depends on X too, and the gradient has to know.

    >>> CenteredLayer()(torch.tensor([[1.0, 2.0], [3.0, 6.0]]))
    tensor([[-2., -1.],
            [ 0.,  3.]])
    """

    def forward(self, X: Tensor) -> Tensor:
        """Give X - mean(X).

        Args:
            X: a tensor of any shape, float32 or float64.

        Returns:
            The centred entries, with X's shape, dtype and device.
        """
        return X - X.mean()


class MyLinear(nn.Module):
    """A linear layer with parameters of its own: it maps X to X W + b.

    Its parameters are `weight`, shape (num_inputs, num_outputs), and `bias`, shape (num_outputs,). Any start will do.

    Points: 14 (values 7, shapes and dtypes 1.5, gradients 2.5, device 1.5, training 1.5)

    Hints:
        1. What makes a tensor a parameter that `parameters()` lists and an optimiser can train?
        2. torch's nn.Linear keeps its weight the other way round; here (d, q) fits X W as it stands.

    >>> layer = MyLinear(3, 2)
    >>> layer.weight.shape, layer.bias.shape
    (torch.Size([3, 2]), torch.Size([2]))
    >>> _ = nn.init.ones_(layer.weight), nn.init.ones_(layer.bias)
    >>> layer(torch.tensor([[1.0, 2.0, 3.0]])).detach()
    tensor([[7., 7.]])
    """

    def __init__(self, num_inputs: int, num_outputs: int):
        """Make the parameters.

        Args:
            num_inputs: d.
            num_outputs: q.
        """
        super().__init__()
        self.weight = nn.Parameter(torch.randn(num_inputs, num_outputs) * 0.1)
        self.bias = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X: Tensor) -> Tensor:
        """Give X W + b.

        Args:
            X: samples, shape (n, d), the parameters' dtype.

        Returns:
            The outputs, shape (n, q).
        """
        return X @ self.weight + self.bias


def init_normal(net: nn.Module, std: float = 0.01) -> None:
    """Give a net its start, in place: weights from N(0, std²), biases 0.

    A weight is every parameter whose name ends in `weight`, a bias every one whose name ends in `bias`, in whichever
    layer it is and frozen or not. Each stays the same parameter and trainable or frozen as it was; autograd records
    nothing. Parameters of other names keep their values.

    Args:
        net: any module; its parameters may lie on any device.
        std: the standard deviation of the weights.

    Returns:
        None.

    Points: 16 (values 6, shapes and dtypes 1, device 1, memory 1, randomness 5, training 2)

    Hints:
        1. `named_parameters()` walks through all layers; the end of a name is not the same as a part of it.
        2. Writing into a parameter that requires gradients is an error, unless autograd looks away. What lets it?

    >>> net = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3))
    >>> init_normal(net, std=0.5)
    >>> net[0].bias, net[1].weight.requires_grad
    (Parameter containing:
    tensor([0., 0., 0.], requires_grad=True), True)
    """
    # YOUR CODE HERE
    raise NotImplementedError


def count_parameters(net: nn.Module) -> int:
    """Count the numbers that training can change: the entries of all parameters that require gradients.

    Frozen parameters and buffers do not count. A parameter that several layers share counts once.

    Args:
        net: any module.

    Returns:
        The number of trainable scalars, an int.

    Points: 9 (values 8, shapes and dtypes 0.5, device 0.5)

    Hints:
        1. A parameter says itself how many entries it has, and whether it requires gradients.
        2. Which of `parameters()` and `state_dict()` lists a shared parameter once?

    >>> count_parameters(nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3)))
    21
    """
    return sum(p.numel() for p in net.parameters() if p.requires_grad)


def tied_net(layer: nn.Module, repeats: int) -> nn.Module:
    """Build a net that applies one layer several times, always with the same parameters.

    The gradients of all the times add up in the layer's parameters.

    Args:
        layer: a module whose output it takes as input again.
        repeats: how many times it is applied, at least 1.

    Returns:
        The net. It holds the layer itself, registered: training the net trains the layer.

    Points: 10 (values 2.5, shapes and dtypes 0.5, gradients 2.5, device 0.5, memory 1.5, training 2.5)

    Hints:
        1. The notes build such a net from one instance given several times. What would a copy of the layer change?
        2. A module can be in several places of a net; it is one object all the same.

    >>> layer = nn.Linear(2, 2)
    >>> net = tied_net(layer, 3)
    >>> X = torch.ones(1, 2)
    >>> torch.equal(net(X), layer(layer(layer(X))))
    True
    >>> len(list(net.parameters()))
    2
    """
    # YOUR CODE HERE
    raise NotImplementedError


def move_to(net: nn.Module, device: torch.device) -> nn.Module:
    """Move a net to a device: every parameter and every buffer, also those of its layers' layers.

    Values stay as they are, trainable stays trainable, frozen stays frozen, and what layers share they still share.

    Args:
        net: any module.
        device: where it has to be afterwards.

    Returns:
        net itself.

    Points: 9 (values 2, device 5, memory 1, training 1)

    Hints:
        1. Assigning to a loop variable changes no net. Which method of a module reaches all its tensors?
        2. Running means are no parameters; without them a BatchNorm layer is in two places.

    >>> net = nn.Linear(2, 2)
    >>> move_to(net, torch.device("cpu")) is net
    True
    >>> net.weight.device
    device(type='cpu')
    """
    # YOUR CODE HERE
    raise NotImplementedError
