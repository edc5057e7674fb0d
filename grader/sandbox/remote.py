"""The student's module as it looks from the trusted side: functions, tensors, autograd and objects across the boundary.

`Remote` stands for one student process with a submission loaded. Calls copy arguments there and results back; a
differentiable result is wired into the caller's graph through `_Bridge`, whose backward asks the student process for
the vector–Jacobian product. What is not data stays there, and a `Handle` stands for it here.
"""

import builtins
import contextlib
import fnmatch
import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import torch

from . import packing, wire
from .client import Budget, Crashed, Forbidden, OutOfMemory

SIMULATED = "cuda-simulated"
_MEMORY_MESSAGES = ("can't allocate memory", "not enough memory", "out of memory")


class StudentError(Exception):
    """An exception of the student's code. `kind` is its type's name, `lines` its places in the student's file."""

    def __init__(self, message: str, kind: str, lines: list[tuple[int, str]]):
        super().__init__(message)
        self.kind = kind
        self.lines = lines

    def __str__(self) -> str:
        where = f" (line {self.lines[-1][0]})" if self.lines else ""
        return f"{self.kind}: {self.args[0]}{where}"


class NotAttempted(StudentError):
    """The function still raises NotImplementedError."""


class WrongDevice(AssertionError):
    """A result is not on the device of the call's inputs."""


@dataclass(frozen=True)
class Rules:
    """What the calls of a test are subject to: their device, and the operations that functions may not use."""

    device: str = "cpu"
    forbidden: dict[str, Sequence[str]] | None = None
    check_devices: bool = False

    def patterns(self, function: str | None) -> Sequence[str]:
        return (self.forbidden or {}).get(function or "", ())


class Process(Protocol):
    """What a Remote needs of a student process."""

    def request(self, header: dict[str, Any], buffers: list) -> tuple[dict[str, Any], bytearray, int]: ...

    def start_test(self, budget: Budget) -> None: ...

    def close(self) -> None: ...


class Remote:
    """A student process with one submission's topic loaded."""

    def __init__(self, process: Process, rules: Rules):
        self.process = process
        self.rules = rules
        self.unjudged: list[str] = []
        self.seed: int | None = None
        self._handles: weakref.WeakValueDictionary[int, Handle] = weakref.WeakValueDictionary()
        self._dropped_handles: list[int] = []
        self._dropped_graphs: list[int] = []

    def under(self, rules: Rules) -> "Remote":
        """The same student process, for another test."""
        self.rules = rules
        self.unjudged = []
        return self

    def load(self, name: str, source: str) -> None:
        """Run the submission's file. Raises StudentError or StudentProcessError where it does not get to its end."""
        self._exchange({"op": "import", "name": name, "source": source}, [])

    def call(self, header: dict[str, Any], args: tuple, kwargs: dict, function: str | None) -> "Call":
        """Run one request of the student's side and take in all that came of it."""
        patterns = self.rules.patterns(function)
        header = {**header, "grad_enabled": torch.is_grad_enabled(), "device": self.rules.device}
        header["observe"] = bool(patterns) or header.get("observe", False)
        packed = packing.pack((args, kwargs), self._handle_id)
        header |= {"tensors": packed.descriptors, "pickle": len(packed.pickle)}
        buffers = [*packed.buffers, packed.pickle]
        try:
            reply, body, number = self._exchange(header, buffers)
        except _Unjudged as unjudged:
            # No verdict without a real device: the same call on the CPU decides, and the report says so.
            self.unjudged.append(str(unjudged))
            reply, body, number = self._exchange({**header, "device": "cpu"}, buffers)
        answer = Answer(self, packed.tensors, args, kwargs, function, body, number)
        answer.check_devices = self.rules.check_devices and not self.unjudged and header["op"] != "identity"
        call = answer.read(reply)
        check_forbidden(call.operators, patterns, function)
        return call

    def vjp(
        self, number: int, outputs: list[int], grads: list[torch.Tensor], shapes: list
    ) -> list[torch.Tensor | None]:
        packed = packing.pack(grads, lambda obj: None)
        header = {"op": "vjp", "call": number, "outputs": outputs, "tensors": packed.descriptors}
        reply, body, _ = self._exchange(header, packed.buffers)
        decoder = wire.Decoder(body, _no_reference, lambda tensor, _: tensor)
        result = _guarded(self, lambda: decoder.decode(reply.get("ok")))
        expected = [None if value is None else (value.shape, value.dtype) for value in shapes]
        if type(result) is not list or len(result) != len(expected):
            self._reject("gradients of something else")
        for grad, like in zip(result, expected, strict=True):
            if grad is not None and (like is None or (grad.shape, grad.dtype) != like):
                self._reject("a gradient of another shape than its input")
        return result

    def handle(self, number: int, bases: tuple[str, ...], function: str | None) -> "Handle":
        known = self._handles.get(number)
        if known is None:
            known = self._handles[number] = Handle(self, number, bases, function)
            weakref.finalize(known, self._dropped_handles.append, number)
        return known

    def forget_graph(self, number: int) -> None:
        self._dropped_graphs.append(number)

    def _handle_id(self, obj: Any) -> int | None:
        return object.__getattribute__(obj, "_number") if type(obj) is Handle else None

    def _exchange(self, header: dict[str, Any], buffers: list) -> tuple[dict[str, Any], bytearray, int]:
        dropped = [number for number in self._dropped_handles if number not in self._handles]
        header = {**header, "drop_handles": dropped, "drop_graphs": list(self._dropped_graphs)}
        del self._dropped_handles[:], self._dropped_graphs[:]
        if self.seed is not None:
            header["seed"], self.seed = self.seed, None
        reply, body, number = self.process.request(header, buffers)
        if "error" in reply:
            raise _guarded(self, lambda: _as_exception(reply))
        return reply, body, number

    def _reject(self, why: str) -> None:
        self.process.close()
        raise Crashed(f"the student's process sent no valid reply: {why}")


