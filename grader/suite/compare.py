"""Comparisons for hidden suites: strict where naive ones let a wrong answer through (broadcasting, NaN, dtypes)."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import torch

from grader.sandbox.remote import Handle, bases_of

TOLERANCE = {torch.float64: 1e-9, torch.float32: 1e-5}


def assert_close(actual: Any, expected: torch.Tensor, rtol: float | None = None, atol: float | None = None) -> None:
    """`actual` is a tensor of expected's shape and dtype, and all its entries are close; NaN is close to nothing."""
    __tracebackhide__ = True
    assert isinstance(actual, torch.Tensor), f"expected a tensor, got {_kind(actual)}"
    assert actual.shape == expected.shape, f"expected shape {tuple(expected.shape)}, got {tuple(actual.shape)}"
    assert actual.dtype == expected.dtype, f"expected {expected.dtype}, got {actual.dtype}"
    tolerance = TOLERANCE.get(expected.dtype, 0.0)
    torch.testing.assert_close(
        actual.detach(),
        expected.detach(),
        rtol=tolerance if rtol is None else rtol,
        atol=tolerance if atol is None else atol,
    )


def assert_same_gradients(
    f: Callable[..., torch.Tensor], reference: Callable[..., torch.Tensor], *inputs: torch.Tensor, **tolerances: float
) -> None:
    """The gradients of f and of reference in every input are close, under one random upstream gradient."""
    __tracebackhide__ = True
    ours = [tensor.detach().clone().requires_grad_() for tensor in inputs]
    theirs = [tensor.detach().clone().requires_grad_() for tensor in inputs]
    expected, actual = reference(*ours), f(*theirs)
    assert isinstance(actual, torch.Tensor), f"expected a tensor, got {_kind(actual)}"
    assert actual.shape == expected.shape, f"expected shape {tuple(expected.shape)}, got {tuple(actual.shape)}"
    assert actual.requires_grad, "the result carries no gradient: it was detached from its input"
    upstream = torch.randn_like(expected)
    expected.backward(upstream)
    actual.backward(upstream.to(actual.dtype))
    for number, (mine, yours) in enumerate(zip(ours, theirs, strict=True)):
        assert yours.grad is not None, f"no gradient arrives at input {number}"
        assert_close(yours.grad, torch.zeros_like(mine) if mine.grad is None else mine.grad, **tolerances)


@contextlib.contextmanager
def unchanged(*tensors: torch.Tensor) -> Iterator[None]:
    """The tensors are, at the end of the block, bit for bit what they were at its start."""
    __tracebackhide__ = True
    before = [tensor.detach().clone() for tensor in tensors]
    yield
    for number, (tensor, old) in enumerate(zip(tensors, before, strict=True)):
        same = tensor.shape == old.shape and tensor.dtype == old.dtype and torch.equal(_bits(tensor), _bits(old))
        assert same, f"the function changed its input {number}"


def non_contiguous(tensor: torch.Tensor) -> torch.Tensor:
    """A tensor of equal values whose entries do not lie next to each other in memory."""
    spaced = torch.zeros(*tensor.shape, 2, dtype=tensor.dtype)
    spaced[..., 0] = tensor.detach()
    return spaced[..., 0]


def is_module(obj: Any) -> bool:
    """Whether `obj`, here or in the student process, is an nn.Module."""
    if isinstance(obj, Handle):
        return "torch.nn.modules.module.Module" in bases_of(obj)
    return isinstance(obj, torch.nn.Module)


def _bits(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.detach().contiguous().reshape(-1).view(torch.uint8)


def _kind(value: Any) -> str:
    return "None (is the return missing?)" if value is None else f"a {type(value).__name__}"
