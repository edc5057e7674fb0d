"""The report in the terminal: a table of the class, or for one submission what each function earned and why."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from grader.reports.text import plain, points
from grader.reports.words import OUTCOME_WORDS, checked, first_line, last_line, lost, topics_of, what_went_wrong
from grader.results import ClassGrades, Grade, TestResult, TopicGrade

NAME_LIMIT = 28  # characters of a student's id in the table
WORDS_WIDTH = 36  # columns that what went wrong needs; narrower, it is hard to read
GAP = 2  # columns between two cells
SCORE_WIDTH = 4  # "62.5"
TOTAL_WIDTH = 6  # "1013.5"
DEVICES = {"cuda": " on CUDA", "cuda-simulated": " on a pretended CUDA device"}


def report(results: ClassGrades, console: Console) -> None:
    if len(results.grades) == 1:
        _one(results.grades[0], console)
    elif results.grades:
        _class(results.grades, console)
    for line in _around(results):
        console.print(line)


# --- a class


@dataclass(frozen=True)
class _Layout:
    """What fits into the console's width."""

    name_limit: int
    headings: list[str]  # the topics' names, or their numbers
    gap: int
    words_beside: bool  # or below the table


def _layout(grades: list[Grade], topics: list[str], width: int) -> _Layout:
    longest = min(max(len(plain(grade.student, NAME_LIMIT)) for grade in grades), NAME_LIMIT)
    numbers = [str(number) for number in range(1, len(topics) + 1)]

    def room(headings: list[str], gap: int) -> int:
        """Columns left beside the scores, for the name and for what went wrong."""
        total = len(_total_heading(grades)) if gap == GAP else TOTAL_WIDTH
        return width - max(total, TOTAL_WIDTH) - sum(max(len(heading), SCORE_WIDTH) + gap for heading in headings)

    for headings in (topics, numbers):
        if room(headings, GAP) >= longest + 2 * GAP + WORDS_WIDTH:
            return _Layout(NAME_LIMIT, headings, GAP, words_beside=True)
    for headings in (topics, numbers):
        if room(headings, GAP) >= longest + GAP:
            return _Layout(NAME_LIMIT, headings, GAP, words_beside=False)
    return _Layout(max(room(numbers, 1) - 1, 8), numbers, 1, words_beside=False)


def _class(grades: list[Grade], console: Console) -> None:
    topics = topics_of(grades)
    layout = _layout(grades, topics, console.width)
    console.print()
    console.print(_table(grades, topics, layout))
    if layout.headings != topics:
        console.print(_legend(topics, console.width))
    if not layout.words_beside:
        console.print(_words_below(grades))


def _table(grades: list[Grade], topics: list[str], layout: _Layout) -> Table:
    table = Table(
        box=box.SIMPLE_HEAD, padding=(0, layout.gap, 0, 0), pad_edge=False, header_style="bold", show_edge=False
    )
    table.add_column("student", no_wrap=True)
    for heading in layout.headings:
        table.add_column(heading, justify="right", no_wrap=True, min_width=3)
    table.add_column(_total_heading(grades) if layout.gap == GAP else "total", justify="right", no_wrap=True)
    if layout.words_beside:
        table.add_column("what went wrong", ratio=1, overflow="fold")
    for grade in grades:
        cells = [_topic_cell(grade.topics.get(topic)) for topic in topics]
        words = [_words(grade)] if layout.words_beside else []
        total = _score(grade.score, grade.max_score, bold=True)
        table.add_row(Text(plain(grade.student, layout.name_limit)), *cells, total, *words)
    return table


def _total_heading(grades: list[Grade]) -> str:
    return f"total/{_out_of(grades)}"


def _out_of(grades: list[Grade]) -> str:
    return points(max(grade.max_score for grade in grades))


def _legend(topics: list[str], width: int) -> Text:
    """Which number stands for which topic; no line breaks between the two."""
    entries = "   ".join(f"{number}\xa0{topic}" for number, topic in enumerate(topics, start=1))
    lines = textwrap.wrap(entries, width - 1)
    return Text("\n".join(lines).replace("\xa0", " "), style="dim")


def _topic_cell(topic: TopicGrade | None) -> Text:
    if topic is None or topic.status in ("missing", "not_attempted"):
        return Text("·", style="dim")  # worth 0, but nothing was tried
    return _score(topic.score, topic.max_score)


def _score(score: float | None, max_score: float, bold: bool = False) -> Text:
    style = _colour(score, max_score)
    return Text(points(score), style=f"bold {style}" if bold else style)


def _colour(score: float | None, max_score: float) -> str:
    if score is None:
        return "magenta"
    if score >= max_score:
        return "green"
    return "yellow" if score > 0 else "red"


def _words(grade: Grade) -> Text:
    style = "magenta" if grade.is_grader_error else ""
    return Text("; ".join(plain(phrase, 120) for phrase in what_went_wrong(grade)), style=style)