@dataclass
class Call:
    """What came of one call."""

    result: Any
    operators: frozenset[str]
    _shares: dict[int, list[int]]
    _tensors: list[torch.Tensor]

    def shares_memory(self, argument: torch.Tensor) -> bool:
        """Whether the result, a tensor, lies in the same storage as `argument`, a tensor of the call."""
        if self.result is argument:
            return True
        number = next(n for n, tensor in enumerate(self._tensors) if tensor is argument)
        return number in self._shares.get(id(self.result), [])


class Answer:
    """Reads one reply: result, changes to the arguments, facts."""

    def __init__(
        self,
        remote: Remote,
        tensors: list,
        args: tuple,
        kwargs: dict,
        function: str | None,
        body: bytearray,
        number: int,
    ):
        self._remote = remote
        self._tensors = tensors
        self._args = args
        self._kwargs = kwargs
        self._function = function
        self._number = number
        self._decoder = wire.Decoder(body, self._reference, self._on_tensor)
        self._outputs: dict[int, torch.Tensor] = {}
        self._bridged: dict[int, torch.Tensor] = {}
        self._facts: dict[int, tuple[torch.Tensor, list[int]]] = {}
        self.check_devices = False

    def read(self, reply: dict[str, Any]) -> Call:
        raw = _guarded(self._remote, lambda: self._decoder.decode(reply.get("ok")))
        changes = _guarded(self._remote, lambda: self._read_changes(reply.get("changes")))
        _guarded(self._remote, self._decoder.finish)
        for tensor, value, grad in changes:
            _apply_change(tensor, value, grad)
        self._bridge()
        operators = reply.get("operators")
        names = (
            frozenset(name for name in operators if isinstance(name, str)) if type(operators) is list else frozenset()
        )
        result = self._replace(raw)
        shares = {id(self._replace(tensor)): numbers for tensor, numbers in self._facts.values()}
        return Call(result, names, shares, self._tensors)

    # Decoding --------------------------------------------------------------------------------------------------------

    def _on_tensor(self, tensor: torch.Tensor, header: dict[str, Any]) -> torch.Tensor:
        self._check_device(header)
        differentiable = tensor.is_floating_point() or tensor.is_complex()
        if type(header.get("output")) is int and differentiable:
            self._outputs[header["output"]] = tensor
        elif header.get("requires_grad") is True and differentiable:
            tensor.requires_grad_()
        if header.get("grad") is not None:
            grad = self._decoder.tensor(header["grad"])
            if (grad.shape, grad.dtype) != (tensor.shape, tensor.dtype):
                raise wire.WireError("a gradient of another shape than its tensor")
            tensor.grad = grad
        if header.get("parameter") is True and differentiable:
            tensor = _as_parameter(tensor)
        shares = header.get("shares")
        self._facts[id(tensor)] = (tensor, shares if type(shares) is list else [])
        return tensor

    def _reference(self, value: dict[str, Any]) -> Any:
        if value["t"] == "handle":
            number, bases = value.get("id"), value.get("bases")
            if type(number) is not int or type(bases) is not list:
                raise wire.WireError("a handle of nothing")
            return self._remote.handle(number, tuple(base for base in bases if isinstance(base, str)), self._function)
        if type(value.get("tensor")) is int and 0 <= value["tensor"] < len(self._tensors):
            self._check_device(value)
            return self._tensors[value["tensor"]]
        place = value.get("place")
        if type(place) is int and 0 <= place < len(self._args):
            return self._args[place]
        if isinstance(place, str) and place in self._kwargs:
            return self._kwargs[place]
        raise wire.WireError("a reference to no argument")

    def _check_device(self, header: dict[str, Any]) -> None:
        device = str(header.get("device"))[:20]
        if self.check_devices and not device.startswith("cuda"):
            raise WrongDevice(f"the inputs are on cuda:0, but a result is on {device}")

    def _read_changes(self, changes: Any) -> list[tuple[torch.Tensor, Any, Any]]:
        """(argument, new value or None, new grad or None or _UNCHANGED) for each argument that the call changed."""
        read = []
        for change in changes or []:
            number = change["tensor"]
            if type(number) is not int or not 0 <= number < len(self._tensors):
                raise wire.WireError("a change to no argument")
            value = self._decoder.tensor(change["value"]) if "value" in change else None
            grad = _UNCHANGED
            if "grad" in change:
                grad = None if change["grad"] is None else self._decoder.tensor(change["grad"])
            read.append((self._tensors[number], value, grad))
        return read

    # Autograd --------------------------------------------------------------------------------------------------------

    def _bridge(self) -> None:
        if not self._outputs:
            return
        numbers = sorted(self._outputs)
        link = _Link(self._remote, self._number, numbers, [self._outputs[n] for n in numbers], self._tensors)
        # The anchor makes autograd call back even where no argument requires a gradient: a module's own parameters do.
        anchor = torch.empty(0, requires_grad=True)
        bridged = _Bridge.apply(link, anchor, *self._tensors)
        self._bridged = {id(self._outputs[n]): out for n, out in zip(numbers, bridged, strict=True)}

    def _replace(self, value: Any) -> Any:
        """`value` with each differentiable output replaced by its bridged self."""
        if isinstance(value, torch.Tensor):
            return self._bridged.get(id(value), value)
        if type(value) in (list, tuple):
            return type(value)(self._replace(item) for item in value)
        if type(value) is dict:
            return {key: self._replace(item) for key, item in value.items()}
        return value


