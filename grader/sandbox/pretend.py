"""A pretended CUDA device for machines without one: device mistakes show, values stay readable.

A pretended tensor is a wrapper that says it is on `cuda:0` and computes on a CPU tensor inside. Where it meets a CPU
tensor of more than zero dimensions it raises what a GPU would raise; copies, 0-dim CPU tensors and CPU indices mix as
they do there. To autograd it is a CPU tensor, so that gradients flow without a driver.
"""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_flatten, tree_map

SIMULATED = "cuda-simulated"
DEVICE = torch.device("cuda", 0)

# Marks of what only a real device or a real storage can do: such a call cannot be judged here.
UNJUDGED = (
    "NVIDIA driver", "not compiled with CUDA", "CUDA driver", "CUDA error", "doesn't have storage", "data pointer",
    "invalid python storage", "cudaGetDeviceCount", "has no attribute 'held'", "inference tensor",
    "inferred from input",
)  # fmt: skip

_aten = torch.ops.aten
_INDEXING = {_aten.index.Tensor, _aten.index_put.default, _aten.index_put_.default, _aten._index_put_impl_.default}
_COPIES = {_aten.copy_.default, _aten.copy.default, _aten._to_copy.default}


class Pretended(torch.Tensor):
    """A tensor that claims to be on `DEVICE`; `held` is where its entries are."""

    held: torch.Tensor

    @staticmethod
    def __new__(cls, inner: torch.Tensor) -> "Pretended":
        tensor = torch.Tensor._make_wrapper_subclass(
            cls, inner.size(), strides=inner.stride(), storage_offset=inner.storage_offset(), dtype=inner.dtype
        )
        tensor.held = inner
        return tensor

    # With these two, nn.Module.to swaps a parameter for its pretended self and keeps the object that others hold.

    def __tensor_flatten__(self) -> tuple[list[str], None]:
        return ["held"], None

    @staticmethod
    def __tensor_unflatten__(inner: dict, context: None, size: Any, stride: Any) -> "Pretended":
        return Pretended(inner["held"])

    def __repr__(self) -> str:  # type: ignore[override]
        return f"{self.held!r} on {DEVICE}"

    @classmethod
    def __torch_function__(cls, func: Callable, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        override = _FUNCTIONS.get(func)
        if override is not None:
            return override(func, args, kwargs or {})
        return super().__torch_function__(func, types, args, kwargs or {})

    @classmethod
    def __torch_dispatch__(  # type: ignore[override]
        cls, func: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        kwargs = kwargs or {}
        _check_devices(func, args, kwargs)
        wrappers: dict[int, Pretended] = {}

        def unwrap(value: Any) -> Any:
            if not isinstance(value, Pretended):
                return value
            wrappers[id(value.held)] = value
            return value.held

        def wrap(value: Any) -> Any:
            if not isinstance(value, torch.Tensor) or isinstance(value, Pretended):
                return value
            known = wrappers.get(id(value))
            return Pretended(value) if known is None else known

        unwrapped = tree_map(unwrap, (args, kwargs))
        return tree_map(wrap, func(*unwrapped[0], **unwrapped[1]))


def _check_devices(func: Any, args: Any, kwargs: Any) -> None:
    """Raise what a GPU raises where tensors of two devices meet."""
    if func in _COPIES:
        return
    if func in _INDEXING:
        indexed, indices, *rest = args
        if not isinstance(indexed, Pretended) and any(isinstance(index, Pretended) for index in indices):
            raise RuntimeError("indices should be either on cpu or on the same device as the indexed tensor (cpu)")
        args = (indexed, *rest)
    tensors = [value for value in tree_flatten((args, kwargs))[0] if isinstance(value, torch.Tensor)]
    here = [tensor for tensor in tensors if not isinstance(tensor, Pretended) and tensor.dim() > 0]
    if here and len(here) < len(tensors) and any(isinstance(tensor, Pretended) for tensor in tensors):
        raise RuntimeError(
            f"Expected all tensors to be on the same device, but found at least two devices, {DEVICE} and cpu!"
        )


# Functions whose answer depends on the device ---------------------------------------------------------------------


def _no_numpy(func: Callable, args: Any, kwargs: Any) -> Any:
    if kwargs.get("force"):
        return args[0].detach().held.numpy()
    raise TypeError(
        f"can't convert {DEVICE} device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first."
    )


def _is_pretended(device: Any) -> bool:
    """Whether `device`, as a program may write it, means the pretended one."""
    if isinstance(device, int) and not isinstance(device, bool):
        return True
    return isinstance(device, (str, torch.device)) and torch.device(device).type == DEVICE.type


class _ToDevice(torch.autograd.Function):
    """A copy between the devices, differentiable as a real one is."""

    @staticmethod
    def forward(ctx: Any, tensor: torch.Tensor, there: bool) -> torch.Tensor:
        ctx.came_from = isinstance(tensor, Pretended)
        inner = tensor.held if isinstance(tensor, Pretended) else tensor
        return Pretended(inner.detach().clone()) if there else inner.detach().clone()

    @staticmethod
    def backward(ctx: Any, *grads: Any) -> Any:
        inner = grads[0].held if isinstance(grads[0], Pretended) else grads[0]
        return (Pretended(inner) if ctx.came_from else inner), None


def _transfer(tensor: torch.Tensor, there: bool) -> torch.Tensor:
    if isinstance(tensor, Pretended) == there:
        return tensor
    with torch._C.DisableTorchFunction():
        return _ToDevice.apply(tensor, there)


def _to(func: Callable, args: Any, kwargs: Any) -> Any:
    """Tensor.to in all its spellings: a device, a dtype, another tensor, or several of them."""
    tensor, *rest = args
    named = dict(kwargs)
    if rest and isinstance(rest[0], torch.Tensor):
        named["other"] = rest[0]
    there, dtype = isinstance(tensor, Pretended), named.get("dtype")
    if (other := named.get("other")) is not None:
        there, dtype = isinstance(other, Pretended), other.dtype
    elif rest and isinstance(rest[0], (str, torch.device, int)) and not isinstance(rest[0], bool):
        there = _is_pretended(rest[0])
    elif named.get("device") is not None:
        there = _is_pretended(named["device"])
    dtype = next((value for value in rest if isinstance(value, torch.dtype)), dtype)
    moved = _transfer(tensor, there)
    options = {key: named[key] for key in ("copy", "memory_format") if key in named and moved is tensor}
    with torch._C.DisableTorchFunctionSubclass():
        return moved.to(dtype or tensor.dtype, **options)


def _new_tensor(func: Callable, args: Any, kwargs: Any) -> Any:
    tensor, data = args
    created = torch.tensor(data, dtype=kwargs.get("dtype") or tensor.dtype)
    there = kwargs.get("device") is None or _is_pretended(kwargs["device"])
    return (Pretended(created) if there else created).requires_grad_(kwargs.get("requires_grad", False))


def _set_data(func: Callable, args: Any, kwargs: Any) -> Any:
    """`p.data = q`: the entries change hands, the object stays; moved to the device, it becomes a pretended one."""
    target, source = args
    if isinstance(source, Pretended) and not isinstance(target, Pretended):
        moved = torch.nn.Parameter(source.detach()) if isinstance(target, torch.nn.Parameter) else source.detach()
        with torch._C.DisableTorchFunction():
            torch.utils.swap_tensors(target, moved.requires_grad_(target.requires_grad))
        return None
    if isinstance(target, Pretended) and isinstance(source, Pretended) and target.shape == source.shape:
        target.held = source.held
        return None
    with torch._C.DisableTorchFunctionSubclass():
        return func(*args, **kwargs)


_T: Any = torch.Tensor
_FUNCTIONS: dict[Any, Callable] = {
    _T.device.__get__: lambda func, args, kwargs: DEVICE,
    _T.is_cuda.__get__: lambda func, args, kwargs: True,
    _T.is_cpu.__get__: lambda func, args, kwargs: False,
    _T.get_device: lambda func, args, kwargs: 0,
    _T.data.__set__: _set_data,
    _T.to: _to,
    _T.new_tensor: _new_tensor,
    _T.cpu: lambda func, args, kwargs: _transfer(args[0], False),
    _T.cuda: lambda func, args, kwargs: _transfer(args[0], True),
    _T.numpy: _no_numpy,
    _T.__array__: _no_numpy,
    _T.tolist: lambda func, args, kwargs: args[0].detach().held.tolist(),
    _T.data_ptr: lambda func, args, kwargs: args[0].held.data_ptr(),
    _T.untyped_storage: lambda func, args, kwargs: args[0].held.untyped_storage(),
}


class _Factories(TorchDispatchMode):
    """Puts on the pretended device what an operator of a pretended tensor creates inside (one_hot's zeros, say)."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    @contextlib.contextmanager
    def inside(self, pretended: bool) -> Iterator[None]:
        self._depth += pretended
        try:
            yield
        finally:
            self._depth -= pretended

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        if not self._depth or type(result) is not torch.Tensor:
            return result
        created = not any(isinstance(value, torch.Tensor) for value in tree_flatten((args, kwargs))[0])
        return Pretended(result) if created else result


class _PretendMode(TorchFunctionMode):
    """Serves `device="cuda"`, `.to("cuda")` and `.cuda()` of CPU tensors without a driver."""

    def __init__(self, factories: _Factories):
        super().__init__()
        self._factories = factories

    def __torch_function__(self, func: Callable, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = dict(kwargs or {})
        pretended = any(isinstance(value, Pretended) for value in tree_flatten((args, kwargs))[0])
        with self._factories.inside(pretended):
            return self._run(func, args, kwargs)

    def _run(self, func: Callable, args: Any, kwargs: Any) -> Any:
        if func in (_T.to, _T.cuda, _T.cpu):
            return _FUNCTIONS[func](func, args, kwargs)
        if func == _T.data.__set__:  # each access makes it anew
            return _set_data(func, args, kwargs)
        device = kwargs.get("device")
        if device is None:
            return func(*args, **kwargs)
        if not _is_pretended(device):
            return func(*args, **kwargs)
        kwargs["device"] = "cpu"
        requires_grad = kwargs.pop("requires_grad", False)
        args, kwargs = tree_map(lambda value: value.held if isinstance(value, Pretended) else value, (args, kwargs))
        created = func(*args, **kwargs)
        if not isinstance(created, torch.Tensor):
            return created
        return Pretended(created).requires_grad_(requires_grad)


def on(device: str) -> contextlib.AbstractContextManager:
    """The context in which a call on `device` runs."""
    return _pretending() if device == SIMULATED else contextlib.nullcontext()


@contextlib.contextmanager
def _pretending() -> Iterator[None]:
    factories = _Factories()
    with factories, _PretendMode(factories), _module_to():
        yield


@contextlib.contextmanager
def _module_to() -> Iterator[None]:
    """Let `net.to(x)` take the device of a pretended x: its arguments are parsed where only the CPU tensor shows."""
    nn: Any = torch._C._nn
    parse = nn._parse_to

    def parse_to(*args: Any, **kwargs: Any) -> Any:
        like = next((value for value in (*args, *kwargs.values()) if isinstance(value, Pretended)), None)
        if like is not None:
            return parse(DEVICE, like.dtype)
        with torch._C.DisableTorchFunction():  # the mode would take `device=` for that of a new tensor
            return parse(*args, **kwargs)

    nn._parse_to = parse_to
    try:
        yield
    finally:
        nn._parse_to = parse


def move(tensor: torch.Tensor, device: str) -> torch.Tensor:
    """`tensor`, a plain one without a graph, on `device`: "cpu", "cuda" or "cuda-simulated"."""
    if device == "cpu":
        return tensor
    return Pretended(tensor) if device == SIMULATED else tensor.to(device)


def device_of(tensor: torch.Tensor) -> str:
    """The name under which `move` and `on` know the tensor's device."""
    return SIMULATED if isinstance(tensor, Pretended) else tensor.device.type


def like(tensor: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
    """`tensor`, a plain one, on `other`'s device."""
    return move(tensor, device_of(other))


def same_storage(a: torch.Tensor, b: torch.Tensor) -> bool:
    return a.untyped_storage()._cdata == b.untyped_storage()._cdata


def cannot_be_judged(error: BaseException) -> bool:
    """Whether the pretended device, not the student's code, is to blame for `error`."""
    text = str(error)
    return any(mark in text for mark in UNJUDGED)
