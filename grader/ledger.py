"""The results folder of a run: who may write there, what it holds already, and what is added.

<student>.json                  the grade
grader_errors/<student>.json    the grader failed on this submission, and why; an earlier grade stays as it is
.lock                           held by the grader that writes there
"""

import contextlib
import fcntl
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from grader import results
from grader.results import Grade, ResultsError

if TYPE_CHECKING:
    from grader.submissions import Submission
    from grader.workers import Identity

ERRORS = "grader_errors"


class FolderError(Exception):
    """The results folder cannot be used: says which, why, and what to do."""


class RunError(Exception):
    """The run cannot go on, by no fault of a submission: says why, what is saved, and what to do."""


@dataclass(frozen=True)
class Progress:
    """Where a run stands. Told each time that something changes."""

    total: int
    done: int
    reused: int
    running: tuple[str, ...] = ()  # students
    finished: Grade | None = None  # the grade that is new
    note: str = ""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Make `folder` where there is none, and keep every other grader out of it.

    Raises:
        FolderError: it cannot be written to, or another grader is at work there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / ".lock").open("a+", encoding="utf-8")
    except OSError as error:
        raise _not_writable(folder, error) from error
    with lock:
        _hold(lock, folder)
        for place in (folder, folder / ERRORS):
            for part in place.glob(".*.part"):  # left by a grader that was killed while it wrote
                part.unlink(missing_ok=True)
        yield


def _hold(lock: TextIO, folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # let go by the kernel, however this process ends
    except BlockingIOError:
        lock.seek(0)
        holder = lock.read(20).strip() or "unknown"
        raise FolderError(
            f"{folder}: another grader (process {holder}) writes its results there; "
            "wait until it is done, or choose another folder with --out"
        ) from None
    except OSError as error:  # some network file systems have no locks
        reason = error.strerror or error
        raise FolderError(f"{folder}: cannot be locked ({reason}); choose a local folder with --out") from error
    try:
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
    except OSError as error:
        raise _not_writable(folder, error) from error


def _not_writable(folder: Path, error: OSError) -> FolderError:
    return FolderError(
        f"{folder}: results cannot be written there ({error.strerror or error}); choose another folder with --out"
    )


class Ledger:
    """The results of one run: what the folder held already, what is new, and whom to tell."""

    def __init__(self, folder: Path, total: int, on_progress: Callable[[Progress], None]):
        self.folder = folder
        self.total = total
        self.grades: dict[str, Grade] = {}  # by safe_name
        self.reused = 0
        self.notes: list[str] = []
        self._running: tuple[str, ...] = ()
        self._on_progress = on_progress

    def earlier(self, same: list["Submission"], identity: "Identity") -> Grade | None:
        """A grade that the folder holds for one of these identical submissions, where it still holds."""
        for submission in same:
            try:
                grade = results.read(self._path(submission))
            except FileNotFoundError:
                continue
            except (ResultsError, OSError) as error:
                self._note(f"{submission.student} is graded again: the earlier results are damaged: {error}")
                continue
            if grade.submission_sha256 == submission.sha256 and not grade.is_grader_error and identity.made(grade):
                return grade
        return None

    def reuse(self, same: list["Submission"], grade: Grade) -> None:
        self.reused += len(same)
        self.add(same, grade)

    def add(self, same: list["Submission"], grade: Grade) -> None:
        """Save the grade, one for all of these identical submissions, under each one's name."""
        for submission in same:
            own = replace(grade, student=submission.student)
            try:
                self._save(self._path(submission), own)
            except OSError as error:
                raise RunError(
                    f"{self._path(submission)}: cannot be written ({error.strerror or error}); "
                    f"{len(self.grades)} of {self.total} are saved, and once there is room the same command goes on"
                ) from error
            self.grades[submission.safe_name] = own
            self._tell(finished=own)

    def running(self, students: list[str]) -> None:
        if tuple(students) != self._running:
            self._running = tuple(students)
            self._tell()

    def _save(self, path: Path, grade: Grade) -> None:
        error_path = path.parent / ERRORS / path.name
        text = results.to_json(grade)
        if grade.is_grader_error:
            error_path.parent.mkdir(exist_ok=True)
            results.write_atomically(error_path, text)
        else:
            if not _holds(path, text):  # a reused grade's file keeps its date
                results.write_atomically(path, text)
            error_path.unlink(missing_ok=True)

    def _note(self, text: str) -> None:
        self.notes.append(text)
        self._tell(note=text)

    def _tell(self, finished: Grade | None = None, note: str = "") -> None:
        self._on_progress(Progress(self.total, len(self.grades), self.reused, self._running, finished, note))

    def _path(self, submission: "Submission") -> Path:
        return self.folder / f"{submission.safe_name}.json"


def _holds(path: Path, text: str) -> bool:
    try:
        return path.read_text(encoding="utf-8") == text
    except (OSError, UnicodeDecodeError):
        return False
