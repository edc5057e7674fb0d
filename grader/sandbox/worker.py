"""The student process: runs the submission's functions at the trusted side's request and sends data back.

It starts as a fork of the zygote, puts the limits on itself, and then answers one request at a time on descriptor 3
until it is killed. Nothing in here is trusted: the student's code may rewrite all of it. What is sent back is judged
on the other side.
"""

import builtins
import contextlib
import fcntl
import io
import linecache
import os
import pickle
import random
import socket
import sys
import types
from typing import Any

import numpy
import torch

from . import limits, pretend, wire
from .observe import Observation

RPC = 3
MAX_MESSAGE = 4000
MAX_FRAMES = 50
BUILTIN_ERRORS = frozenset(
    name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException)
)


def main(options: dict[str, Any], rpc: int, output: int) -> None:
    """Become the student process. `options`: scratch (a private folder)."""
    os.setsid()
    _place_descriptors(rpc, output)
    os.environ.clear()
    os.environ.update(HOME=options["scratch"], TMPDIR=options["scratch"], LANG="C.UTF-8", PATH="/usr/bin:/bin")
    os.chdir(options["scratch"])
    sys.argv = [""]
    protections = limits.apply()
    Worker(socket.socket(fileno=RPC)).serve(protections)


def _place_descriptors(rpc: int, output: int) -> None:
    null = os.open(os.devnull, os.O_RDONLY)
    # First out of the way, then into place: one of them may lie where another belongs.
    high = [fcntl.fcntl(source, fcntl.F_DUPFD, RPC + 1) for source in (null, output, output, rpc)]
    for place, descriptor in enumerate(high):
        os.dup2(descriptor, place)
    os.closerange(RPC + 1, os.sysconf("SC_OPEN_MAX"))


def seed_everything(seed: int) -> None:
    """Seed torch, numpy and `random`; CUDA only once it is in use: torch.manual_seed's promise for later is slow."""
    torch.default_generator.manual_seed(seed)
    if torch.cuda.is_initialized():
        torch.cuda.manual_seed_all(seed)
    numpy.random.seed(seed % 2**32)
    random.seed(seed)


class Worker:
    """The request loop and the objects it keeps: handles, and the graphs of differentiable calls."""

    def __init__(self, connection: socket.socket | None, module: types.ModuleType | None = None):
        self._connection = connection
        self._module = module
        self._handles: dict[int, Any] = {}
        self._handle_of: dict[int, int] = {}
        self._graphs: dict[int, tuple[list[torch.Tensor], list[torch.Tensor | None]]] = {}
        self._next_handle = 0

    def serve(self, protections: list[str]) -> None:
        self._send({"id": 0, "ok": None, "protections": protections}, [])
        while (received := self._receive()) is not None:
            reply, buffers = self.answer(*received)
            for stream in (sys.stdout, sys.stderr):
                with contextlib.suppress(BaseException):
                    stream.flush()
            self._send(reply, buffers)

    def answer(self, header: dict[str, Any], body: bytearray) -> tuple[dict[str, Any], list]:
        """The reply to one request: what came of it, or the exception that the student's code raised."""
        try:
            reply, buffers = self._execute(header, body)
        except BaseException as error:
            unjudged = header.get("device") == pretend.SIMULATED and pretend.cannot_be_judged(error)
            reply, buffers = {"error": describe(error), "unjudged": unjudged}, []
        return {"id": header["id"], **reply}, buffers

    # Frames --------------------------------------------------------------------------------------------------------

    def _read(self, count: int) -> bytearray | None:
        data = bytearray(count)
        view = memoryview(data)
        assert self._connection
        while len(view):
            received = self._connection.recv_into(view)
            if received == 0:
                return None
            view = view[received:]
        return data

    def _receive(self) -> tuple[dict[str, Any], bytearray] | None:
        prefix = self._read(wire.PREFIX.size)
        if prefix is None:
            return None
        header, body = wire.lengths(bytes(prefix))
        text, data = self._read(header), self._read(body)
        return None if text is None or data is None else (wire.parse_header(bytes(text)), data)

    def _send(self, header: dict[str, Any], buffers: list) -> None:
        try:
            pieces = wire.frame(header, buffers)
        except (wire.Unsendable, ValueError, TypeError) as error:
            pieces = wire.frame({"id": header["id"], "error": describe(error)})
        assert self._connection
        for piece in pieces:
            self._connection.sendall(piece)

    # Requests ------------------------------------------------------------------------------------------------------

    def _execute(self, header: dict[str, Any], body: bytearray) -> tuple[dict[str, Any], list]:
        for number in header.get("drop_handles", ()):
            self._handle_of.pop(id(self._handles.pop(number, None)), None)
        for number in header.get("drop_graphs", ()):
            self._graphs.pop(number, None)
        if "seed" in header:
            seed_everything(header["seed"])
        if header["op"] == "import":
            self._import(header["name"], header["source"])
            return {"ok": None}, []
        if header["op"] == "vjp":
            return self._vjp(header, body)
        return Call(self, header, body).run()

    def _import(self, name: str, source: str) -> None:
        self._module = load(name, source)

    def function(self, name: str) -> Any:
        return getattr(self._module, name)

    def handle(self, number: int) -> Any:
        return self._handles[number]

    def known_handle(self, value: Any) -> int | None:
        return self._handle_of.get(id(value))

    def new_handle(self, value: Any) -> int:
        self._next_handle += 1
        self._handles[self._next_handle] = value
        self._handle_of[id(value)] = self._next_handle
        return self._next_handle

    def keep_graph(self, call: int, outputs: list[torch.Tensor], inputs: list[torch.Tensor | None]) -> None:
        self._graphs[call] = (outputs, inputs)

    def _vjp(self, header: dict[str, Any], body: bytearray) -> tuple[dict[str, Any], list]:
        """Vector–Jacobian product: upstream gradients in, the inputs' gradients out; parameters accumulate theirs."""
        outputs, inputs = self._graphs[header["call"]]
        upstream = materialise(header["tensors"], body)
        chosen = [outputs[index] for index in header["outputs"]]
        grads = [pretend.like(grad, out) for grad, out in zip(upstream, chosen, strict=True)]
        leaves = [leaf for leaf in inputs if leaf is not None]
        before = [leaf.grad for leaf in leaves]
        for leaf in leaves:
            leaf.grad = None
        with pretend.on(pretend.device_of(chosen[0])):
            torch.autograd.backward(chosen, grads, retain_graph=True)
        encoder = wire.Encoder(lambda value: None, lambda tensor, fact: None, self._refuse)
        values = [None if leaf is None or leaf.grad is None else encoder.tensor(leaf.grad) for leaf in inputs]
        for leaf, grad in zip(leaves, before, strict=True):
            leaf.grad = grad
        return {"ok": {"t": "list", "v": values}}, encoder.buffers

    def _refuse(self, value: Any) -> Any:
        raise wire.Unsendable(f"a {type(value).__name__}")


