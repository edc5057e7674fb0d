"""Mutants: the reference answers with one operator, comparison, number or constant changed, by cosmic-ray's operators.

A suite kills each of them, or tests/equivalent_mutants.toml says why no suite could.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from grader import stubs

EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")

# Replacements that a student could mean: not `@` by `<<`, which no tensor of floats allows anyway.
OPERATORS = re.compile(
    r"core/(ReplaceBinaryOperator_\w+_(Add|Sub|Mul|Div)|ReplaceComparisonOperator_\w+_(Eq|NotEq|Lt|LtE|Gt|GtE)"
    r"|ReplaceComparisonOperator_Is\w*_Is\w*|ReplaceUnaryOperator_(Delete|USub)_\w+|AddNot|Replace\w+With\w+|NumberReplacer|ZeroIterationForLoop|RemoveDecorator)"
)


@dataclass(frozen=True)
class Mutant:
    function: str
    change: str  # "old line → new line"
    source: str


def mutants(source: str, name: str) -> Iterator[Mutant]:
    """Every mutant of the answers in a solution file, once each."""
    from cosmic_ray.ast import get_ast
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator, operator_names

    regions = stubs.answer_regions(source, name)
    owners = _owners(source)
    tree = get_ast(source)
    seen = {source}
    for operator in (get_operator(chosen)() for chosen in sorted(operator_names()) if OPERATORS.fullmatch(chosen)):
        for occurrence, (start, _) in enumerate(_positions(tree, operator)):
            if not any(first < start[0] < last for first, last in regions):
                continue
            text = mutate_code(source.encode(), operator, occurrence)
            if text is None or text in seen:
                continue
            seen.add(text)
            yield Mutant(owners[start[0]], _change(source, text), text)


def _positions(tree: object, operator: object) -> list:
    """The places that an operator can mutate, in the order in which it numbers them."""
    from cosmic_ray.ast import Visitor

    class Places(Visitor):
        def __init__(self) -> None:
            self.found: list = []

        def visit(self, node: object) -> object:
            self.found.extend(operator.mutation_positions(node))  # type: ignore[attr-defined]
            return node

    places = Places()
    places.walk(tree)
    return places.found


def _owners(source: str) -> dict[int, str]:
    """{line: the top-level function or class it belongs to}."""
    return {
        line: node.name
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }


def _change(before: str, after: str) -> str:
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return "; ".join(f"{old.strip()} → {new.strip()}" for old, new in pairs if old != new)


@cache
def equivalents() -> dict[str, dict[str, str]]:
    """{topic.function: {change: the reason why no suite could tell}}."""
    return tomllib.loads(EQUIVALENT.read_text(encoding="utf-8")) if EQUIVALENT.exists() else {}


def reason(topic: str, mutant: Mutant) -> str:
    """Why the mutant is as right as the answer; empty where it is not."""
    return equivalents().get(f"{topic}.{mutant.function}", {}).get(mutant.change, "")
