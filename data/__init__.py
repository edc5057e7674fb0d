"""The embedded images: the first 4,096 training and 1,000 test images of Fashion-MNIST, and their loader.

    train = data.load("train")
    X, y = data.normalise(train.images), train.labels    # float32 (4096, 1, 28, 28), int64 (4096,)

No network, no torchvision. Where the files come from and how they were made: data/README.md.
"""

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

HERE = Path(__file__).resolve().parent

SPLITS = ("train", "test")

CLASSES = (
    "t-shirt",
    "trouser",
    "pullover",
    "dress",
    "coat",
    "sandal",
    "shirt",
    "sneaker",
    "bag",
    "ankle boot",
)

# Mean and standard deviation of all pixels of the 4,096 embedded training images, in [0, 1].
# (All 60,000 have 0.2860 and 0.3530; tests/grader/test_data.py computes these again.)
MEAN = 0.2854
STD = 0.3542


class DataError(Exception):
    """Images that cannot be loaded: says which file, what is wrong with it and what to do."""


@dataclass(frozen=True)
class Images:
    """One split: `images` uint8 (n, 1, 28, 28), white on black, and `labels` int64 (n,), indices into CLASSES."""

    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)


def load(split: str, folder: Path = HERE) -> Images:
    """The embedded images of one split, read afresh: what you do to the tensors is yours.

    Args:
        split: "train" (4,096 images) or "test" (1,000).
        folder: where fashion_mnist_<split>.npz and CHECKSUMS lie.

    Raises:
        ValueError: another split.
        DataError: a file is missing, or is not the one whose sha256 stands in CHECKSUMS.
    """
    check_split(split)
    path = Path(folder) / f"fashion_mnist_{split}.npz"
    content = read(path)
    if hashlib.sha256(content).hexdigest() != recorded_checksum(path):
        raise DataError(f"{path} is damaged: its sha256 is not the one in CHECKSUMS. {cure(path)}")
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        return Images(torch.from_numpy(arrays["images"]).unsqueeze(1), torch.from_numpy(arrays["labels"]).long())


def to_float(images: Tensor) -> Tensor:
    """uint8 images of any shape as float32 in [0, 1], as torchvision's ToTensor scales them."""
    return images.to(torch.float32) / 255


def normalise(images: Tensor) -> Tensor:
    """uint8 images of any shape as float32 with mean 0 and standard deviation 1 over the embedded training images."""
    return (to_float(images) - MEAN) / STD


def load_full(root: Path | str, split: str, download: bool = False) -> Images:
    """All of Fashion-MNIST, 60,000 or 10,000 images, through torchvision.

    Args:
        root: the folder that holds, or is to hold, torchvision's FashionMNIST/raw.
        split: "train" or "test".
        download: fetch the files (30 MB) where they are missing. Nothing is fetched unasked.

    Raises:
        ValueError: another split.
        DataError: the files are missing or damaged, or could not be fetched.
    """
    check_split(split)
    root = Path(root).expanduser()
    try:
        from torchvision.datasets import FashionMNIST  # slow to import, and needed nowhere else

        full = FashionMNIST(root, train=split == "train", download=download)
    except (ImportError, OSError, RuntimeError) as error:
        raise DataError(full_problem(root, download, error)) from error
    return Images(full.data.unsqueeze(1), full.targets)


def full_problem(root: Path, download: bool, error: Exception) -> str:
    """What to tell who asked for the full data set and cannot have it."""
    if isinstance(error, ImportError):
        return f"the full Fashion-MNIST needs torchvision, which does not import here: {error}"
    if download:
        return (
            f"Fashion-MNIST could not be downloaded to {root}: {error}. "
            "Is this machine offline? data.load(split) needs no network."
        )
    return f"no Fashion-MNIST under {root}. Pass download=True to fetch it (30 MB), or use data.load(split)."


def check_split(split: str) -> None:
    if split not in SPLITS:
        raise ValueError(f'split must be "train" or "test", not {split!r}')


def read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DataError(f"{path} is missing. {cure(path)}") from error
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error.strerror}. {cure(path)}") from error


def recorded_checksum(path: Path) -> str:
    """The sha256 of `path` in the CHECKSUMS beside it, whose lines are sha256sum's: <hex>  <name>."""
    checksums = path.with_name("CHECKSUMS")
    for line in read(checksums).decode(errors="replace").splitlines():
        digest, _, name = line.partition("  ")
        if name == path.name:
            return digest
    raise DataError(f"{checksums} names no {path.name}. {cure(checksums)}")


def cure(path: Path) -> str:
    """What to do about a missing or damaged file."""
    return f"Bring it back with `git checkout -- data/{path.name}` or from a fresh copy of the kit."
