"""The wire format between the trusted process and the student process.

A frame is a prefix (two lengths), a JSON header and raw bytes. What comes from the student's side is data only: a
closed set of types, tensors as dtype, shape and bytes, every size checked before anything is allocated. Nothing here
can run code: no pickle is read on the trusted side.
"""

import itertools
import json
import math
import struct
from collections.abc import Callable, Iterable
from typing import Any

import numpy
import torch

PREFIX = struct.Struct("<IQ")  # bytes of the header, bytes of the body

MAX_HEADER = 4 << 20
MAX_BODY = 256 << 20
MAX_DEPTH = 32
MAX_ITEMS = 100_000
MAX_DIMS = 64
MAX_TEXT = 100_000
MAX_INT_DIGITS = 1000

DTYPES = {
    str(dtype).removeprefix("torch."): dtype
    for dtype in (
        torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64,
        torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64, torch.complex128,
    )
}  # fmt: skip
NUMPY_KINDS = frozenset("biufc")


class WireError(Exception):
    """A frame that breaks the format: the student's side is broken or hostile."""


class Unsendable(Exception):
    """A value that has no place in the format (the student's side, before sending)."""


def frame(header: dict[str, Any], buffers: Iterable[bytes | memoryview] = ()) -> list[bytes | memoryview]:
    """The pieces of one frame, ready to be sent in order."""
    pieces = list(buffers)
    text = json.dumps(header, separators=(",", ":")).encode("ascii")
    body = sum(memoryview(piece).nbytes for piece in pieces)
    if len(text) > MAX_HEADER or body > MAX_BODY:
        raise Unsendable(f"{len(text)} + {body} bytes are more than a frame may hold")
    return [PREFIX.pack(len(text), body) + text, *pieces]


def lengths(prefix: bytes) -> tuple[int, int]:
    """The header's and the body's lengths that `prefix` announces. Raises WireError where they exceed the bounds."""
    header, body = PREFIX.unpack(prefix)
    if header > MAX_HEADER or body > MAX_BODY:
        raise WireError(f"a frame of {header} + {body} bytes was announced")
    return header, body


def _bounded_int(digits: str) -> int:
    if len(digits) > MAX_INT_DIGITS:
        raise WireError("an integer of too many digits")
    return int(digits)


def parse_header(text: bytes) -> dict[str, Any]:
    """The header as a dict. Raises WireError for anything else."""
    try:
        header = json.loads(text, parse_int=_bounded_int)
    except (ValueError, RecursionError) as error:
        raise WireError(f"header is not JSON ({type(error).__name__})") from None
    if not isinstance(header, dict):
        raise WireError("header is not an object")
    return header


# Sending: the student's side -------------------------------------------------------------------------------------


def tensor_bytes(tensor: torch.Tensor) -> memoryview:
    """The entries of a dense tensor on any device, row by row."""
    plain = tensor.detach().cpu().resolve_conj().resolve_neg().contiguous()
    return plain.reshape(-1).view(torch.uint8).numpy().data


