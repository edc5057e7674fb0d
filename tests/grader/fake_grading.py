"""Stands in for `grader.grading`: no torch, no student process; a submission's text says what becomes of it.

What it does is written to the file that the environment names in FAKE_GRADING_LOG, a line an event.
"""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.results import Grade, TestResult, topic_grade, total
from grader.submissions import Submission


@dataclass(frozen=True)
class Settings:
    topics: tuple[str, ...] = ("softmax",)
    device: str = "auto"
    direct: bool = False
    seed: int = 0


def log(event: str) -> None:
    path = os.environ.get("FAKE_GRADING_LOG")
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(f"{event}\n")


def suite_sha256() -> str:
    return os.environ.get("FAKE_GRADING_SUITE", "suite-1")


def grader_info(settings: Settings) -> dict[str, Any]:
    if os.environ.get("FAKE_GRADING_BROKEN") == "raises":
        raise RuntimeError("no torch here")
    if os.environ.get("FAKE_GRADING_BROKEN") == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    return {"version": "0", "torch": os.environ.get("FAKE_GRADING_TORCH", "2"), "devices": ("cpu",), "sandbox": []}


class OnlyHereError(Exception):
    """Cannot be unpickled: sent as it is, it would break the pool."""

    def __init__(self, one: str, two: str):
        super().__init__(f"{one} {two}")


class Grader:
    def __init__(self, settings: Settings):
        self.settings = settings
        log(f"open {os.getpid()}")

    def close(self) -> None:
        log(f"close {os.getpid()}")

    def grade(self, submission: Submission) -> Grade:
        log(f"grade {submission.student}")
        source = submission.files["softmax"].source or ""
        act(source)
        status = "grader_error" if source == "own fault" else "graded"
        points = float(len(source) % 11)
        outcome = "passed" if points == 10 else "failed"
        tests = [TestResult("test_values", "softmax", "cpu", outcome, points, 10.0, 0.1, "Values.", "Which dim?")]
        topics = {topic: topic_grade(status, tests, "inside") for topic in self.settings.topics}
        score, max_score = total(topics)
        return Grade(
            student=submission.student,
            score=score,
            max_score=max_score,
            grader={**grader_info(self.settings), "sandbox": ["seen while grading"]},
            submission_sha256=submission.sha256,
            suite_sha256=suite_sha256(),
            seed=self.settings.seed,
            seconds=0.1,
            topics=topics,
        )


def act(source: str) -> None:
    """Faults of the grading process: "kill", "raise", "exit", and "wait" until the file named behind it is there."""
    word, _, path = source.partition(" ")
    if word == "kill" and not (path and Path(path).exists()):
        if path:  # only the first time
            Path(path).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "raise":
        raise OnlyHereError("cannot", "grade")
    if word == "exit":
        raise SystemExit(3)
    if word == "wait":
        log("waiting")
        while not Path(path).exists():
            time.sleep(0.02)
