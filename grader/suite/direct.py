"""The student's module in this process (`--direct`): for debugging a suite or one's own code with a debugger.

The same surface as `sandbox.remote.StudentModule`, without the boundary. Not for grading code that is not trusted.
"""

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import torch

from grader.sandbox import pretend, wire
from grader.sandbox.client import Budget
from grader.sandbox.observe import Observation
from grader.sandbox.remote import Rules, Variant, check_forbidden
from grader.sandbox.worker import Worker


@dataclass
class DirectCall:
    result: Any
    operators: frozenset[str]

    def shares_memory(self, argument: torch.Tensor) -> bool:
        return isinstance(self.result, torch.Tensor) and pretend.same_storage(self.result, argument)


class DirectStudent:
    """Attribute access gives the module's functions; see docs/topics.md for `put`, `keep` and `observe`."""

    def __init__(self, module: ModuleType, rules: Rules):
        self._module = module
        self._rules = rules

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *args, **kwargs: self._call(name, args, kwargs).result

    @property
    def keep(self) -> Variant:
        return Variant(lambda name, args, kwargs: self._call(name, args, kwargs).result)

    @property
    def observe(self) -> Variant:
        return Variant(lambda name, args, kwargs: self._call(name, args, kwargs, observe=True))

    @property
    def device(self) -> torch.device:
        return torch.device("cpu")

    def put(self, value: Any) -> Any:
        return copy.deepcopy(value)

    def _call(self, name: str, args: tuple, kwargs: dict, observe: bool = False) -> DirectCall:
        function = getattr(self._module, name)
        patterns = self._rules.patterns(name)
        if not patterns and not observe:
            return DirectCall(function(*args, **kwargs), frozenset())
        watched = _watched(function, patterns, name)
        result = watched(*args, **kwargs)
        if isinstance(result, torch.nn.Module):
            object.__setattr__(result, "forward", _watched(result.forward, patterns, name))
        return DirectCall(result, watched.operators)


def _watched(function: Callable[..., Any], patterns: Any, name: str) -> Any:
    """`function`, raising Forbidden where it runs one of `patterns`; `.operators` is what its last call ran."""

    def watched(*args: Any, **kwargs: Any) -> Any:
        with Observation() as observation:
            result = function(*args, **kwargs)
        watched.operators = frozenset(observation.operators)  # type: ignore[attr-defined]
        check_forbidden(watched.operators, patterns, name)  # type: ignore[attr-defined]
        return result

    return watched


class LocalProcess:
    """A StudentProcess within this process: calls on another device go the boundary's way in `--direct` too."""

    def __init__(self, module: ModuleType):
        self._worker = Worker(None, module)
        self._number = 0
        self.printed = ""

    def request(self, header: dict[str, Any], buffers: list) -> tuple[dict[str, Any], bytearray, int]:
        self._number += 1
        body = bytearray(b"".join(bytes(piece) for piece in buffers))
        reply, pieces = self._worker.answer({**header, "id": self._number}, body)
        wire.frame(reply, pieces)  # the same bounds
        return json.loads(json.dumps(reply)), bytearray(b"".join(bytes(piece) for piece in pieces)), self._number

    def start_test(self, budget: Budget) -> None:
        """No limits in this process."""

    def close(self) -> None:
        """Nothing to end."""
