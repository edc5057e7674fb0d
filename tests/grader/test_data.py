"""The embedded images and their loader."""

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import torch

import data

ROOT = Path(data.__file__).parent.parent


@pytest.fixture
def copy(tmp_path):
    """A copy of the embedded files that a test may damage."""
    for path in [*data.HERE.glob("*.npz"), data.HERE / "CHECKSUMS"]:
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.parametrize(("split", "count", "least", "most"), [("train", 4096, 379, 453), ("test", 1000, 87, 115)])
def test_shapes_dtypes_and_class_counts(split, count, least, most):
    loaded = data.load(split)
    assert loaded.images.shape == (count, 1, 28, 28)
    assert loaded.images.dtype == torch.uint8
    assert loaded.labels.shape == (count,)
    assert loaded.labels.dtype == torch.int64
    assert len(loaded) == count
    counts = loaded.labels.bincount(minlength=len(data.CLASSES))
    assert len(counts) == 10
    assert (counts.min(), counts.max()) == (least, most)


def test_the_images_are_the_first_of_fashion_mnist():
    assert [data.CLASSES[label] for label in data.load("train").labels[:4]] == [
        "ankle boot",
        "t-shirt",
        "t-shirt",
        "dress",
    ]
    assert [data.CLASSES[label] for label in data.load("test").labels[:4]] == [
        "ankle boot",
        "pullover",
        "trouser",
        "trouser",
    ]


def test_no_image_is_in_both_splits():
    train, test = (set(map(bytes, data.load(split).images.flatten(1).numpy())) for split in data.SPLITS)
    assert not train & test


def test_scales():
    images = data.load("train").images
    floats = data.to_float(images)
    assert floats.dtype == torch.float32
    assert (floats.min(), floats.max()) == (0, 1)
    assert floats.double().mean().item() == pytest.approx(data.MEAN, abs=5e-5)
    assert floats.double().std().item() == pytest.approx(data.STD, abs=5e-5)
    normalised = data.normalise(images)
    assert normalised.dtype == torch.float32
    assert normalised.shape == images.shape
    torch.testing.assert_close(normalised, (floats - data.MEAN) / data.STD)


def test_every_load_is_fresh():
    data.load("test").images.zero_()
    assert data.load("test").images.any()


@pytest.mark.parametrize("function", [data.load, lambda split: data.load_full("nowhere", split)])
def test_another_split(function):
    with pytest.raises(ValueError, match="'valid'"):
        function("valid")


@pytest.mark.parametrize("place", [0, 100_000, -1])
def test_a_damaged_file_is_named_with_the_cure(copy, place):
    path = copy / "fashion_mnist_test.npz"
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    with pytest.raises(data.DataError) as error:
        data.load("test", folder=copy)
    assert str(path) in str(error.value)
    assert "git checkout -- data/fashion_mnist_test.npz" in str(error.value)
    data.load("train", folder=copy)  # the other split is whole


@pytest.mark.parametrize("name", ["fashion_mnist_train.npz", "CHECKSUMS"])
def test_a_missing_file_is_named_with_the_cure(copy, name):
    (copy / name).unlink()
    with pytest.raises(data.DataError, match="is missing") as error:
        data.load("train", folder=copy)
    assert str(copy / name) in str(error.value)
    assert f"git checkout -- data/{name}" in str(error.value)


def test_a_file_without_a_checksum(copy):
    (copy / "CHECKSUMS").write_text("\n")
    with pytest.raises(data.DataError, match=r"CHECKSUMS names no fashion_mnist_test\.npz"):
        data.load("test", folder=copy)


def test_loading_needs_neither_network_nor_torchvision():
    program = """
import sys, data
def refuse(event, _):
    assert not event.startswith("socket."), event
sys.addaudithook(refuse)
data.load("test")
assert "torchvision" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


def test_the_full_set_is_not_fetched_unasked(tmp_path):
    with pytest.raises(data.DataError, match="download=True"):
        data.load_full(tmp_path, "train")
    assert not list(tmp_path.iterdir())


def test_the_full_set_offline(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise OSError("no network in this test")

    monkeypatch.setattr(socket, "create_connection", refuse)
    with pytest.raises(data.DataError, match="offline"):
        data.load_full(tmp_path, "test", download=True)
