"""Requests, trusted side to student side: a cloudpickle whose tensors and handles are taken out.

Tensors travel as raw bytes beside the pickle, so that their layout (strides, `requires_grad`, `.grad`, leafness) is
kept and only the entries that the tensor shows are sent, never its neighbours in the same storage.
"""

import io
import sys
from typing import Any

import cloudpickle
import torch

from . import wire


class Packed:
    """A pickled request and the tensors in it, in the order of their numbers."""

    def __init__(self) -> None:
        self.tensors: list[torch.Tensor] = []
        self.descriptors: list[dict[str, Any]] = []
        self.buffers: list[bytes | memoryview] = []
        self.pickle = b""


def pack(value: Any, handle_id: Any) -> Packed:
    """Pickle `value`; `handle_id(obj)` is the number of a handle, or None for any other object."""
    packed = Packed()
    buffer = io.BytesIO()
    _Pickler(buffer, packed, handle_id).dump(value)
    packed.pickle = buffer.getvalue()
    return packed


def travel_by_value(module: Any) -> None:
    """Let functions and classes of `module` (a suite) be pickled whole, as the student's side cannot import it."""
    if module.__name__ in sys.modules:
        cloudpickle.register_pickle_by_value(module)


class _Pickler(cloudpickle.Pickler):
    def __init__(self, file: io.BytesIO, packed: Packed, handle_id: Any):
        super().__init__(file, protocol=5)
        self._packed = packed
        self._handle_id = handle_id
        self._numbers: dict[int, int] = {}

    def persistent_id(self, obj: Any) -> tuple[str, int] | None:
        handle = self._handle_id(obj)
        if handle is not None:
            return ("handle", handle)
        if isinstance(obj, torch.Tensor):
            return ("tensor", self._number(obj))
        return None

    def _number(self, tensor: torch.Tensor) -> int:
        if id(tensor) not in self._numbers:
            number = self._numbers[id(tensor)] = len(self._packed.tensors)
            self._packed.tensors.append(tensor)
            self._packed.descriptors.append({})
            self._packed.descriptors[number] = self._describe(tensor)
        return self._numbers[id(tensor)]

    def _describe(self, tensor: torch.Tensor) -> dict[str, Any]:
        span, strides = _dense_span(tensor)
        data = wire.tensor_bytes(span)
        self._packed.buffers.append(data)
        return {
            "n": data.nbytes,
            "dtype": str(tensor.dtype).removeprefix("torch."),
            "shape": list(tensor.shape),
            "stride": list(strides),
            "requires_grad": tensor.requires_grad,
            "parameter": isinstance(tensor, torch.nn.Parameter),
            "grad": self._number(tensor.grad) if tensor.is_leaf and tensor.grad is not None else None,
        }


def _dense_span(tensor: torch.Tensor) -> tuple[torch.Tensor, tuple[int, ...]]:
    """1-D memory and the strides with which `tensor` lies in it; what the tensor does not show is zero.

    A tensor that shows an entry twice in another way than by `expand` is laid out afresh.
    """
    tensor = tensor.detach()
    strides = tensor.stride()
    once = tensor
    for dim, step in enumerate(strides):
        once = once.narrow(dim, 0, min(1, once.shape[dim])) if step == 0 else once
    # 1: some entries surely lie on one another, 2: too hard to tell; copying equal values onto one another is harmless.
    if tensor.is_contiguous() or tensor.numel() == 0 or torch._debug_has_internal_overlap(once) == 1:
        fresh = tensor.contiguous()
        return fresh.reshape(-1), fresh.stride()
    span = torch.zeros(1 + sum((n - 1) * step for n, step in zip(once.shape, strides, strict=True)), dtype=tensor.dtype)
    span.as_strided(once.shape, strides).copy_(once)
    return span, strides
