"""Proof of the hidden suites: solutions and wheats earn everything, stubs nothing, every chaff and mutant is caught.

    python -m tests.proof [TOPIC ...] [--direct] [--seed N] [--flake N] [--kind KIND] [--every]
                            [--only TEXT] [--jobs N]

Exit status 0 where all holds, else 1.
"""

import argparse
import ast
import atexit
import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from grader import stubs, topics
from grader.grading import Grader
from grader.results import TestResult, TopicGrade
from grader.settings import Settings
from grader.sources import SourceFile
from grader.submissions import Submission
from tests import mutants

KINDS = ("solution", "stub", "wheat", "chaff", "mutant")
QUICK = KINDS[:-1]  # what is proven when nothing else is asked for: mutants take longer

TESTS = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Case:
    """One source of one topic, and what the suite must say of it."""

    topic: str
    kind: str  # one of KINDS
    name: str
    source: str
    functions: frozenset[str] = frozenset()  # a chaff's or mutant's: what it changes
    excuse: str = ""  # why a mutant is as right as the answer

    def __str__(self) -> str:
        return f"{self.topic}/{self.kind}/{self.name}"


def solution(topic: str) -> str:
    return (topics.SOLUTIONS / f"{topic}.py").read_text(encoding="utf-8")


def overlays(topic: str, kind: str) -> Iterator[Case]:
    """The wheats or chaffs of a topic: each appended to the solution, whose functions it overrides."""
    for path in sorted((TESTS / f"{kind}s" / topic).glob("*.py")):
        text = path.read_text(encoding="utf-8")
        yield Case(topic, kind, path.stem, f"{solution(topic)}\n\n{text}", _defined(text))


def mutated(topic: str) -> Iterator[Case]:
    """The mutants of a topic's solution."""
    for mutant in mutants.mutants(solution(topic), f"{topic}.py"):
        name = f"{mutant.function}: {mutant.change}"
        yield Case(topic, "mutant", name, mutant.source, frozenset({mutant.function}), mutants.reason(topic, mutant))


def cases(topic: str, kinds: Sequence[str] = QUICK) -> Iterator[Case]:
    """All that must hold of one topic's suite."""
    if "solution" in kinds:
        yield Case(topic, "solution", "solution", solution(topic))
    if "stub" in kinds:
        yield Case(topic, "stub", "stub", stubs.make_stub(solution(topic), f"{topic}.py"))
    for kind in ("wheat", "chaff"):
        if kind in kinds:
            yield from overlays(topic, kind)
    if "mutant" in kinds:
        yield from mutated(topic)


def run(grader: Grader, case: Case) -> TopicGrade:
    """Grade one case; of a chaff or mutant, the tests of what it changes."""
    files = {case.topic: SourceFile(f"{case.topic}.py", case.source)}
    submission = Submission(str(case), Path(case.name), files, "")
    return grader.grade(submission, case.functions if case.kind in ("chaff", "mutant") else None).topics[case.topic]


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
    return "" if lost or case.excuse else f"a {case.kind} was not caught"


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


@dataclass(frozen=True)
class Verdict:
    case: Case
    tests: int
    score: float
    max_score: float
    complaint: str


_grader: Grader  # one a process


def _start(settings: Settings) -> None:
    global _grader
    _grader = Grader(settings)
    atexit.register(_grader.close)


def _judge(case: Case, seed: int) -> Verdict:
    _grader.reseed(seed)
    grade = run(_grader, case)
    return Verdict(case, len(grade.tests), grade.score or 0.0, grade.max_score, complaint(case, grade))


def prove(chosen: list[tuple[Case, int]], direct: bool, jobs: int) -> Iterator[Verdict]:
    """The verdict on each (case, seed), in order."""
    names = tuple(dict.fromkeys(case.topic for case, _ in chosen))
    context = multiprocessing.get_context("spawn")
    for topic in names:
        settings = Settings(topics=(topic,), direct=direct)
        of_topic = [(case, seed) for case, seed in chosen if case.topic == topic]
        with ProcessPoolExecutor(jobs, context, _start, (settings,)) as pool:
            yield from pool.map(_judge, *zip(*of_topic, strict=True))


def table(verdicts: list[Verdict]) -> str:
    """One line a topic: its tests, and of each kind how many cases are as they must be."""
    lines = ["topic           tests  solution  stub  wheats  chaffs  mutants"]
    for topic in dict.fromkeys(verdict.case.topic for verdict in verdicts):
        of_topic = [verdict for verdict in verdicts if verdict.case.topic == topic]
        counts = [_count(of_topic, kind) for kind in KINDS]
        lines.append(
            "{:<14} {:>6} {:>9} {:>5} {:>7} {:>7} {:>8}".format(topic, max(v.tests for v in of_topic), *counts)
        )
    return "\n".join(lines)


def _count(verdicts: list[Verdict], kind: str) -> str:
    of_kind = [verdict for verdict in verdicts if verdict.case.kind == kind]
    return f"{sum(not verdict.complaint for verdict in of_kind)}/{len(of_kind)}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__.split("\n")[0])
    parser.add_argument("topics", nargs="*", default=topics.TOPICS, metavar="TOPIC")
    parser.add_argument("--direct", action="store_true", help="in this process instead of on the boundary")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--flake", type=int, default=0, metavar="N", help="only the solution, under N seeds")
    parser.add_argument("--every", action="store_true", help="mutants too")
    parser.add_argument("--kind", action="append", choices=KINDS, help="only cases of this kind")
    parser.add_argument("--only", default="", metavar="TEXT", help="only cases whose name holds TEXT")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (default 1)")
    options = parser.parse_args(arguments)
    kinds = options.kind or (["solution"] if options.flake else KINDS if options.every else QUICK)
    seeds = range(options.seed, options.seed + max(1, options.flake))
    every = [case for topic in options.topics for case in cases(topic, kinds)]
    chosen = [(case, n) for case in every if options.only in str(case) for n in seeds]
    verdicts = []
    for verdict in prove(chosen, options.direct, options.jobs):
        verdicts.append(verdict)
        word = "BAD" if verdict.complaint else "ok "
        if verdict.complaint or not options.flake:
            print(f"{word} {verdict.case}  {verdict.score:g}/{verdict.max_score:g}  {verdict.complaint}", flush=True)
    print(f"\n{table(verdicts)}")
    return 1 if any(verdict.complaint for verdict in verdicts) else 0


if __name__ == "__main__":
    sys.exit(main())
