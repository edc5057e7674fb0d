"""Proof of the hidden suites: solutions and wheats earn everything, stubs nothing, every chaff is caught.

    python -m tests.proof [TOPIC ...] [--direct] [--seed N] [--flake N] [--only NAME]

Exit status 0 where all holds, else 1.
"""

import argparse
import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from grader import stubs, topics
from grader.grading import Grader, Settings
from grader.results import TestResult, TopicGrade
from grader.sources import SourceFile
from grader.submissions import Submission

TESTS = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Case:
    """One source of one topic, and what the suite must say of it."""

    topic: str
    kind: str  # "solution", "stub", "wheat" or "chaff"
    name: str
    source: str
    functions: frozenset[str] = frozenset()  # a chaff's: what it overrides

    def __str__(self) -> str:
        return f"{self.topic}/{self.kind}/{self.name}"


def solution(topic: str) -> str:
    return (topics.SOLUTIONS / f"{topic}.py").read_text(encoding="utf-8")


def overlays(topic: str, kind: str) -> Iterator[Case]:
    """The wheats or chaffs of a topic: each appended to the solution, whose functions it overrides."""
    for path in sorted((TESTS / f"{kind}s" / topic).glob("*.py")):
        text = path.read_text(encoding="utf-8")
        yield Case(topic, kind, path.stem, f"{solution(topic)}\n\n{text}", _defined(text))


def cases(topic: str) -> list[Case]:
    """All that must hold of one topic's suite."""
    stub = stubs.make_stub(solution(topic), f"{topic}.py")
    return [
        Case(topic, "solution", "solution", solution(topic)),
        Case(topic, "stub", "stub", stub),
        *overlays(topic, "wheat"),
        *overlays(topic, "chaff"),
    ]


def run(grader: Grader, case: Case) -> TopicGrade:
    files = {case.topic: SourceFile(f"{case.topic}.py", case.source)}
    return grader.grade(Submission(str(case), Path(case.name), files, "")).topics[case.topic]


def complaint(case: Case, grade: TopicGrade) -> str:
    """What the grade says against the suite; empty where all is as it must be."""
    lost = [test for test in grade.tests if test.outcome != "passed"]
    if case.kind in ("solution", "wheat"):
        return "" if grade.score == grade.max_score else f"a right answer lost points\n{_listed(lost)}"
    if case.kind == "stub":
        return (
            ""
            if grade.score == 0 and grade.status == "not_attempted"
            else f"a stub earned {grade.score} ({grade.status})"
        )
    if not lost:
        return "a mistake was not caught"
    if not any(test.function in case.functions for test in lost):
        return f"caught, but by no test of {', '.join(sorted(case.functions))}\n{_listed(lost)}"
    return ""


def _listed(tests: list[TestResult]) -> str:
    return "\n".join(f"    {test.name} [{test.device}] {test.outcome}: {test.message[:1500]}" for test in tests[:6])


def _defined(text: str) -> frozenset[str]:
    """The names that an overlay gives a value to at its top level."""
    names: set[str] = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names.update(target.id for target in node.targets if isinstance(target, ast.Name))
    return frozenset(names)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__.split("\n")[0])
    parser.add_argument("topics", nargs="*", default=topics.TOPICS, metavar="TOPIC")
    parser.add_argument("--direct", action="store_true", help="in this process instead of on the boundary")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--flake", type=int, default=0, metavar="N", help="only the solution, under N seeds")
    parser.add_argument("--only", default="", metavar="TEXT", help="only cases whose name holds TEXT")
    options = parser.parse_args(arguments)
    bad = 0
    for topic in options.topics:
        settings = Settings(topics=(topic,), direct=options.direct, seed=options.seed)
        chosen = [case for case in cases(topic) if options.only in str(case)]
        if options.flake:
            chosen = [replace(chosen[0], name=f"seed-{seed}") for seed in range(options.flake)]
        bad += _prove(chosen, settings, flake=bool(options.flake))
    return 1 if bad else 0


def _prove(chosen: list[Case], settings: Settings, flake: bool) -> int:
    bad = 0
    grader = Grader(settings)
    try:
        for number, case in enumerate(chosen):
            if flake:
                grader.reseed(number)
            grade = run(grader, case)
            problem = complaint(case, grade)
            bad += bool(problem)
            print(f"{'BAD' if problem else 'ok '} {case}  {grade.score:g}/{grade.max_score:g}  {problem}", flush=True)
    finally:
        grader.close()
    return bad


if __name__ == "__main__":
    sys.exit(main())
