"""The pytest plugin: fixtures `student` and `on_device`, seeds, and one TestResult for every case of every suite."""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from grader.results import TestResult
from grader.sandbox import packing, worker
from grader.sandbox.client import GraderFault
from grader.sandbox.pretend import SIMULATED
from grader.sandbox.remote import StudentError
from grader.suite.points import Graded, mark_of
from grader.suite.session import (
    MAX_TIMEOUTS,
    BoundarySession,
    DirectSession,
    Obstacle,
    hint_for,
    outcome_of,
)

MAX_MESSAGE = 4000
MAX_PRINTED = 1000

Session = BoundarySession | DirectSession
OpenSession = Callable[[str, dict[str, Any]], Session | Obstacle]


class SuitePlugin:
    """Runs the collected suites on one submission.

    `open_session(topic, forbidden)` gives the session of a topic, or the obstacle that keeps its tests from running;
    `functions` restricts the run to the tests of some functions.
    """

    def __init__(self, open_session: OpenSession, seed: int, cuda: bool, functions: frozenset[str] | None = None):
        self.results: dict[str, list[TestResult]] = {}
        self.obstacles: dict[str, Obstacle] = {}
        self.protections: list[str] = []
        self.fault: BaseException | None = None
        self._open_session = open_session
        self._seed = seed
        self._cuda = cuda
        self._functions = functions
        self._session: Session | None = None
        self._topic = ""
        self._timeouts: Counter[str] = Counter()
        self._error: BaseException | None = None
        self._student: Any = None

    # Collection --------------------------------------------------------------------------------------------------

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        if self._cuda and "student" in metafunc.fixturenames:
            # Where there is a GPU every test also runs there, for information: points must not depend on the machine.
            metafunc.parametrize("student", ["cpu", "cuda"], indirect=True, ids=["", "cuda"])

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            if mark_of(item) is None:
                raise GraderFault(f"{item.nodeid} is not graded: give it @graded(...)")
        for module in {item.getparent(pytest.Module).obj for item in items}:  # type: ignore[union-attr]
            packing.travel_by_value(module)
        if self._functions is not None:
            items[:] = [item for item in items if _graded(item).function in self._functions]
        # Tests of one function side by side, so that they share a student process.
        places: dict[tuple, int] = {}
        for item in items:
            places.setdefault((item.path, _graded(item).function), len(places))
        items.sort(key=lambda item: places[item.path, _graded(item).function])

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo) -> bool:
        self.fault = excinfo.value
        return True  # the caller reports it

    # Running ---------------------------------------------------------------------------------------------------------

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> bool | None:
        topic = topic_of(item)
        if topic != self._topic:
            self._enter(topic, item.getparent(pytest.Module).obj)  # type: ignore[union-attr]
        mark = _graded(item)
        obstacle = self.obstacles.get(topic) or self._given_up(mark)
        if obstacle is None:
            return None
        self._add(item, obstacle.outcome, 0.0, obstacle.message, obstacle.hint)
        return True

    def _enter(self, topic: str, module: ModuleType) -> None:
        self.close()
        self._topic = topic
        self._timeouts.clear()
        self.results.setdefault(topic, [])
        opened = self._open_session(topic, getattr(module, "FORBIDDEN", {}))
        if isinstance(opened, Obstacle):
            self.obstacles[topic] = opened
            return
        self._session = opened
        if (obstacle := opened.obstacle()) is not None:
            self.obstacles[topic] = obstacle
        self.protections = opened.protections or self.protections

    def _given_up(self, mark: Graded) -> Obstacle | None:
        if self._timeouts[mark.function] < MAX_TIMEOUTS:
            return None
        text = f"not tried: {mark.function} did not come to an end {MAX_TIMEOUTS} times already"
        return Obstacle("timeout", text, text)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        self._error = None
        start = time.perf_counter()
        try:
            return (yield)
        except BaseException as error:
            self._error = error
            raise
        finally:
            self._seconds = time.perf_counter() - start

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo) -> pytest.TestReport:
        """Take down the result. The report itself is bare: pytest's own takes 0.1 s to lay out each traceback."""
        if call.when == "setup" and call.excinfo is not None:
            self._error, self._seconds = call.excinfo.value, 0.0
            self._finish(item, call)
        elif call.when == "call":
            self._finish(item, call)
        when: Any = call.when
        outcome: Any = "failed" if call.excinfo else "passed"
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, when, duration=call.duration)

    def _finish(self, item: pytest.Item, call: pytest.CallInfo) -> None:
        mark = _graded(item)
        error = call.excinfo.value if call.excinfo else None
        if self._is_fault(error):
            raise error  # type: ignore[misc]
        if error is None:
            self._add(item, "passed", self._seconds, self._unjudged_note(), "")
            return
        outcome = "timeout" if _is_backstop(error) else outcome_of(error)
        if outcome == "timeout":
            self._timeouts[mark.function] += 1
        printed = self._session.printed() if self._session else ""
        if outcome not in ("failed", "not_attempted", "error") and self._session:
            self._session.discard()
        if outcome == "not_attempted":
            self._add(item, outcome, self._seconds, "", "")
            return
        message = call.excinfo.exconly()[:MAX_MESSAGE] if call.excinfo else ""
        if printed:
            message += f"\nprinted: {printed[-MAX_PRINTED:]}"
        self._add(item, outcome, self._seconds, message, hint_for(error, mark.function, mark.hint))

    def _is_fault(self, error: BaseException | None) -> bool:
        """Whether the grader itself failed. In `--direct` the student's code may raise all but GraderFault too."""
        if isinstance(error, (OSError, MemoryError)):
            return isinstance(self._session, BoundarySession) and not isinstance(error, StudentError)
        return isinstance(error, (GraderFault, KeyboardInterrupt))

    def _unjudged_note(self) -> str:
        unjudged = getattr(getattr(self._student, "_remote", None), "unjudged", [])
        return (
            f"could not be judged without a GPU, so its values were checked on the CPU: {unjudged[0]}"
            if unjudged
            else ""
        )

    def _add(self, item: pytest.Item, outcome: str, seconds: float, message: str, hint: str) -> None:
        mark = _graded(item)
        points = 0.0 if _informational(item) else mark.points
        earned = points if outcome == "passed" else 0.0
        device = self._device_of(item)
        self.results[topic_of(item)].append(
            TestResult(item.name, mark.function, device, outcome, earned, points, round(seconds, 4), message, hint)
        )

    def close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    # Fixtures -------------------------------------------------------------------------------------------------------

    @pytest.fixture
    def student(self, request: pytest.FixtureRequest) -> Any:
        """The student's module; see docs/topics.md."""
        return self._open(request, getattr(request, "param", "cpu"), check_devices=False)

    @pytest.fixture
    def on_device(self, request: pytest.FixtureRequest) -> Any:
        """The student's module with every call on an accelerator, real or pretended."""
        return self._open(request, "cuda" if self._cuda else SIMULATED, check_devices=True)

    def _open(self, request: pytest.FixtureRequest, device: str, check_devices: bool) -> Any:
        item, mark = request.node, _graded(request.node)
        topic, name = topic_of(item), item.name
        # Another seed than the suite's own: else the student's first draw would repeat the inputs.
        theirs = test_seed(self._seed, topic, f"{name} (student)")
        assert self._session is not None
        self._student = self._session.student(mark.function, mark.seconds, theirs, device, check_devices)
        worker.seed_everything(test_seed(self._seed, topic, name))
        return self._student

    def _device_of(self, item: pytest.Item) -> str | None:
        names = getattr(item, "fixturenames", ())
        if "on_device" in names:
            return "cuda" if self._cuda else SIMULATED
        return "cuda" if _informational(item) else "cpu" if "student" in names else None


def topic_of(item: pytest.Item) -> str:
    return item.path.stem.removeprefix("test_")


def test_seed(seed: int, topic: str, name: str) -> int:
    """The seed of one test: the same on every machine, another one for every test and every run's seed."""
    digest = hashlib.sha256(f"{seed}/{topic}/{name}".encode()).digest()
    return int.from_bytes(digest[:7])


test_seed.__test__ = False  # type: ignore[attr-defined]


def _graded(item: pytest.Item) -> Graded:
    mark = mark_of(item)
    assert mark is not None
    return mark


def _informational(item: pytest.Item) -> bool:
    callspec = getattr(item, "callspec", None)
    return callspec is not None and callspec.params.get("student") == "cuda"


def _is_backstop(error: BaseException) -> bool:
    return isinstance(error, pytest.fail.Exception) and str(error).startswith("Timeout")
