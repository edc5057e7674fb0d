"""Topic 2: data.

Before a model can learn it needs samples, a few at a time and in a new order each epoch. You make a data set whose true
weights you know, read it in minibatches by hand, read it again with torch's own loader, and split it into folds for
cross-validation. The notes tell it where they build linear regression from scratch ("generating the data set", "reading
the data") and then concisely with `torch.utils.data`; K-fold cross-validation comes where they speak of overfitting.
"""

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.utils.data import DataLoader, TensorDataset


def synthetic_data(w: Tensor, b: float | Tensor, num_examples: int, noise_std: float = 0.01) -> tuple[Tensor, Tensor]:
    """Draw samples of a noisy linear model: features X ~ N(0, 1), labels y = X w + b + noise, noise ~ N(0, noise_std²).

    Args:
        w: true weights, shape (d,), float32.
        b: true bias, a number or a tensor of one element.
        num_examples: how many samples to draw, n.
        noise_std: standard deviation of the noise.

    Returns:
        (features, labels), shapes (n, d) and (n, 1), with w's dtype and device. Every sample has a noise of its own,
        independent of its features. Repeatable: after `torch.manual_seed` with the same seed the same data come again,
        noise included; without it each call draws new data.

    Points: 28 (values 10, shapes and dtypes 4, randomness 12, device 2)

    Hints:
        1. X w has shape (n,), the noise of n labels may have shape (n, 1): what does broadcasting make of their sum?
        2. Which library's generator does `torch.manual_seed` seed, and does all your randomness come from it?

    >>> features, labels = synthetic_data(torch.tensor([2.0, -3.4]), 4.2, num_examples=5)
    >>> features.shape, labels.shape
    (torch.Size([5, 2]), torch.Size([5, 1]))
    >>> error = labels - (2.0 * features[:, :1] - 3.4 * features[:, 1:] + 4.2)
    >>> bool((error.abs() < 0.1).all())
    True
    """
    # YOUR CODE HERE
    raise NotImplementedError


def data_iter(batch_size: int, features: Tensor, labels: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
    """Read one epoch in minibatches: every sample exactly once, every order of the samples equally likely.

    Args:
        batch_size: how many samples a batch holds, at least 1; may exceed n.
        features: shape (n, ...), one sample a row; a sample may be an image.
        labels: shape (n,) or (n, ...), any dtype.

    Returns:
        A generator of (X, y) batches, X `(batch, ...)` and y `(batch, ...)`, each row of X with its own label. The last
        batch is shorter where batch_size does not divide n. No batch is built before it is asked for. Every call is a
        new epoch in a new order.

    Raises:
        ValueError: batch_size is below 1, or features and labels differ in length; at the call or at the first `next`.

    Points: 38 (values 12, shapes and dtypes 7, randomness 10, memory 3, errors 4, device 2)

    Hints:
        1. Shuffle the sample numbers, not the data: one order serves the features and the labels.
        2. A function with `yield` in it does nothing until the first `next`, and stops at every `yield`.

    >>> features, labels = torch.arange(14.0).reshape(7, 2), torch.arange(7)
    >>> [len(X) for X, y in data_iter(3, features, labels)]
    [3, 3, 1]
    >>> sorted(int(label) for X, y in data_iter(3, features, labels) for label in y)
    [0, 1, 2, 3, 4, 5, 6]
    >>> all(torch.equal(X, features[y]) for X, y in data_iter(3, features, labels))
    True
    """
    # YOUR CODE HERE
    raise NotImplementedError


def load_array(arrays: tuple[Tensor, ...], batch_size: int, shuffle: bool = True) -> DataLoader:
    """Read tensors in minibatches with torch's own loader.

    Args:
        arrays: a tuple of tensors of the same length n, such as (features, labels).
        batch_size: how many samples a batch holds; the last batch may be shorter.
        shuffle: whether every epoch comes in a new order; otherwise the samples keep theirs.

    Returns:
        A `torch.utils.data.DataLoader` whose batches hold one tensor for each of `arrays`.

    Points: 14 (values 6, shapes and dtypes 4, randomness 3, device 1)

    Hints:
        1. A data set of the tensors comes first, a loader over it second: the notes name both classes.

    >>> features, labels = torch.arange(10.0).reshape(5, 2), torch.arange(5)
    >>> for X, y in load_array((features, labels), 2, shuffle=False):
    ...     print(X.shape, y)
    torch.Size([2, 2]) tensor([0, 1])
    torch.Size([2, 2]) tensor([2, 3])
    torch.Size([1, 2]) tensor([4])
    """
    # YOUR CODE HERE
    raise NotImplementedError


def k_fold_split(k: int, i: int, X: Tensor, y: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Hold out fold i of k for validation and keep the other folds for training.

    Args:
        k: the number of folds, 2 <= k <= n.
        i: the fold that is held out, 0 <= i < k.
        X: features, shape (n, ...).
        y: labels, shape (n,) or (n, ...).

    Returns:
        (X_train, y_train, X_valid, y_valid). Over i = 0, ..., k - 1 every sample is held out exactly once, and the
        sizes of the folds differ by at most one. A fold may be a block of neighbours or every k-th sample. Within each
        of the two parts the samples keep their order.

    Raises:
        ValueError: k or i is outside its range.

    Points: 20 (values 10, shapes and dtypes 4, gradients 1, errors 4, device 1)

    Hints:
        1. Where k does not divide n, n // k samples a fold leave some over: who holds those out?

    >>> X, y = torch.arange(8.0).reshape(4, 2), torch.arange(4)
    >>> X_train, y_train, X_valid, y_valid = k_fold_split(2, 0, X, y)
    >>> X_train.shape, y_train.shape, X_valid.shape, y_valid.shape
    (torch.Size([2, 2]), torch.Size([2]), torch.Size([2, 2]), torch.Size([2]))
    >>> sorted(int(label) for i in range(4) for label in k_fold_split(4, i, X, y)[3])
    [0, 1, 2, 3]
    """
    # YOUR CODE HERE
    raise NotImplementedError
