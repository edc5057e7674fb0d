"""Which operations a call really ran, whatever they were called by in the source.

Three witnesses, because each is blind somewhere: a dispatch mode sees every ATen operator under any alias; a function
mode sees what decomposes before dispatch (dropout); a wrapper around the autograd engine sees backward passes.
"""

import _thread
import threading
from types import TracebackType
from typing import Any

import torch
from torch.autograd import forward_ad
from torch.overrides import TorchFunctionMode, resolve_name
from torch.utils._python_dispatch import TorchDispatchMode

AUTOGRAD = "autograd"
THREAD = "thread"

_active: list["Observation"] = []


def normalised(name: str) -> str:
    """`torch.nn.functional.softmax`, `aten._softmax.default`, `Tensor.softmax_` → `softmax`."""
    return name.rpartition(".")[2].strip("_")


class _Functions(TorchFunctionMode):
    def __init__(self, seen: set[str]):
        super().__init__()
        self.seen = seen

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        name = getattr(func, "__name__", "")
        if name == "__get__":  # reading X.grad, X.T, X.shape is not an operation
            return func(*args, **(kwargs or {}))
        self.seen.add(normalised(name or resolve_name(func) or ""))
        return func(*args, **(kwargs or {}))


class _Operators(TorchDispatchMode):
    def __init__(self, seen: set[str]):
        super().__init__()
        self.seen = seen

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.seen.add(normalised(func._schema.name.replace("::", ".")))
        return func(*args, **(kwargs or {}))


class Observation:
    """Context manager; `operators` holds the normalised names of what ran inside."""

    def __init__(self) -> None:
        self.operators: set[str] = set()
        self._modes = (_Functions(self.operators), _Operators(self.operators))

    def __enter__(self) -> "Observation":
        _install()
        _active.append(self)
        for mode in self._modes:
            mode.__enter__()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for mode in reversed(self._modes):
            mode.__exit__(kind, error, trace)
        _active.remove(self)
        self.operators.discard("")


def _note(name: str) -> None:
    for observation in _active:
        observation.operators.add(name)


class _Engine:
    """The autograd engine, noting each backward pass. Every way into it from Python goes through this one object."""

    def __init__(self, engine: Any):
        self._engine = engine

    def run_backward(self, *args: Any, **kwargs: Any) -> Any:
        _note(AUTOGRAD)
        return self._engine.run_backward(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)


def _noting(name: str, function: Any) -> Any:
    def noted(*args: Any, **kwargs: Any) -> Any:
        _note(name)
        return function(*args, **kwargs)

    return noted


_installed = False


def _install() -> None:
    global _installed
    if _installed:
        return
    _installed = True
    variable: Any = torch.autograd.Variable
    variable._execution_engine = _Engine(variable._execution_engine)
    torch._C._enter_dual_level = _noting(AUTOGRAD, torch._C._enter_dual_level)
    forward_ad.enter_dual_level = _noting(AUTOGRAD, forward_ad.enter_dual_level)
    # The modes are thread-local: what another thread runs is not seen, so its start is noted.
    for module, name in (
        (_thread, "start_new_thread"),
        (threading, "_start_new_thread"),
        (threading, "_start_joinable_thread"),
    ):
        if hasattr(module, name):
            setattr(module, name, _noting(THREAD, getattr(module, name)))