def load(name: str, source: str) -> types.ModuleType:
    """Run `source` as the module `name`; tracebacks show its lines."""
    module = types.ModuleType(name)
    module.__file__ = f"{name}.py"
    linecache.cache[module.__file__] = (len(source), None, source.splitlines(keepends=True), module.__file__)
    sys.modules[name] = module
    exec(compile(source, module.__file__, "exec", dont_inherit=True), module.__dict__)
    return module


def materialise(descriptors: list[dict[str, Any]], body: bytearray, device: str = "cpu") -> list[torch.Tensor]:
    """The tensors that a request carries at the front of its body, as the caller had them but for the device."""
    tensors: list[torch.Tensor] = []
    offset = 0
    for descriptor in descriptors:
        span = _span(descriptor, body, offset).clone()
        offset += descriptor["n"]
        tensor = torch.empty(0, dtype=span.dtype)
        tensor.set_(span.untyped_storage(), 0, descriptor["shape"], descriptor["stride"])
        tensor = pretend.move(tensor, device)
        if descriptor.get("parameter"):
            tensor = torch.nn.Parameter(tensor, requires_grad=descriptor["requires_grad"])
        elif descriptor.get("requires_grad"):
            tensor.requires_grad_()
        tensors.append(tensor)
    for descriptor, tensor in zip(descriptors, tensors, strict=True):
        if descriptor.get("grad") is not None:
            tensor.grad = tensors[descriptor["grad"]]
    return tensors


def _span(descriptor: dict[str, Any], body: bytearray, offset: int) -> torch.Tensor:
    dtype = wire.DTYPES[descriptor["dtype"]]
    count = descriptor["n"] // dtype.itemsize
    return torch.frombuffer(body, dtype=dtype, count=count, offset=offset) if count else torch.empty(0, dtype=dtype)