class Encoder:
    """Turns results into header values and buffers.

    `special(value)` is asked first: it returns the header value of an object that is known by reference (an argument
    handed back, a handle), or None. `on_tensor` may add facts to a tensor's header value.
    """

    def __init__(
        self, special: Callable[[Any], dict | None], on_tensor: Callable[[torch.Tensor, dict], None], handle: Callable
    ):
        self.buffers: list[bytes | memoryview] = []
        self._special = special
        self._on_tensor = on_tensor
        self._handle = handle
        self._items = 0

    def encode(self, value: Any, depth: int = 0) -> Any:
        self._items += 1
        if depth > MAX_DEPTH or self._items > MAX_ITEMS:
            raise Unsendable("a result nested too deeply or of too many parts")
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, int):
            return int(value) if value.bit_length() < 3 * MAX_INT_DIGITS else self._too_long("an integer")
        if isinstance(value, float):
            return float(value)
        if isinstance(value, str):
            return str(value) if len(value) <= MAX_TEXT else self._too_long("a string")
        known = self._special(value)
        if known is not None:
            return known
        return self._encode_structure(value, depth + 1)

    def _encode_structure(self, value: Any, depth: int) -> dict[str, Any]:
        if isinstance(value, torch.Tensor):
            header = self.tensor(value)
            self._on_tensor(value, header)
            return header
        if isinstance(value, torch.Size):
            return {"t": "size", "v": [int(n) for n in value]}
        if type(value) in (list, tuple):
            return {"t": type(value).__name__, "v": [self.encode(item, depth) for item in value]}
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return {"t": "tuple", "v": [self.encode(item, depth) for item in value]}
        if isinstance(value, dict):
            pairs = [[self.encode(key, depth), self.encode(item, depth)] for key, item in value.items()]
            return {"t": "dict", "v": pairs}
        if isinstance(value, torch.dtype):
            return {"t": "dtype", "v": str(value).removeprefix("torch.")}
        if isinstance(value, torch.device):
            return {"t": "device", "v": str(value)}
        if isinstance(value, (numpy.ndarray, numpy.generic)) and value.dtype.kind in NUMPY_KINDS:
            return self._array(value)
        return self._handle(value)

    def tensor(self, tensor: torch.Tensor) -> dict[str, Any]:
        """The entries alone, without facts."""
        name = str(tensor.dtype).removeprefix("torch.")
        if name not in DTYPES or tensor.layout != torch.strided or tensor.is_meta:
            raise Unsendable(f"a tensor of dtype {name}, layout {tensor.layout} on {tensor.device}")
        if tensor.dim() > MAX_DIMS or tensor.numel() * tensor.element_size() > MAX_BODY:
            self._too_long("a tensor")
        data = tensor_bytes(tensor)
        header = {"t": "tensor", "dtype": name, "shape": list(tensor.shape), "n": data.nbytes}
        self.buffers.append(data)
        return header

    def _array(self, array: Any) -> dict[str, Any]:
        if array.nbytes > MAX_BODY:
            self._too_long("an array")
        data = numpy.ascontiguousarray(array).tobytes()
        self.buffers.append(data)
        kind = "ndarray" if isinstance(array, numpy.ndarray) else "numpy_scalar"
        return {"t": kind, "dtype": array.dtype.str, "shape": list(array.shape), "n": len(data)}

    def _too_long(self, what: str) -> Any:
        raise Unsendable(f"{what} too large to be sent")


# Receiving: the trusted side -------------------------------------------------------------------------------------


