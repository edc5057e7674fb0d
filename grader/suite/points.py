"""The mark that makes a function of a hidden suite a graded test."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

KINDS = (
    "values",
    "shapes and dtypes",
    "gradients",
    "stability",
    "device",
    "errors",
    "memory",
    "randomness",
    "training",
)

# The suite's own code gets this much more wall time than the student's before pytest-timeout steps in.
BACKSTOP_SECONDS = 30.0


@dataclass(frozen=True)
class Graded:
    """What a graded test is about and worth; `points` is for one case of a parametrised test."""

    function: str
    kind: str
    points: float
    hint: str
    seconds: float


def graded(
    function: str, kind: str, *, points: float, hint: str, seconds: float = 5.0
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark a test: whose points it decides, of which kind, how many a case; a hint; the student code's CPU seconds."""
    if kind not in KINDS:
        raise ValueError(f"graded({function!r}): kind {kind!r} is none of {', '.join(KINDS)}")
    if not points > 0 or not hint:
        raise ValueError(f"graded({function!r}): points and a hint are needed")
    mark = Graded(function, kind, float(points), hint, seconds)

    def decorate(test: Callable[..., Any]) -> Callable[..., Any]:
        test = pytest.mark.graded(**{f.name: getattr(mark, f.name) for f in dataclasses.fields(mark)})(test)
        return pytest.mark.timeout(3 * seconds + 5 + BACKSTOP_SECONDS)(test)

    return decorate


def mark_of(item: pytest.Item) -> Graded | None:
    mark = item.get_closest_marker("graded")
    return Graded(**mark.kwargs) if mark else None