_UNCHANGED = object()


def _as_parameter(tensor: torch.Tensor) -> torch.nn.Parameter:
    parameter = torch.nn.Parameter(tensor.detach(), tensor.requires_grad)
    parameter.grad = tensor.grad
    return parameter


def _apply_change(tensor: torch.Tensor, value: torch.Tensor | None, grad: Any) -> None:
    if value is not None:
        if (value.shape, value.dtype) == (tensor.shape, tensor.dtype):
            with torch.no_grad():
                tensor.copy_(value)
        else:  # the student's code gave the argument another shape: the suite's comparison will say so
            tensor.data = value
    if grad is not _UNCHANGED:
        with contextlib.suppress(RuntimeError):  # a gradient of another shape than its tensor has no place here
            tensor.grad = grad


class _Link:
    """The student's side of one differentiable call; its graph there is dropped with this object."""

    def __init__(self, remote: Remote, number: int, outputs: list[int], values: list, inputs: list):
        self.remote = remote
        self.number = number
        self.outputs = outputs
        self.values = values
        self.inputs = [tensor.detach() if tensor.requires_grad else None for tensor in inputs]
        weakref.finalize(self, remote.forget_graph, number)


class _Bridge(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, link: _Link, anchor: torch.Tensor, *inputs: torch.Tensor) -> tuple[torch.Tensor, ...]:
        ctx.link = link
        ctx.set_materialize_grads(False)
        return tuple(link.values)

    @staticmethod
    @torch.autograd.function.once_differentiable
    def backward(ctx: Any, *grads: torch.Tensor | None) -> tuple:
        link: _Link = ctx.link
        given = [(number, grad) for number, grad in zip(link.outputs, grads, strict=True) if grad is not None]
        if not given:
            return (None, None, *(None for _ in link.inputs))
        numbers, upstream = [number for number, _ in given], [grad for _, grad in given]
        return (None, None, *link.remote.vjp(link.number, numbers, upstream, link.inputs))


# Objects that stay there ----------------------------------------------------------------------------------------------


