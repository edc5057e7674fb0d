"""One topic of one submission under test: hands each test a student's module, and says what became of the test.

A student process lives for the tests of one function; after anything odd (a crash, a time-out) the next test gets a
fresh one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from grader.sandbox import worker
from grader.sandbox.client import Budget, Forbidden, StudentProcess, StudentProcessError, Zygote
from grader.sandbox.remote import NotAttempted, Remote, Rules, StudentError, StudentModule
from grader.suite.direct import DirectStudent, LocalProcess

IMPORT_SECONDS = 10.0
MAX_TIMEOUTS = 2  # of one function; after that its other tests are not tried


@dataclass(frozen=True)
class Obstacle:
    """Why a test is not run at all: its outcome, what the instructor reads, what the student reads."""

    outcome: str
    message: str
    hint: str


class BoundarySession:
    """The submission's file in student processes of its own."""

    def __init__(self, topic: str, source: str, zygote: Zygote, forbidden: dict[str, Sequence[str]]):
        self._topic = topic
        self._source = source
        self._zygote = zygote
        self._forbidden = forbidden
        self._process: StudentProcess | None = None
        self._remote: Remote
        self._function = ""
        self.protections: list[str] = []

    def obstacle(self) -> Obstacle | None:
        """Load the file once: what keeps it from loading keeps all its tests from running."""
        try:
            self._fresh_process(Rules())
        except (StudentError, StudentProcessError) as error:
            self.discard()
            return import_obstacle(self._topic, error)
        return None

    def student(self, function: str, seconds: float, seed: int, device: str, check_devices: bool) -> StudentModule:
        rules = Rules(device, self._forbidden, check_devices)
        if self._process is None or not self._process.alive or self._function not in ("", function):
            remote = self._fresh_process(rules)
        else:
            remote = self._remote.under(rules)
        self._function = function
        self._remote = remote
        remote.seed = seed
        remote.process.start_test(Budget(seconds))
        return StudentModule(remote)

    def printed(self) -> str:
        return self._process.printed if self._process is not None else ""

    def discard(self) -> None:
        """End the student process; the next test gets a fresh one."""
        if self._process is not None:
            self._process.close()
            self._process = None

    close = discard

    def _fresh_process(self, rules: Rules) -> Remote:
        self.discard()
        self._function = ""
        self._process = self._zygote.spawn()
        self.protections = self._process.protections
        self._process.start_test(Budget(IMPORT_SECONDS))
        self._remote = Remote(self._process, rules)
        self._remote.load(self._topic, self._source)
        return self._remote


class DirectSession:
    """The submission's file as a module of this process; only calls on another device take the boundary's way."""

    def __init__(self, topic: str, source: str, forbidden: dict[str, Sequence[str]]):
        self._topic = topic
        self._source = source
        self._forbidden = forbidden
        self.protections: list[str] = []

    def obstacle(self) -> Obstacle | None:
        try:
            self._module = worker.load(self._topic, self._source)
        except Exception as error:
            return import_obstacle(self._topic, error)
        return None

    def student(self, function: str, seconds: float, seed: int, device: str, check_devices: bool) -> Any:
        worker.seed_everything(seed)
        rules = Rules(device, self._forbidden, check_devices)
        if device == "cpu":
            return DirectStudent(self._module, rules)
        return StudentModule(Remote(LocalProcess(self._module), rules))

    def printed(self) -> str:
        return ""

    def discard(self) -> None:
        """Nothing to end."""

    close = discard


def import_obstacle(topic: str, error: Exception) -> Obstacle:
    """Why the tests of a file that does not load are not run."""
    description = worker.describe(error)
    if isinstance(error, StudentError):
        kind, message, lines = error.kind, str(error.args[0]), error.lines
    else:
        kind, message, lines = description["type"], description["message"], description["lines"]
    outcome = error.outcome if isinstance(error, StudentProcessError) else "error"
    where = f"{topic}.py, line {lines[-1][0]}" if lines else f"{topic}.py"
    text = f"{where}: {message}" if isinstance(error, StudentProcessError) else f"{where}: {kind}: {message}"
    return Obstacle(outcome, f"the file does not load: {text}", f"Your file does not load: {text}")


def outcome_of(error: BaseException) -> str:
    """The outcome of a test that ended in `error`."""
    if isinstance(error, StudentProcessError):
        return error.outcome
    if isinstance(error, NotAttempted):
        return "not_attempted"
    if isinstance(error, NotImplementedError) and worker.describe(error)["own"]:  # --direct
        return "not_attempted"
    if isinstance(error, AssertionError):
        return "failed"
    return "error"


def hint_for(error: BaseException, function: str, hint: str) -> str:
    """What the student reads: no expected value, but where their own code stopped."""
    if isinstance(error, Forbidden):
        return f"{error}. Write it with the operations that it is made of."
    if isinstance(error, StudentProcessError):
        return f"{function} did not come to an end: {error}. {hint}"
    if isinstance(error, StudentError):
        return f"{function} raised {str(error)[:300]}. {hint}"
    return hint
