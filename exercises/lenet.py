"""Topic 10: LeNet.

Your first convolutional network, from its layers to a file on disk. You build it (`LeNet`), judge it
(`evaluate_accuracy`), train it (`train`), and keep what it has learned (`save_parameters`, `load_parameters`).
In the notes: "卷积神经网络 LeNet" for the model, "Adam" for the optimiser, "读取和存储" and "GPU" for the rest.

Throughout, n is the number of samples, q of classes. Labels y are class numbers 0 ... q - 1.
"""

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn


class LeNet(nn.Module):
    """LeNet: two convolutions with pooling find features, three linear layers decide.

    In this order: convolution 1 → 6 channels (5×5), sigmoid, 2×2 max-pooling; convolution 6 → 16 channels (5×5),
    sigmoid, 2×2 max-pooling; flatten; linear 256 → 120, sigmoid; linear 120 → 84, sigmoid; linear 84 → 10.

    Layers are registered in this order, each its weight before its bias, with torch's shapes: 44,426 parameters in all.
    Their names are yours, and so is the initialisation, as long as training gets somewhere from it (torch's own does).

    Points: 30 (values 15, shapes and dtypes 6, gradients 4, training 3, device 2)

    Hints:
        1. No padding anywhere: how large is a 28×28 image after each convolution and each pooling?
        2. The last layer gives logits. The loss will apply the softmax.

    >>> net = LeNet()
    >>> net(torch.zeros(2, 1, 28, 28)).shape
    torch.Size([2, 10])
    >>> sum(p.numel() for p in net.parameters())
    44426
    """

    def __init__(self):
        """Make the layers."""
        super().__init__()
        # YOUR CODE HERE
        raise NotImplementedError

    def forward(self, X: Tensor) -> Tensor:
        """Compute the logits.

        Args:
            X: images, shape (n, 1, 28, 28), the parameters' dtype.

        Returns:
            Logits, shape (n, 10).
        """
        # YOUR CODE HERE
        raise NotImplementedError


def evaluate_accuracy(
    data_iter: Iterable[tuple[Tensor, Tensor]],
    net: Callable[[Tensor], Tensor],
    device: torch.device | None = None,
) -> float:
    """The accuracy of net over all samples of all batches.

    Args:
        data_iter: any iterable of batches (X, y), read once; batches may differ in size.
        net: any callable from X to scores (n, q). An `nn.Module` is evaluated in eval mode and left, with all that it
            contains, in the mode it was in.
        device: where net computes; the batches are moved there. None means where net's parameters are. A net without
            parameters takes the batches as they come.

    Returns:
        A Python float between 0 and 1. No gradient is recorded on the way.

    Points: 20 (values 9, shapes and dtypes 1, gradients 2, training 2, device 6)

    Hints:
        1. Count the right answers and the samples, and divide once, at the end.
        2. Any parameter's `.device` tells where net is. What does `next` say of a net that has none?

    >>> batches = [
    ...     (torch.tensor([[0.1, 0.9], [0.8, 0.2], [0.7, 0.3]]), torch.tensor([1, 0, 0])),
    ...     (torch.tensor([[0.6, 0.4]]), torch.tensor([1])),
    ... ]
    >>> evaluate_accuracy(batches, nn.Flatten())
    0.75
    """
    # YOUR CODE HERE
    raise NotImplementedError


def train(
    net: nn.Module,
    train_iter: Iterable[tuple[Tensor, Tensor]],
    lr: float,
    num_epochs: int,
    device: torch.device | None = None,
) -> None:
    """Train net with Adam: one step a batch, against the gradient of the batch's mean cross-entropy.

    Args:
        net: any module from X to logits (n, q); its parameters are changed in place. It is trained in train mode.
        train_iter: batches (X, y), to be iterated once an epoch. The last batch may be shorter.
        lr: Adam's learning rate; its other settings are torch's (β1 = 0.9, β2 = 0.999).
        num_epochs: how many times to go through train_iter.
        device: where to train: net and batches are moved there. None means where net's parameters are.

    Returns:
        None. Your LeNet, trained on 2,048 images, must reach the topic's accuracy on test images.

    Points: 32 (values 18, shapes and dtypes 1, training 10, device 3)

    Hints:
        1. `torch.optim.Adam` remembers the gradients that it has seen: how many optimisers does one training need?
        2. `nn.functional.cross_entropy` wants logits, and takes the mean over the samples by itself.

    >>> net, X, y = nn.Linear(3, 3), torch.eye(3), torch.tensor([2, 0, 1])
    >>> train(net, [(X, y)], lr=0.1, num_epochs=50)
    >>> net(X).argmax(dim=1)
    tensor([2, 0, 1])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def save_parameters(net: nn.Module, path: str) -> None:
    """Write net's `state_dict` (parameters and buffers) to the file at path.

    Args:
        net: any module; it stays as it is, and where it is.
        path: the file's name, to be used as it stands. A file of that name is replaced.

    Returns:
        None.

    Points: 8 (values 6, shapes and dtypes 1, device 1)

    Hints:
        1. A whole module in a file ties it to your source code; a `state_dict` is names and tensors, nothing more.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "linear.pt")
    >>> save_parameters(nn.Linear(2, 1), path)
    >>> os.path.exists(path)
    True
    """
    # YOUR CODE HERE
    raise NotImplementedError


def load_parameters(net: nn.Module, path: str) -> None:
    """Read what `save_parameters` wrote back into net, in place: net keeps its parameters and takes over their values.

    Args:
        net: a module like the one that was saved, on any device, where it stays.
        path: the file's name. A file may come from anywhere: loading it must not run code that somebody hid in it. It
            may come from a machine with a GPU, too, and must load on one without.

    Returns:
        None.

    Points: 10 (values 3, shapes and dtypes 1, memory 2, errors 2, device 2)

    Hints:
        1. Which argument of `torch.load` allows nothing but tensors and plain containers, and which says where tensors
           are to be put?

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "linear.pt")
    >>> old, new = nn.Linear(2, 1), nn.Linear(2, 1)
    >>> save_parameters(old, path)
    >>> load_parameters(new, path)
    >>> torch.equal(new.weight, old.weight), torch.equal(new.bias, old.bias)
    (True, True)
    """
    # YOUR CODE HERE
    raise NotImplementedError