class Handle:
    """An object in the student process. Attributes, calls, iteration, indexing and `len` go there."""

    __slots__ = ("__weakref__", "_bases", "_function", "_number", "_remote")

    def __init__(self, remote: Remote, number: int, bases: tuple[str, ...], function: str | None):
        self._remote = remote
        self._number = number
        self._bases = bases
        self._function = function

    def _method(self, name: str, *args: Any) -> Any:
        header = {"op": "handle", "handle": self._number, "name": name}
        return self._remote.call(header, args, {}, self._function).result

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        header = {"op": "handle", "handle": self._number}
        return self._remote.call(header, args, kwargs, self._function).result

    def __getattr__(self, name: str) -> Any:
        header = {"op": "getattr", "handle": self._number, "name": name}
        return self._remote.call(header, (), {}, self._function).result

    def __iter__(self) -> Any:
        return self._method("__iter__")

    def __next__(self) -> Any:
        try:
            return self._method("__next__")
        except StudentError as error:
            if isinstance(error, StopIteration):
                raise StopIteration from None
            raise

    def __getitem__(self, key: Any) -> Any:
        return self._method("__getitem__", key)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._method("__setitem__", key, value)

    def __contains__(self, item: Any) -> bool:
        return bool(self._method("__contains__", item))

    def __len__(self) -> int:
        try:
            length = self._method("__len__")
        except AttributeError as error:  # as Python says it: list(handle) asks and goes on
            raise TypeError(f"{self!r} has no length") from error
        if type(length) is not int or length < 0:
            raise StudentError("__len__ returned no length", "TypeError", [])
        return length

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"<{self._bases[0] if self._bases else 'object'} in the student process>"


def bases_of(handle: Handle) -> tuple[str, ...]:
    """The qualified names of the object's type and its bases, as the student's side reports them."""
    return handle._bases


class StudentModule:
    """The student's module: attributes are its functions. See docs/topics.md for `put`, `keep` and `observe`."""

    def __init__(self, remote: Remote):
        self._remote = remote

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *args, **kwargs: self._call(name, args, kwargs).result

    @property
    def keep(self) -> "Variant":
        return Variant(lambda name, args, kwargs: self._call(name, args, kwargs, keep=True).result)

    @property
    def observe(self) -> "Variant":
        return Variant(lambda name, args, kwargs: self._call(name, args, kwargs, observe=True))

    def put(self, value: Any) -> Handle:
        return self._remote.call({"op": "identity", "keep": True}, (value,), {}, None).result

    @property
    def device(self) -> torch.device:
        return torch.device("cpu" if self._remote.rules.device == "cpu" else "cuda")

    def _call(self, name: str, args: tuple, kwargs: dict, **options: bool) -> Call:
        return self._remote.call({"op": "function", "name": name, **options}, args, kwargs, name)


class Variant:
    """`student.keep.f(x)`, `student.observe.f(x)`: the student's functions, called in another way."""

    def __init__(self, call: Callable[[str, tuple, dict], Any]):
        self._call = call

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *args, **kwargs: self._call(name, args, kwargs)


def fetch(handle: Any) -> Any:
    """A copy of the data that `handle` stands for; what is no handle is the data already."""
    if not isinstance(handle, Handle):
        return handle
    return handle._remote.call({"op": "identity", "by_value": True}, (handle,), {}, None).result


# Errors ---------------------------------------------------------------------------------------------------------------


class _Unjudged(Exception):
    """The pretended device cannot run this call."""


def check_forbidden(operators: frozenset[str], patterns: Sequence[str], function: str | None) -> None:
    if not patterns:
        return
    used = sorted(
        name for name in operators if any(fnmatch.fnmatchcase(name, pattern) for pattern in (*patterns, "thread"))
    )
    if used:
        raise Forbidden(f"{function} is to be written by hand, but it ran {', '.join(used)}")


def _no_reference(value: dict) -> Any:
    raise wire.WireError("a reference where none may be")


def _guarded(remote: Remote, read: Callable[[], Any]) -> Any:
    """Run a reading of hostile data; a reply that breaks the format ends the student process."""
    try:
        return read()
    except (wire.WireError, KeyError, TypeError, AttributeError) as error:
        remote._reject(str(error) if isinstance(error, wire.WireError) else "malformed")


def _as_exception(reply: dict[str, Any]) -> Exception:
    error = reply["error"]
    kind, message = str(error["type"])[:100], str(error["message"])[:4000]
    bases = [base for base in error["bases"] if isinstance(base, str)]
    lines = [
        (line[0], str(line[1])[:100])
        for line in error["lines"]
        if type(line) is list and len(line) == 2 and type(line[0]) is int
    ]
    if reply.get("unjudged") is True:
        return _Unjudged(f"{kind}: {message}")
    if "MemoryError" in bases or ("RuntimeError" in bases and any(text in message for text in _MEMORY_MESSAGES)):
        return OutOfMemory(f"{kind}: {message}")
    if "NotImplementedError" in bases and error.get("own") is True:  # not one of torch's
        return NotAttempted(message, kind, lines)
    return _student_error_type(bases)(message, kind, lines)


def _student_error_type(bases: list[str]) -> type[StudentError]:
    """StudentError, derived from the first builtin exception in `bases` too: `pytest.raises(ValueError)` works."""
    for name in bases:
        base = getattr(builtins, name, None)
        if isinstance(base, type) and issubclass(base, Exception) and base is not Exception:
            with contextlib.suppress(TypeError):  # two C layouts that do not mix
                return type(f"Student{name}", (StudentError, base), {})
    return StudentError