class Call:
    """One request to call something: arguments in, result, side effects and facts out."""

    def __init__(self, worker: Worker, header: dict[str, Any], body: bytearray):
        self._worker = worker
        self._header = header
        self._body = body
        self._device = header.get("device", "cpu")
        self._tensors = materialise(header["tensors"], body, self._device)
        self._numbers = {id(tensor): number for number, tensor in enumerate(self._tensors)}
        self._outputs: list[torch.Tensor] = []
        self._encoder = wire.Encoder(self._special, self._facts, self._as_handle)
        start = len(body) - header["pickle"]
        self._args, self._kwargs = self._unpickle(memoryview(body)[start:])

    def run(self) -> tuple[dict[str, Any], list]:
        operators: list[str] | None = None
        target = self._target()
        with torch.set_grad_enabled(self._header.get("grad_enabled", True)), pretend.on(self._device):
            if self._header.get("observe"):
                with Observation() as observation:
                    result = target(*self._args, **self._kwargs)
                operators = sorted(observation.operators)[:500]
            else:
                result = target(*self._args, **self._kwargs)
        value = self._as_handle(result) if self._header.get("keep") else self._encoder.encode(result)
        changes = self._changes()
        if self._outputs:
            inputs = [tensor if tensor.requires_grad else None for tensor in self._tensors]
            self._worker.keep_graph(self._header["id"], self._outputs, inputs)
        reply = {"ok": value, "changes": changes, "operators": operators, "outputs": len(self._outputs)}
        return reply, self._encoder.buffers

    def _target(self) -> Any:
        operation = self._header["op"]
        if operation == "function":
            return self._worker.function(self._header["name"])
        if operation == "identity":
            return lambda value: value
        target = self._worker.handle(self._header["handle"])
        if self._header.get("name") == "__iter__":
            return lambda: iter(target)  # what has only __getitem__ iterates too
        if operation == "getattr":
            return lambda: getattr(target, self._header["name"])
        return getattr(target, self._header["name"]) if self._header.get("name") else target

    def _unpickle(self, data: memoryview) -> tuple[tuple, dict]:
        call = self

        class Unpickler(pickle.Unpickler):
            def persistent_load(self, reference: tuple[str, int]) -> Any:
                kind, number = reference
                return call._tensors[number] if kind == "tensor" else call._worker.handle(number)

        return Unpickler(io.BytesIO(data)).load()

    # What the encoder asks ------------------------------------------------------------------------------------------

    def _special(self, value: Any) -> dict[str, Any] | None:
        if id(value) in self._numbers:
            return {"t": "argument", "tensor": self._numbers[id(value)], "device": str(value.device)}
        number = self._worker.known_handle(value)
        if number is not None and not self._header.get("by_value"):
            return self._handle_header(number, value)
        for place, argument in [*enumerate(self._args), *self._kwargs.items()]:
            if value is argument and isinstance(value, (torch.nn.Module, list, dict, numpy.ndarray)) and number is None:
                return {"t": "argument", "place": place}
        return None

    def _facts(self, tensor: torch.Tensor, header: dict[str, Any]) -> None:
        header["device"] = str(tensor.device)
        header["parameter"] = isinstance(tensor, torch.nn.Parameter)
        header["requires_grad"] = tensor.requires_grad
        header["shares"] = [n for n, argument in enumerate(self._tensors) if pretend.same_storage(tensor, argument)]
        if tensor.requires_grad and not tensor.is_leaf:
            header["output"] = len(self._outputs)
            self._outputs.append(tensor)
        elif tensor.grad is not None:
            header["grad"] = self._encoder.tensor(tensor.grad)

    def _as_handle(self, value: Any) -> dict[str, Any]:
        number = self._worker.known_handle(value)
        return self._handle_header(self._worker.new_handle(value) if number is None else number, value)

    def _handle_header(self, number: int, value: Any) -> dict[str, Any]:
        bases = [f"{kind.__module__}.{kind.__qualname__}"[:200] for kind in type(value).__mro__[:30]]
        return {"t": "handle", "id": number, "bases": bases}

    def _changes(self) -> list[dict[str, Any]]:
        """What the call did to its tensor arguments: new values, a new or removed `.grad`."""
        changes = []
        offset = 0
        for number, (descriptor, tensor) in enumerate(zip(self._header["tensors"], self._tensors, strict=True)):
            original = _span(descriptor, self._body, offset).as_strided(descriptor["shape"], descriptor["stride"])
            offset += descriptor["n"]
            change: dict[str, Any] = {}
            if not _same_bits(tensor, original):
                change["value"] = self._encoder.tensor(tensor)
            grad = descriptor.get("grad")
            if tensor.is_leaf and tensor.grad is not (None if grad is None else self._tensors[grad]):
                change["grad"] = None if tensor.grad is None else self._encoder.tensor(tensor.grad)
            if change:
                changes.append({"tensor": number, **change})
        return changes


def _same_bits(tensor: torch.Tensor, original: torch.Tensor) -> bool:
    if tensor.shape != original.shape or tensor.dtype != original.dtype:
        return False
    now, before = (numpy.frombuffer(wire.tensor_bytes(t), numpy.uint8) for t in (tensor, original))
    return bool(numpy.array_equal(now, before))


def describe(error: BaseException) -> dict[str, Any]:
    """An exception as data: type, builtin base types, message, and its places in the student's file."""
    try:
        message = str(error)[:MAX_MESSAGE]
    except BaseException:
        message = "(its message cannot be read)"
    bases = [kind.__name__ for kind in type(error).__mro__ if kind.__name__ in BUILTIN_ERRORS]
    lines, own = _student_lines(error)
    return {"type": type(error).__name__[:100], "bases": bases, "message": message, "lines": lines, "own": own}


def _student_lines(error: BaseException) -> tuple[list[list], bool]:
    """(line, function) of the frames in the submission, outermost first; whether the innermost frame is one of them."""
    if isinstance(error, SyntaxError) and error.lineno:
        return [[error.lineno, ""]], True
    lines: list[list] = []
    own = False
    trace = error.__traceback__
    while trace is not None and len(lines) < MAX_FRAMES:
        name = trace.tb_frame.f_globals.get("__name__")
        own = isinstance(name, str) and trace.tb_frame.f_code.co_filename == f"{name}.py"
        if own:
            lines.append([trace.tb_lineno, trace.tb_frame.f_code.co_name[:100]])
        trace = trace.tb_next
    return lines, own
