"""The command line: arguments in, exit statuses out.

Torch is imported inside the commands alone, so that --help and a wrong argument answer at once.
"""

import argparse
import math
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from grader import classroom, ledger, workers
from grader.reports import REPORTS
from grader.reports.progress import shown
from grader.reports.text import plain, points
from grader.results import ClassGrades
from grader.settings import Settings
from grader.topics import EXERCISES, TITLES, TOPICS

OK = 0
FAULT = 1  # the grader's own, or the kit's
BAD_ARGUMENTS = 2
BELOW = 3
INTERRUPTED = 130

DEFAULT_REPORTS = ("terminal", "csv")

STATUSES = """\
exit status:
  0    graded, whatever the scores; checked; nothing to say
  1    a submission could not be graded for the grader's own fault; an exercise has drifted
  2    a wrong argument, or nothing to grade
  3    a submission scores less than --fail-under; a checked example fails
  130  interrupted: what was graded is saved, and the same command goes on from there
"""


class BadArgumentsError(Exception):
    """Arguments that parse, but that nothing can be done with: says which, why, and what to do."""


class ReportConsole(Console):
    """Where the reports go. When its reader has gone (`… | head`), the files and the exit status still count."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still buffered goes nowhere


def main(argv: Sequence[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a student's name must not end a report on an ASCII terminal
    arguments = _parser().parse_args(argv)
    console, errors = ReportConsole(), Console(stderr=True)
    try:
        status: int = arguments.command(arguments, console, errors)
        return status
    except (BadArgumentsError, ledger.FolderError) as error:
        return _say(errors, error, BAD_ARGUMENTS)
    except ledger.RunError as error:
        return _say(errors, error, FAULT)
    except classroom.Interrupted as error:
        cure = f"What was graded is saved in {arguments.out}/; the same command goes on from there."
        return _say(errors, f"interrupted: {error.done} graded, {error.left} left. {cure}", INTERRUPTED)
    except KeyboardInterrupt:
        return _say(errors, "interrupted", INTERRUPTED)


def _say(errors: Console, what: object, status: int) -> int:
    errors.print(Text(f"grader: {plain(what, 1000)}"), soft_wrap=True)
    return status


# --- the commands


def _grade(arguments: argparse.Namespace, console: Console, errors: Console) -> int:
    submissions, ignored = _find(arguments.path, arguments.topics)
    _require_device(arguments.device)
    settings = Settings(topics=arguments.topics, device=arguments.device, direct=arguments.direct, seed=arguments.seed)
    in_this_process = arguments.direct and arguments.jobs is None
    with shown(errors) as on_progress:
        results = classroom.grade_class(
            submissions,
            arguments.out,
            settings,
            jobs=1 if in_this_process else arguments.jobs or _cores(),
            open_executor=workers.InThisProcess if in_this_process else workers.ProcessPool,
            fresh=arguments.fresh,
            on_progress=on_progress,
        )
    results = replace(results, ignored=[(entry.path.name, entry.reason) for entry in ignored])
    for name in arguments.reports or DEFAULT_REPORTS:
        _report(name, results, console)
    return _status(results, arguments.fail_under, errors)


def _find(path: Path, topics: Sequence[str]) -> tuple[list[Any], list[Any]]:
    from grader.submissions import find

    try:
        submissions, ignored = find(path, topics)
    except OSError as error:
        raise BadArgumentsError(str(error)) from error
    if not submissions:
        passed_over = "; ".join(f"{entry.path.name}: {entry.reason}" for entry in ignored[:5])
        raise BadArgumentsError(
            f"{path}: no submission found there ({passed_over or 'it is empty'}). "
            f"A submission has {' or '.join(f'{topic}.py' for topic in topics)} in a folder or an archive"
        )
    return submissions, ignored


def _require_device(device: str) -> None:
    if device != "cuda":
        return
    import torch

    if not torch.cuda.is_available():
        raise BadArgumentsError(
            "--device cuda: torch finds no CUDA device here; without the option, the device points are tested on a "
            "pretended device, and grades are the same"
        )


def _report(name: str, results: ClassGrades, console: Console) -> None:
    try:
        REPORTS[name](results, console)
    except OSError as error:
        raise ledger.RunError(
            f"report {name}: {error}. The results are saved; the same command makes the report again"
        ) from error


def _status(results: ClassGrades, fail_under: float | None, errors: Console) -> int:
    if any(grade.is_grader_error for grade in results.grades):
        folder = results.folder / ledger.ERRORS
        return _say(errors, f"not all could be graded, for the grader's own fault: see {folder}/", FAULT)
    if fail_under is None:
        return OK
    below = [grade.student for grade in results.grades if grade.score is not None and grade.score < fail_under]
    if below:
        names = ", ".join(plain(student, 40) for student in below)
        return _say(errors, f"below {points(fail_under)} points: {names}", BELOW)
    return OK


def _check(arguments: argparse.Namespace, console: Console, errors: Console) -> int:
    from grader.check import check

    return OK if check(arguments.topics, arguments.folder, console) else BELOW


def _stubs(arguments: argparse.Namespace, console: Console, errors: Console) -> int:
    from grader import stubs

    try:
        topics = stubs.drifted() if arguments.check else stubs.write_stubs()
    except stubs.StubError as error:
        return _say(errors, error, FAULT)
    if arguments.check and topics:
        return _say(errors, f"exercises differ from their solutions: {', '.join(topics)}; run `make stubs`", FAULT)
    if not arguments.check:
        console.print(Text(f"written: {', '.join(topics)}"), soft_wrap=True)
    return OK


# --- the arguments


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m grader",
        description="Grade PyTorch exercises.",
        epilog=STATUSES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_grade(commands)
    _add_check(commands)
    _add_stubs(commands)
    return parser


def _add_grade(commands: Any) -> None:
    grade = commands.add_parser(
        "grade",
        help="grade one submission, or a folder of them",
        description="Grade one submission, or every submission in a folder. Results that still hold are reused.",
        epilog=STATUSES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    grade.add_argument(
        "path",
        type=Path,
        metavar="PATH",
        help="a submission (a folder or an archive with <topic>.py or <topic>.ipynb, or one such file), "
        "or a folder whose entries are submissions",
    )
    grade.add_argument(
        "--topic",
        dest="topics",
        action=_TopicsAction,
        choices=TOPICS,
        default=TOPICS,
        metavar="TOPIC",
        help=f"grade this topic alone; may be repeated. One of {', '.join(TOPICS)}",
    )
    grade.add_argument(
        "--out", type=Path, default=Path("results"), metavar="DIR", help="where results go (default: results)"
    )
    grade.add_argument("--jobs", type=_at_least(1), metavar="N", help="how many at a time (default: one a core)")
    grade.add_argument(
        "--device", choices=("auto", "cpu", "cuda"), default="auto", help="auto: CUDA too, where there is one (default)"
    )
    grade.add_argument(
        "--direct",
        action="store_true",
        help="run submissions in the grader's own process, UNPROTECTED: to debug a suite or your own code",
    )
    grade.add_argument("--seed", type=_at_least(0), default=0, metavar="N", help="of all random numbers (default: 0)")
    grade.add_argument("--fresh", action="store_true", help="reuse no earlier results")
    grade.add_argument(
        "--fail-under", type=_finite, metavar="SCORE", help="exit with status 3 when a submission scores less"
    )
    grade.add_argument(
        "--report",
        dest="reports",
        action="append",
        choices=tuple(REPORTS),
        help=f"may be repeated (default: {' and '.join(DEFAULT_REPORTS)})",
    )
    grade.set_defaults(command=_grade)


def _add_check(commands: Any) -> None:
    check = commands.add_parser("check", help="run the examples in the exercises' docstrings")
    check.add_argument(
        "topics", nargs="*", action=_TopicsAction, default=TOPICS, metavar="TOPIC", help="all without one"
    )
    check.add_argument(
        "--folder", type=Path, default=EXERCISES, metavar="DIR", help="where <topic>.py lies (default: exercises)"
    )
    check.set_defaults(command=_check)


def _add_stubs(commands: Any) -> None:
    stubs = commands.add_parser("stubs", help="make the exercises from the solutions")
    stubs.add_argument("--check", action="store_true", help="write nothing; exit with status 1 where they differ")
    stubs.set_defaults(command=_stubs)


class _TopicsAction(argparse.Action):
    """Collects topics, each once, in the course's order. (`choices` with nargs="*" would reject giving none.)"""

    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: str | None = None) -> None:
        new = [values] if isinstance(values, str) else list(values)
        for topic in new:
            if topic not in TITLES:
                parser.error(f"no topic is called {topic!r}; choose from {', '.join(TOPICS)}")
        earlier = getattr(namespace, self.dest)
        chosen = {*new, *(() if earlier is TOPICS else earlier)}
        setattr(namespace, self.dest, tuple(topic for topic in TOPICS if topic in chosen) or TOPICS)


def _at_least(least: int) -> Any:
    def number(text: str) -> int:
        value = int(text)
        if value < least:
            raise argparse.ArgumentTypeError(f"{text} is less than {least}")
        return value

    number.__name__ = "whole number"  # argparse's own message: "invalid whole number value: 'x'"
    return number


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(f"{text} is no score")
    return value


def _cores() -> int:
    """The cores that this process may use: under `taskset` or in a container those may be few."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
