"""How far a run is, while it lasts: a live bar on a terminal, else a plain line for each student."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.text import Text

from grader.ledger import Progress
from grader.reports.text import plain, points
from grader.results import Grade

NAMES_LIMIT = 40  # characters for the names of those being graded


@contextmanager
def shown(console: Console) -> Iterator[Callable[[Progress], None]]:
    """What to call with each `Progress`, while it is shown on `console`."""
    if not console.is_terminal:
        yield lambda progress: _line(progress, console)
        return
    columns = (
        BarColumn(24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def show(progress: Progress) -> None:
            bar.update(task, total=progress.total, completed=progress.done, description=_running(progress))
            if progress.note:
                console.print(Text(f"note: {plain(progress.note, 300)}", style="yellow"))

        yield show


def _running(progress: Progress) -> str:
    return escape(plain(", ".join(progress.running), NAMES_LIMIT)) or "…"


def _line(progress: Progress, console: Console) -> None:
    if progress.note:
        console.print(Text(f"note: {plain(progress.note, 300)}"), soft_wrap=True)
    if progress.finished is not None:
        console.print(Text(f"[{progress.done}/{progress.total}] {_result(progress.finished)}"), soft_wrap=True)


def _result(grade: Grade) -> str:
    student = plain(grade.student, NAMES_LIMIT)
    if grade.score is None:
        return f"{student}: not graded, for the grader's own fault"
    return f"{student}: {points(grade.score)} of {points(grade.max_score)}"
