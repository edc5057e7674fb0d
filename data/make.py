"""Make the embedded images again from the four idx files of Fashion-MNIST.

    python -m data.make FOLDER            writes data/fashion_mnist_{train,test}.npz and data/CHECKSUMS
    python -m data.make FOLDER --check    compares with what is there, writes nothing; exit status 1 where it differs

FOLDER holds {train,t10k}-{images-idx3,labels-idx1}-ubyte.gz, as Debian's package dataset-fashion-mnist installs them.
"""

import argparse
import gzip
import hashlib
import io
import sys
import zlib
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent

SOURCES = {"train": ("train", 4096), "test": ("t10k", 1000)}  # split: (prefix of its idx files, images kept)

# sha256 of the idx files' content, which does not depend on how they were compressed.
IDX_SHA256 = {
    "train-images-idx3-ubyte": "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
    "train-labels-idx1-ubyte": "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
    "t10k-images-idx3-ubyte": "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
    "t10k-labels-idx1-ubyte": "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
}


def read_idx(folder: Path, name: str) -> np.ndarray:
    """The array in one idx file of unsigned bytes: 0, 0, 8, the number of dimensions, the sizes (big-endian), data."""
    content = gzip.decompress((folder / f"{name}.gz").read_bytes())
    if hashlib.sha256(content).hexdigest() != IDX_SHA256[name]:
        sys.exit(f"{folder / name}.gz is not the original {name}: its content's sha256 differs")
    ndim = content[3]
    shape = np.frombuffer(content, ">u4", count=ndim, offset=4)
    return np.frombuffer(content, np.uint8, offset=4 + 4 * ndim).reshape(shape)


def pack(folder: Path, split: str) -> bytes:
    """The npz of one split. numpy stamps every member 1980-01-01, so equal arrays give equal bytes."""
    prefix, count = SOURCES[split]
    images = read_idx(folder, f"{prefix}-images-idx3-ubyte")[:count]
    labels = read_idx(folder, f"{prefix}-labels-idx1-ubyte")[:count]
    buffer = io.BytesIO()
    np.savez_compressed(buffer, images=images, labels=labels)
    return buffer.getvalue()


def make(folder: Path) -> dict[str, bytes]:
    """Name and content of every file to write."""
    files = {f"fashion_mnist_{split}.npz": pack(folder, split) for split in SOURCES}
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()]
    return files | {"CHECKSUMS": "".join(lines).encode()}


def compare(name: str, content: bytes) -> str:
    """How the file in the repository differs from `content`; empty where it does not."""
    path = HERE / name
    if not path.exists():
        return f"{path} is missing"
    if path.read_bytes() == content:
        return ""
    if name.endswith(".npz") and same_arrays(path.read_bytes(), content):
        return f"{path} holds the same arrays, packed by another zlib than {zlib.ZLIB_RUNTIME_VERSION}"
    return f"{path} differs"


def same_arrays(one: bytes, other: bytes) -> bool:
    with np.load(io.BytesIO(one), allow_pickle=False) as ones, np.load(io.BytesIO(other), allow_pickle=False) as others:
        return all(np.array_equal(ones[name], others[name]) for name in ("images", "labels"))


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the embedded images again.")
    parser.add_argument("folder", type=Path, help="where the four idx files lie")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    arguments = parser.parse_args()
    files = make(arguments.folder)
    if not arguments.check:
        for name, content in files.items():
            (HERE / name).write_bytes(content)
        return 0
    differences = [difference for name, content in files.items() if (difference := compare(name, content))]
    print("\n".join(differences) or "the same, byte for byte")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
