"""A student's own run: the examples in the docstrings of exercises/<topic>.py, with no hidden test needed.

Ships in the student's kit; needs grader.topics, rich and torch, nothing else of the grader.
"""

import doctest
import inspect
import io
import linecache
import os
import random
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import numpy as np
import torch
from rich.console import Console
from rich.text import Text

from grader.topics import TOPICS

OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS

TO_FINISH = {"wrong": "to look at", "to do": "to do"}

SIGNS = {"done": ("✓", "green"), "wrong": ("✗", "red"), "to do": ("○", "dim")}

MAX_LINES = 12  # of an example's output
MAX_WIDTH = 160  # of a line of it
SETUP = 3  # statements shown before the one that went wrong


@dataclass(frozen=True)
class Outcome:
    """What the examples of one function or class came to.

    `status` is a key of SIGNS, `place` the path:line to go to, `note` stands beside the name. Below it stand `report`,
    which is labelled text ("expected", "got", ...), and `printed`, what the student's code printed besides.
    """

    name: str
    status: str
    place: str = ""
    note: str = ""
    report: list[tuple[str, str]] = field(default_factory=list)
    printed: str = ""


@dataclass(frozen=True)
class Topic:
    """One topic's file: the outcomes of its functions in their order, or why it does not import."""

    name: str
    path: Path
    outcomes: list[Outcome]
    problem: Outcome | None = None
    printed: str = ""

    def named(self, status: str) -> list[Outcome]:
        """The outcomes of one status."""
        return [outcome for outcome in self.outcomes if outcome.status == status]

    @property
    def status(self) -> str:
        """The topic's own: wrong where anything is, else to do, else done."""
        if self.problem or not self.outcomes:
            return "wrong"
        return next((status for status in ("wrong", "to do") if self.named(status)), "done")


def check(topics: list[str], folder: Path, console: Console) -> bool:
    """Run the visible examples and show what they came to.

    Args:
        topics: names of topics, in detail; none or all of them: every topic, a line each.
        folder: holds <topic>.py, as exercises/ does.
        console: where to print; colours and signs are rich's business.

    Returns:
        Whether every function of these topics is done.

    Raises:
        ValueError: an unknown topic; the message lists the known ones.
    """
    for name in topics:
        if name not in TOPICS:
            raise ValueError(f"no topic {name!r}; topics are {', '.join(TOPICS)}")
    detailed = set(topics or TOPICS) != set(TOPICS)
    checked = []
    for name in topics or TOPICS:
        topic = run_topic(name, folder / f"{name}.py")
        checked.append(topic)
        if detailed:
            show_topic(topic, console)
        else:
            show_summary(topic, console)
    show_next(checked, detailed, console)
    return all(topic.status == "done" for topic in checked)


# Running


def run_topic(name: str, path: Path) -> Topic:
    """Import one topic's file and run the examples in it."""
    output = io.StringIO()
    module = ModuleType(name)
    module.__file__ = str(path)
    linecache.checkcache(str(path))
    with registered(module), redirect_stdout(output):
        try:
            # Not by an import statement: a cached .pyc may be older than an edit in the same second.
            code = compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
            exec(code, vars(module))
        except BaseException as error:  # a student's exit() and Ctrl-C in an endless loop too
            return Topic(name, path, [], import_problem(error, path), output.getvalue())
        outcomes = [run_examples(name, value, module) for name, value in defined_in(module)]
    return Topic(name, path, [outcome for outcome in outcomes if outcome], printed=output.getvalue())


@contextmanager
def registered(module: ModuleType) -> Iterator[None]:
    """The module in sys.modules meanwhile, as dataclasses and the like expect of an imported one."""
    before = sys.modules.get(module.__name__)
    sys.modules[module.__name__] = module
    try:
        yield
    finally:
        del sys.modules[module.__name__]
        if before:
            sys.modules[module.__name__] = before