class Decoder:
    """Turns a header value and the frame's body into plain values. Raises WireError for whatever is not in the format.

    `reference(kind, value)` resolves what is known by reference: arguments handed back and handles.
    `on_tensor(tensor, header)` sees each tensor with its facts and returns what stands for it.
    """

    def __init__(
        self, body: bytearray, reference: Callable[[dict], Any], on_tensor: Callable[[torch.Tensor, dict], Any]
    ):
        self._body = memoryview(body)
        self._offset = 0
        self._reference = reference
        self._on_tensor = on_tensor
        self._items = itertools.count()

    def decode(self, value: Any, depth: int = 0) -> Any:
        if depth > MAX_DEPTH or next(self._items) > MAX_ITEMS:
            raise WireError("a value nested too deeply or of too many parts")
        if value is None or type(value) in (bool, int, float):
            return value
        if type(value) is str:
            return value[:MAX_TEXT]
        if type(value) is not dict:
            raise WireError(f"a bare {type(value).__name__}")
        kind = value.get("t")
        reader = self._READERS.get(kind) if isinstance(kind, str) else None
        if reader is None:
            raise WireError("a value of an unknown kind")
        return reader(self, value, depth + 1)

    def finish(self) -> None:
        if self._offset != len(self._body):
            raise WireError("bytes that belong to no value")

    def tensor(self, header: Any) -> torch.Tensor:
        """The tensor that `header` describes, a fresh one on the CPU."""
        dtype = DTYPES.get(header.get("dtype")) if isinstance(header.get("dtype"), str) else None
        if dtype is None:
            raise WireError("a tensor of an unknown dtype")
        shape = _shape(header)
        data = self._take(header, math.prod(shape) * dtype.itemsize)
        if not data:
            return torch.empty(shape, dtype=dtype)
        if dtype is torch.bool:  # a byte that is neither 0 nor 1 is undefined behaviour in a bool tensor
            return torch.frombuffer(data, dtype=torch.uint8).reshape(shape) != 0
        return torch.frombuffer(data, dtype=dtype).reshape(shape)

    def _take(self, header: dict, expected: int) -> bytearray:
        count = header.get("n")
        if type(count) is not int or count != expected or count > len(self._body) - self._offset:
            raise WireError("a size that does not match its bytes")
        data = bytearray(self._body[self._offset : self._offset + count])
        self._offset += count
        return data

    def _items_of(self, value: dict) -> list:
        items = value.get("v")
        if type(items) is not list:
            raise WireError("a container without items")
        return items

    def _tensor(self, value: dict, depth: int) -> Any:
        return self._on_tensor(self.tensor(value), value)

    def _list(self, value: dict, depth: int) -> list:
        return [self.decode(item, depth) for item in self._items_of(value)]

    def _tuple(self, value: dict, depth: int) -> tuple:
        return tuple(self._list(value, depth))

    def _size(self, value: dict, depth: int) -> torch.Size:
        return torch.Size(_shape({"shape": value.get("v")}))

    def _dict(self, value: dict, depth: int) -> dict:
        pairs = self._items_of(value)
        if any(type(pair) is not list or len(pair) != 2 for pair in pairs):
            raise WireError("a dict of something else than pairs")
        try:
            return {self.decode(key, depth): self.decode(item, depth) for key, item in pairs}
        except TypeError:
            raise WireError("a dict key that cannot be one") from None

    def _dtype(self, value: dict, depth: int) -> torch.dtype:
        name = value.get("v")
        if not isinstance(name, str) or name not in DTYPES:
            raise WireError("an unknown dtype")
        return DTYPES[name]

    def _device(self, value: dict, depth: int) -> torch.device:
        name = value.get("v")
        if not isinstance(name, str) or len(name) > 20:
            raise WireError("an unknown device")
        try:
            return torch.device(name)
        except RuntimeError:
            raise WireError("an unknown device") from None

    def _ndarray(self, value: dict, depth: int) -> Any:
        name = value.get("dtype")
        if not isinstance(name, str) or len(name) > 5:
            raise WireError("an array of an unknown dtype")
        try:
            dtype = numpy.dtype(name)
        except (TypeError, ValueError):
            raise WireError("an array of an unknown dtype") from None
        if dtype.kind not in NUMPY_KINDS:
            raise WireError("an array of an unknown dtype")
        shape = _shape(value)
        array = numpy.frombuffer(self._take(value, math.prod(shape) * dtype.itemsize), dtype).reshape(shape)
        return array[()] if value["t"] == "numpy_scalar" else array

    def _referred(self, value: dict, depth: int) -> Any:
        return self._reference(value)

    _READERS = {  # noqa: RUF012 — a constant table of this class's own methods
        "tensor": _tensor, "list": _list, "tuple": _tuple, "size": _size, "dict": _dict, "dtype": _dtype,
        "device": _device, "ndarray": _ndarray, "numpy_scalar": _ndarray, "argument": _referred, "handle": _referred,
    }  # fmt: skip


def _shape(header: dict) -> list[int]:
    shape = header.get("shape")
    if type(shape) is not list or len(shape) > MAX_DIMS:
        raise WireError("a shape that is none")
    if any(type(n) is not int or not 0 <= n <= MAX_BODY for n in shape):
        raise WireError("a shape that is none")
    # Torch multiplies sizes in 64 bits: bound the product of the non-zero ones too, which keeps (0, 2**60, 2**60) out.
    if math.prod(n for n in shape if n) > MAX_BODY:
        raise WireError("a shape that is too large")
    return shape
