"""What grading one submission yields, as plain data, and its JSON form (schema 1).

Reports are functions of these classes alone. Everything that stems from a student (names, messages) is untrusted text
here; each report escapes it for its own format.
"""

import dataclasses
import json
import math
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SCHEMA = 1

OUTCOMES = (
    "passed",
    "failed",
    "error",
    "timeout",
    "crashed",
    "out_of_memory",
    "forbidden",
    "not_attempted",
    "skipped",
)
STATUSES = ("graded", "missing", "unreadable", "not_attempted", "grader_error")


class ResultsError(Exception):
    """A results file that cannot be read: says which file, what is wrong with it and what to do."""


@dataclass(frozen=True)
class TestResult:
    """One test of a hidden suite on one submission.

    `message` is for the instructor and may hold expected values; `hint` is for the student and holds none.
    """

    __test__ = False  # not a pytest class, whatever its name says

    name: str
    function: str
    device: str | None
    outcome: str
    points: float
    max_points: float
    seconds: float = 0.0
    message: str = ""
    hint: str = ""


@dataclass(frozen=True)
class TopicGrade:
    """One topic of one submission. `score` is None where the grader itself failed, never 0."""

    score: float | None
    max_score: float
    status: str
    tests: list[TestResult] = field(default_factory=list)
    message: str = ""


@dataclass(frozen=True)
class Grade:
    """One submission's grade. `score` is None as soon as one topic's is."""

    student: str
    score: float | None
    max_score: float
    grader: dict[str, Any]
    submission_sha256: str
    suite_sha256: str
    seed: int
    seconds: float
    topics: dict[str, TopicGrade]
    schema: int = SCHEMA

    @property
    def is_grader_error(self) -> bool:
        return self.score is None


@dataclass(frozen=True)
class ClassGrades:
    """The grades of one run, in the submissions' order, and what a report tells besides."""

    grades: list[Grade]
    folder: Path
    reused: int = 0
    seconds: float = 0.0
    ignored: list[tuple[str, str]] = field(default_factory=list)  # (entry, why it is no submission)
    notes: list[str] = field(default_factory=list)


def topic_grade(status: str, tests: list[TestResult], message: str = "") -> TopicGrade:
    """Add up the points of `tests`."""
    score = math.fsum(test.points for test in tests)
    max_score = math.fsum(test.max_points for test in tests)
    if not math.isfinite(score) or not 0 <= score <= max_score:
        raise ValueError(f"points add up to {score} of {max_score}")
    return TopicGrade(
        None if status == "grader_error" else round(score, 6), round(max_score, 6), status, tests, message
    )


def total(topics: dict[str, TopicGrade]) -> tuple[float | None, float]:
    """(score, max_score) over topics; the score is None where a topic has none."""
    max_score = round(math.fsum(topic.max_score for topic in topics.values()), 6)
    scores = [topic.score for topic in topics.values()]
    if any(score is None for score in scores):
        return None, max_score
    return round(math.fsum(score for score in scores if score is not None), 6), max_score


def to_json(grade: Grade) -> str:
    return json.dumps(dataclasses.asdict(grade), indent=1, allow_nan=False, ensure_ascii=True)


def from_json(text: str) -> Grade:
    """The grade in `text`. Raises ResultsError where it is not one."""
    try:
        data = json.loads(text)
        if data["schema"] != SCHEMA:
            raise ResultsError(f"results of schema {data['schema']}, this grader reads schema {SCHEMA}")
        topics = {
            name: TopicGrade(**{**topic, "tests": [TestResult(**test) for test in topic["tests"]]})
            for name, topic in data["topics"].items()
        }
        return _consistent(Grade(**{**data, "topics": topics}))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ResultsError(f"not a results file ({type(error).__name__}: {error})") from error


def _consistent(grade: Grade) -> Grade:
    """`grade` itself where its sums and words are right: a damaged or edited file must not pass for a grade."""
    for name, topic in grade.topics.items():
        unknown = {test.outcome for test in topic.tests} - set(OUTCOMES) | {topic.status} - set(STATUSES)
        if unknown:
            raise ValueError(f"topic {name} has no such outcome or status: {', '.join(sorted(map(repr, unknown)))}")
        if topic.score != topic_grade(topic.status, topic.tests).score:
            raise ValueError(f"the tests of topic {name} do not add up to its score")
    if (grade.score, grade.max_score) != total(grade.topics):
        raise ValueError("the topics do not add up to the score")
    return grade


def read(path: Path) -> Grade:
    """The grade in the results file `path`.

    Raises:
        ResultsError: the file is not a whole results file.
        OSError: it cannot be read at all.
    """
    try:
        return from_json(path.read_text(encoding="utf-8"))
    except (ResultsError, UnicodeDecodeError) as error:
        raise ResultsError(f"{path}: {error}") from error


def write_atomically(path: Path, text: str) -> None:
    """Write `text` to `path` so that a reader, or a crash, sees the old file or the new one, never a part."""
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