def defined_in(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The functions and classes that a module defines itself, in their order."""
    for name, value in list(vars(module).items()):
        own = getattr(value, "__module__", None) == module.__name__ and getattr(value, "__name__", None) == name
        if own and (inspect.isroutine(value) or inspect.isclass(value)):
            yield name, value


def run_examples(name: str, value: object, module: ModuleType) -> Outcome | None:
    """Run the examples of a function, or of a class and its methods, up to the first that goes wrong.

    Returns:
        None where there is no example: a helper of the student's own.
    """
    path = Path(str(module.__file__))
    try:
        found = doctest.DocTestFinder().find(value, name, module=module, globs=vars(module))
    except ValueError as error:  # a docstring that doctest cannot take apart
        return Outcome(name, "wrong", shown(path), report=[("", str(error))])
    printed = []
    for docstring in sorted(found, key=lambda test: test.lineno or 0):
        seed()
        for number, example in enumerate(docstring.examples):
            if flags(example) & doctest.SKIP:
                continue
            run = run_example(example, docstring.globs)
            if run.error and (to_do := missing(run.error, name, path)):
                return to_do
            if not run.right:
                return wrong(docstring, number, run, path)
            printed.append(run.printed)
    return Outcome(name, "done", printed="".join(printed)) if found else None


def seed() -> None:
    """Before each docstring: the same random numbers, and torch's own way of printing."""
    torch.manual_seed(0)
    np.random.seed(0)
    random.seed(0)
    torch.set_printoptions(profile="default")


@dataclass(frozen=True)
class Run:
    """One example run: whether it came out right, what came, and what the student's code printed besides."""

    right: bool
    got: str
    printed: str
    error: BaseException | None = None


def run_example(example: doctest.Example, names: dict) -> Run:
    """Run one statement of a docstring as the interactive interpreter would."""
    output = io.StringIO()
    values: list[str] = []

    def display(value: object) -> None:
        if value is not None:
            values.append(f"{value!r}\n")
            output.write(values[-1])

    error: BaseException | None = None
    hook, sys.displayhook = sys.displayhook, display
    try:
        with redirect_stdout(output):
            exec(compile(example.source, "<example>", "single", dont_inherit=True), names)
    except BaseException as caught:  # as above
        error = caught
    finally:
        sys.displayhook = hook
    if error:
        return Run(expects(example, error), "", output.getvalue(), error)
    everything, value = output.getvalue(), "".join(values)
    if matches(example, everything):
        return Run(True, everything, "")
    # A print left in the student's code spoils no example: the value alone counts, even where none is displayed.
    if value or matches(example, value):
        return Run(matches(example, value), value, everything.removesuffix(value))
    return Run(False, everything, "")


def matches(example: doctest.Example, got: str) -> bool:
    return doctest.OutputChecker().check_output(example.want, got, flags(example))


def flags(example: doctest.Example) -> int:
    """The options for an example: ours, and what a `# doctest:` comment on it adds or removes."""
    added = [option for option, on in example.options.items() if on]
    removed = [option for option, on in example.options.items() if not on]
    return (OPTIONS | sum(added)) & ~sum(removed)


def expects(example: doctest.Example, error: BaseException) -> bool:
    """Whether the example's traceback names this exception's type; its message is for people."""
    return example.exc_msg is not None and example.exc_msg.partition(":")[0].strip() == type(error).__name__


# What went wrong


def frames_in(path: Path, error: BaseException) -> list[traceback.FrameSummary]:
    """The places in the student's file that an exception came through, the innermost last."""
    return [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]


def missing(error: BaseException, name: str, path: Path) -> Outcome | None:
    """The outcome where an exception is a stub's own NotImplementedError, raised in `name` or in what it calls."""
    if not isinstance(error, NotImplementedError):
        return None
    frame, line = list(traceback.walk_tb(error.__traceback__))[-1]
    # torch raises this type too, out of its own code or, from C++, in the student's line.
    if frame.f_code.co_filename != str(path) or "NotImplementedError" not in linecache.getline(str(path), line):
        return None
    needed = frame.f_code.co_qualname.partition(".")[0]
    return Outcome(name, "to do", place(path, line), "to do" if needed == name else f"needs {needed}")


def wrong(docstring: doctest.DocTest, number: int, run: Run, path: Path) -> Outcome:
    """The outcome where an example did not come out right."""
    example = docstring.examples[number]
    where = place(path, (docstring.lineno or 0) + example.lineno + 1)
    statements = [statement(earlier) for earlier in docstring.examples[max(0, number - SETUP) : number + 1]]
    report = [("", "\n".join(statements))]
    if not run.error or example.exc_msg:
        report.append(("expected", example.exc_msg or example.want.replace("<BLANKLINE>", "") or "nothing"))
    if run.error:
        report.append(("got", message_of(run.error)))
        if frames := frames_in(path, run.error):
            where = place(path, frames[-1].lineno)
            report.append(("in", frames[-1].line or ""))
    else:
        report.append(("got", run.got or "nothing: is there a return?"))
    return Outcome(docstring.name.partition(".")[0], "wrong", where, where, report, run.printed)


def import_problem(error: BaseException, path: Path) -> Outcome:
    """The outcome where a topic's file does not import."""
    if not path.exists():
        return Outcome(path.name, "wrong", shown(path), "missing", [("", "take it from the kit again")])
    message, frames = message_of(error), frames_in(path, error)
    number, line = (frames[-1].lineno, frames[-1].line) if frames else (None, "")
    if isinstance(error, SyntaxError) and error.filename == str(path):
        message, number, line = f"{type(error).__name__}: {error.msg}", error.lineno, error.text
    where = place(path, number)
    report = [("", message), ("at", f"{where}  {(line or '').strip()}")]
    return Outcome(path.name, "wrong", where, "does not import", report)


def message_of(error: BaseException) -> str:
    """An exception as Python's last line of a traceback says it."""
    if isinstance(error, KeyboardInterrupt):
        return "KeyboardInterrupt: you stopped it. An endless loop?"
    try:
        message = str(error)
    except Exception:  # a class of the student's own
        message = "(its message cannot be printed)"
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def statement(example: doctest.Example) -> str:
    """An example as it stands in the docstring."""
    first, *rest = example.source.rstrip("\n").split("\n")
    return "\n".join([f">>> {first}", *(f"... {line}" for line in rest)])


def place(path: Path, line: int | None) -> str:
    return f"{shown(path)}:{line}" if line else shown(path)


def shown(path: Path) -> str:
    """The path as a student would type it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


# Showing


def show_topic(topic: Topic, console: Console) -> None:
    """A line a function, with a block below each that went wrong, and the topic's summary."""
    show(console, (topic.name, "bold"), (f"  {shown(topic.path)}", "dim"))
    show_labelled("printed", topic.printed, console)
    outcomes = [topic.problem] if topic.problem else topic.outcomes
    width = max((len(outcome.name) for outcome in outcomes), default=0)
    for outcome in outcomes:
        sign, style = SIGNS[outcome.status]
        show(console, "  ", (sign, style), f" {outcome.name:{width}}", (f"  {outcome.note}", "dim"))
        for label, text in outcome.report:
            show_labelled(label, text, console)
        show_labelled("printed", outcome.printed, console)
    show_summary(topic, console)
    console.print()


def show_labelled(label: str, text: str, console: Console) -> None:
    """Text, which may be a student's, with its label in a column before it; nothing where there is none."""
    for number, line in enumerate(clean(text)):
        column = label if number == 0 else ""
        show(console, " " * 6, (column.ljust(10 if label else 0), "dim"), line)


def show_summary(topic: Topic, console: Console) -> None:
    """One line a topic: 'softmax  5 of 7 functions done, 1 to look at, 1 to do'."""
    sign, style = SIGNS[topic.status]
    width = max(map(len, TOPICS))
    show(console, (sign, style), (f" {topic.name:{width}}", "bold"), f"  {summary(topic)}")


def summary(topic: Topic) -> str:
    """How many functions are done, wrong and to do, in words."""
    if topic.problem:
        return f"{topic.problem.note}: {topic.problem.place}"
    if not topic.outcomes:
        return "no function with an example"
    counts = Counter(outcome.status for outcome in topic.outcomes)
    words = [f"{counts['done']} of {len(topic.outcomes)} functions done"]
    words += [f"{counts[status]} {word}" for status, word in TO_FINISH.items() if counts[status]]
    return ", ".join(words)


def show_next(topics: list[Topic], detailed: bool, console: Console) -> None:
    """One line that says what to do next."""
    if not detailed:
        console.print()
    unfinished = [topic for topic in topics if topic.status != "done"]
    if not unfinished:
        show(console, "All examples come out right. The hidden tests check more: read the docstrings to the end.")
        return
    topic = unfinished[0]
    steps = [topic.problem] if topic.problem else topic.named("wrong") + topic.named("to do")
    if not detailed:
        show(console, "Next: ", (f"make check T={topic.name}", "bold"))
    elif steps:
        verb = "write" if steps[0].status == "to do" else "look at"
        show(console, f"Next: {verb} ", (steps[0].name, "bold"), f", {steps[0].place}")


def show(console: Console, *parts: str | tuple[str, str]) -> None:
    """One line of texts and (text, style) pairs. To rich they are plain text, whatever brackets they hold."""
    line = Text.assemble(*parts)
    line.rstrip()
    console.print(line, soft_wrap=True, highlight=False)


def clean(text: str) -> list[str]:
    """The lines of a text, bounded, with control characters spelt out: none of them reaches the terminal."""
    lines = text[: MAX_LINES * MAX_WIDTH * 4].rstrip("\n").expandtabs().split("\n") if text.strip() else []
    if len(lines) > MAX_LINES:
        lines = [*lines[:MAX_LINES], f"... {len(lines) - MAX_LINES} more lines"]
    return [visible(line if len(line) <= MAX_WIDTH else f"{line[:MAX_WIDTH]}...") for line in lines]


def visible(line: str) -> str:
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in line)
