"""Many submissions, one results file each.

Processes of an executor grade (`workers`); this process hands out the work and writes the files (`ledger`). So a fault
that kills a grading process (out of memory, a segmentation fault) costs what that process held and never the run. That
holds for one job too, which is why one job also gets a process of its own.
"""

import functools
import time
import traceback
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from pathlib import Path
from typing import TYPE_CHECKING

from grader.ledger import Ledger, Progress, RunError, locked
from grader.results import ClassGrades, Grade, TopicGrade
from grader.workers import MESSAGE_LIMIT, Identity, ProcessPool, Workers

if TYPE_CHECKING:
    from grader.settings import Settings
    from grader.submissions import Submission

Outcome = tuple["Submission", Grade | str]  # a grade, or the text of what went wrong in the grader

DIED_TWICE = "the grading process died on this submission, twice (was it out of memory?)"


class Interrupted(KeyboardInterrupt):
    """The run was interrupted. What had been graded is saved; `left` submissions had not."""

    def __init__(self, done: int, left: int):
        super().__init__(f"{done} graded, {left} left")
        self.done = done
        self.left = left


def grade_class(
    submissions: list["Submission"],
    folder: Path,
    settings: "Settings",
    *,
    jobs: int = 1,
    open_executor: Callable[[int], Executor] = ProcessPool,
    fresh: bool = False,
    on_progress: Callable[[Progress], None] = lambda progress: None,
) -> ClassGrades:
    """Grade every submission, and write each grade to `folder` as soon as it is known.

    Args:
        submissions: with `safe_name`s that differ. Equal `sha256`s are graded once.
        folder: where the results go (see `ledger`); made where there is none.
        settings: how to grade.
        jobs: how many are graded at a time.
        open_executor: makes an executor of that many workers: `ProcessPool` for this machine's processes,
            `lambda jobs: client.get_executor()` for a Dask cluster. Called again when an executor breaks.
        fresh: grade also what the folder holds a grade of that still holds.
        on_progress: told of each change.

    Returns:
        The grades, in the submissions' order; those with `is_grader_error` failed for the grader's own fault.

    Raises:
        FolderError: the folder cannot be written to, or another grader is at work there.
        RunError: the grader does not start, or a results file cannot be written.
        Interrupted: by Ctrl-C. As after the other two, what was graded is saved, and the same call goes on from there.
    """
    start = time.monotonic()
    groups: dict[str, list[Submission]] = {}
    for submission in submissions:
        groups.setdefault(submission.sha256, []).append(submission)
    jobs = max(1, min(jobs, len(groups)))
    workers = Workers(functools.partial(open_executor, jobs), settings)
    with locked(folder):
        ledger = Ledger(folder, len(submissions), on_progress)
        try:
            _grade_groups(groups, jobs, fresh, workers, ledger)
            workers.close()
        except KeyboardInterrupt:
            done = len(ledger.grades)
            raise Interrupted(done, len(submissions) - done) from None
        finally:
            workers.end()
    grades = [ledger.grades[submission.safe_name] for submission in submissions]
    return ClassGrades(grades, folder, ledger.reused, time.monotonic() - start, notes=ledger.notes)


def _grade_groups(
    groups: dict[str, list["Submission"]], jobs: int, fresh: bool, workers: Workers, ledger: Ledger
) -> None:
    """Grade one of each group of identical submissions, or find its earlier grade."""
    identity = _identity(workers)
    to_grade = []
    for same in groups.values():
        earlier = None if fresh else ledger.earlier(same, identity)
        if earlier is None:
            to_grade.append(same[0])
        else:
            ledger.reuse(same, earlier)
    for submission, outcome in _outcomes(to_grade, jobs, workers, ledger):
        grade = _grader_error(submission, identity, outcome) if isinstance(outcome, str) else outcome
        ledger.add(groups[submission.sha256], grade)


def _identity(workers: Workers) -> Identity:
    try:
        return workers.identity()
    except BrokenExecutor as error:
        raise RunError(
            "the grading process died as it started, before it saw any submission (was it out of memory?); "
            "`python -m grader check` shows whether torch runs here"
        ) from error
    except Exception as error:
        raise RunError(f"the grader does not start: {type(error).__name__}: {error}") from error


def _grader_error(submission: "Submission", identity: Identity, message: str) -> Grade:
    return Grade(
        student=submission.student,
        score=None,
        max_score=0.0,
        grader=identity.grader,
        submission_sha256=submission.sha256,
        suite_sha256=identity.suite_sha256,
        seed=identity.seed,
        seconds=0.0,
        topics={topic: TopicGrade(None, 0.0, "grader_error", message=message) for topic in identity.topics},
    )


def _outcomes(
    to_grade: list["Submission"], jobs: int, workers: Workers, ledger: Ledger
) -> Generator[Outcome, None, None]:
    """Each submission with its outcome, as they finish.

    When a process dies, no one can tell which submission killed it: all that were in flight are tried once more, each
    alone. Who is alone when a process dies is the one.
    """
    waiting = deque(to_grade)
    while waiting:
        suspects = yield from _until_broken(waiting, jobs, workers, ledger)
        for suspect in suspects:
            again = yield from _until_broken(deque([suspect]), 1, workers, ledger)
            if again:
                yield suspect, DIED_TWICE


def _until_broken(
    waiting: deque["Submission"], jobs: int, workers: Workers, ledger: Ledger
) -> Generator[Outcome, None, list["Submission"]]:
    """Grade what is waiting, `jobs` at a time; yield each submission with its outcome.

    Returns those that were in flight when the executor broke; none where it did not.
    """
    in_flight: dict[Future[Grade | str], Submission] = {}
    most = 2 * jobs  # one more ready for each worker; beyond that they would only fill the memory
    while waiting or in_flight:
        if waiting and len(in_flight) < most:
            submission = waiting.popleft()
            try:
                in_flight[workers.grade(submission)] = submission
            except BrokenExecutor:
                return (yield from _after_break(in_flight, workers, submission))
        ledger.running([submission.student for submission in in_flight.values()][:jobs])
        room = waiting and len(in_flight) < most
        done = wait(in_flight, timeout=0 if room else None, return_when=FIRST_COMPLETED).done
        if any(isinstance(future.exception(), BrokenExecutor) for future in done):
            return (yield from _after_break(in_flight, workers))
        for future in done:
            yield in_flight.pop(future), _outcome(future)
    return []


def _after_break(
    in_flight: dict[Future[Grade | str], "Submission"], workers: Workers, *refused: "Submission"
) -> Generator[Outcome, None, list["Submission"]]:
    """Yield what was finished before the executor broke; return the others, and what it refused."""
    workers.close()
    suspects = []
    for future, submission in in_flight.items():
        if future.cancelled() or isinstance(future.exception(), BrokenExecutor):
            suspects.append(submission)
        else:
            yield submission, _outcome(future)
    return [*suspects, *refused]


def _outcome(future: Future[Grade | str]) -> Grade | str:
    error = future.exception()
    if error is not None:  # met by the executor itself, such as a result that cannot be sent
        return "".join(traceback.format_exception(error))[-MESSAGE_LIMIT:]
    return future.result()
