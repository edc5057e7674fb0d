"""One submission → Grade: the only place that joins submission, suites and sandbox."""

import hashlib
import time
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch

import grader
from grader import topics as course
from grader.results import Grade, TestResult, TopicGrade, topic_grade, total
from grader.sandbox.client import GraderFault, Zygote
from grader.sandbox.pretend import SIMULATED
from grader.settings import Settings
from grader.submissions import SourceFile, Submission
from grader.suite.plugin import Session, SuitePlugin
from grader.suite.session import BoundarySession, DirectSession, Obstacle

PYTEST_OPTIONS = (
    "-c", "/dev/null", "--rootdir", str(course.SUITES), "--confcutdir", str(course.SUITES), "--import-mode=importlib",
    "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:faulthandler", "-p", "no:doctest", "-p", "no:logging",
    "-p", "no:unraisableexception", "-p", "no:threadexception",  # each collects garbage for half a second a run
    "--capture=no",
)  # fmt: skip


def uses_cuda(settings: Settings) -> bool:
    """Whether device tests run on a real GPU. Raises ValueError where one is asked for and there is none."""
    available = torch.cuda.is_available()
    if settings.device == "cuda" and not available:
        raise ValueError("--device cuda: this machine has no CUDA device that torch can use; use --device auto")
    return available and settings.device != "cpu"


class Grader:
    """Grades submissions one after another; holds the warm fork server of this process."""

    def __init__(self, settings: Settings):
        self._settings = settings
        torch.set_num_threads(1)  # small tensors: more threads only get in each other's way
        self._zygote = None if settings.direct else Zygote()

    def __enter__(self) -> "Grader":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def reseed(self, seed: int) -> None:
        """Grade with another seed from now on."""
        self._settings = replace(self._settings, seed=seed)

    def close(self) -> None:
        if self._zygote is not None:
            self._zygote.close()

    def grade(self, submission: Submission, functions: frozenset[str] | None = None) -> Grade:
        """Run the suites on `submission`: whole, or only the tests of `functions` and only up to the first failure.

        Raises GraderFault where no grade can be made for the grader's own fault.
        """
        start = time.perf_counter()
        settings = self._settings
        plugin = SuitePlugin(
            lambda topic, rules: self._open(submission, topic, rules), settings.seed, uses_cuda(settings), functions
        )
        _run_pytest(plugin, settings.topics, () if functions is None else ("--maxfail=1",))
        grades = {topic: _topic_grade(topic, submission, plugin) for topic in settings.topics}
        score, max_score = total(grades)
        return Grade(
            student=submission.student,
            score=score,
            max_score=max_score,
            grader={**grader_info(settings), "sandbox": plugin.protections},
            submission_sha256=submission.sha256,
            suite_sha256=suite_sha256(),
            seed=settings.seed,
            seconds=round(time.perf_counter() - start, 3),
            topics=grades,
        )

    def _open(self, submission: Submission, topic: str, forbidden: dict[str, Any]) -> Session | Obstacle:
        file = submission.files.get(topic)
        if file is None or file.source is None:
            return _without_source(topic, file)
        if self._zygote is None:
            return DirectSession(topic, file.source, forbidden)
        return BoundarySession(topic, file.source, self._zygote, forbidden)


def _without_source(topic: str, file: SourceFile | None) -> Obstacle:
    if file is None:
        return Obstacle("not_attempted", f"{topic}.py was not handed in", "")
    text = f"{file.name} cannot be read: {file.problem}"
    return Obstacle("error", text, text)


def _run_pytest(plugin: SuitePlugin, topics: tuple[str, ...], options: tuple[str, ...]) -> None:
    suites = [str(course.suite_path(topic)) for topic in topics]
    try:
        status = pytest.main([*PYTEST_OPTIONS, *options, *suites], plugins=[plugin])
    finally:
        plugin.close()
    if status == pytest.ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        reason = f": {type(plugin.fault).__name__}: {plugin.fault}" if plugin.fault else ""
        raise GraderFault(
            f"the suites did not run to their end ({pytest.ExitCode(status).name}){reason}"
        ) from plugin.fault


def _topic_grade(topic: str, submission: Submission, plugin: SuitePlugin) -> TopicGrade:
    tests: list[TestResult] = plugin.results.get(topic, [])
    if not tests:
        raise GraderFault(f"no test of {topic} was collected")
    obstacle = plugin.obstacles.get(topic)
    file = submission.files.get(topic)
    if file is None:
        status = "missing"
    elif file.source is None or (obstacle is not None and "SyntaxError" in obstacle.message):
        status = "unreadable"
    elif all(test.outcome == "not_attempted" for test in tests):
        status = "not_attempted"
    else:
        status = "graded"
    return topic_grade(status, tests, obstacle.message if obstacle else "")


def grader_info(settings: Settings) -> dict[str, Any]:
    """What graded: versions, devices, mode. Equal info, suites, seed and submission give an equal grade."""
    return {
        "version": grader.__version__,
        "torch": torch.__version__,
        "devices": ["cpu", "cuda" if uses_cuda(settings) else SIMULATED],
        "mode": "direct" if settings.direct else "boundary",
        "sandbox": [],
    }


@cache
def suite_sha256() -> str:
    """A hash over all that decides a grade: the hidden suites, the grader and the embedded data."""
    root = course.ROOT
    files = [*course.SUITES.glob("*.py"), *(root / "grader").rglob("*.py"), *(root / "data").glob("*.*")]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(_entry(path, root))
    return digest.hexdigest()


def _entry(path: Path, root: Path) -> bytes:
    return f"{path.relative_to(root).as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode()