def _words_below(grades: list[Grade]) -> RenderableType:
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for grade in grades:
        if what_went_wrong(grade):
            table.add_row(Text(plain(grade.student, NAME_LIMIT)), _words(grade))
    return Group(Text("\nwhat went wrong", style="bold"), table) if table.row_count else Text()


# --- one submission


def _one(grade: Grade, console: Console) -> None:
    console.print()
    console.print(_heading(Text(plain(grade.student, NAME_LIMIT), style="bold"), grade.score, grade.max_score))
    for name, topic in grade.topics.items():
        console.print()
        console.print(_heading(Text(name, style="bold"), topic.score, topic.max_score))
        console.print(Padding(_topic(name, topic), (0, 0, 0, 2)))


def _heading(title: Text, score: float | None, max_score: float) -> RenderableType:
    line = Table.grid(expand=True, padding=(0, 1))
    line.add_column(no_wrap=True)
    line.add_column(ratio=1)
    line.add_column(no_wrap=True, justify="right")
    line.add_row(title, Rule(style="dim"), _score(score, max_score, bold=True) + Text(f" / {points(max_score)}"))
    return line


def _topic(name: str, topic: TopicGrade) -> RenderableType:
    if topic.status == "missing":
        return Text(f"not handed in: neither {name}.py nor {name}.ipynb", style="dim")
    if topic.status == "not_attempted":
        return Text("not attempted", style="dim")
    if topic.status == "unreadable":
        return Text(plain(topic.message, 300) or "cannot be read", style="red")
    if topic.status == "grader_error":
        return Text(f"the grader's own fault: {plain(last_line(topic.message), 300)}", style="magenta")
    return _functions(topic.tests)


def _functions(tests: list[TestResult]) -> Table:
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    functions: dict[str, list[TestResult]] = {}
    for test in tests:
        functions.setdefault(test.function, []).append(test)
    for function, its_tests in functions.items():
        earned = sum(test.points for test in its_tests)
        possible = sum(test.max_points for test in its_tests)
        score = _score(earned, possible) + Text(f" / {points(possible)}", style="dim")
        table.add_row(Text(plain(function, 40)), score, _first_loss(its_tests))
    return table


def _first_loss(tests: list[TestResult]) -> Text:
    """The first test that lost points: what became of it, what it checked, why it failed, and the student's hint."""
    losses = [test for test in tests if lost(test)]
    if not losses:
        return Text("")
    first = losses[0]
    if all(test.outcome == "not_attempted" for test in tests):
        return Text("not attempted", style="dim")
    reason = plain(first_line(first.message).removeprefix("AssertionError: "), 160)
    where = DEVICES.get(first.device or "", "")
    text = Text.assemble((f"{OUTCOME_WORDS[first.outcome]}{where}", "red"), ": ", plain(checked(first.name), 80))
    if reason:
        text.append(f"\n{reason}", style="dim")
    if first.hint:
        text.append(f"\nhint: {plain(first.hint, 300)}", style="cyan")
    if len(losses) > 1:
        text.append(f"\nand {len(losses) - 1} more test{'s' if len(losses) > 2 else ''}", style="dim")
    return text


# --- around both


def _around(results: ClassGrades) -> Iterator[RenderableType]:
    """What is told below: what was ignored, what to know about the grades, and how many there are."""
    yield Text()
    if results.ignored:
        yield Text(f"ignored ({len(results.ignored)})", style="bold")
        for entry, reason in results.ignored:
            yield Padding(Text(f"{plain(entry, 60)}: {plain(reason, 160)}", style="dim"), (0, 0, 0, 2))
    for note in _remarks(results.grades):
        yield Text(note, style="dim")
    yield _summary(results)


def _remarks(grades: list[Grade]) -> Iterator[str]:
    if any(grade.grader.get("direct") for grade in grades):
        yield "direct: the students' code ran unprotected, in the grader's own process; do not use these as grades"
    if any(test.outcome == "skipped" for grade in grades for topic in grade.topics.values() for test in topic.tests):
        yield "skipped tests (no CUDA here, say) cost nothing"
    for same in _identical(grades):
        yield f"identical files: {', '.join(plain(grade.student, NAME_LIMIT) for grade in same)}"


def _identical(grades: list[Grade]) -> Iterator[list[Grade]]:
    for _, group in groupby(sorted(grades, key=lambda grade: grade.submission_sha256), lambda g: g.submission_sha256):
        same = list(group)
        if len(same) > 1:
            yield same


def _summary(results: ClassGrades) -> Text:
    scores = [grade.score for grade in results.grades if grade.score is not None]
    faults = len(results.grades) - len(scores)
    parts = [f"{len(scores) - results.reused} graded"]
    if results.reused:
        parts.append(f"{results.reused} reused")
    if faults:
        parts.append(f"{faults} not graded for the grader's own fault")
    if len(scores) > 1:
        parts.append(f"mean {points(sum(scores) / len(scores))} of {_out_of(results.grades)}")
    parts.append(f"in {results.seconds:.0f} s")
    return Text(f"{', '.join(parts)}; results in {results.folder}/", style="magenta" if faults else "bold")
