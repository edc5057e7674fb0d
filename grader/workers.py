"""The processes that grade, from both sides: the task that runs in them, and the executor that runs them."""

import atexit
import contextlib
import importlib
import json
import multiprocessing
import os
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any

from grader.results import Grade

if TYPE_CHECKING:
    from grader.settings import Settings
    from grader.submissions import Submission

# The module that grades, by name: only the grading processes import it, and torch with it.
GRADING = "grader.grading"

PROTECTIONS = "sandbox"  # seen only while grading; what an answer earns does not depend on it

SECONDS_TO_END = 5  # what a grading process gets to close its student processes before it is killed
MESSAGE_LIMIT = 4000  # characters of a traceback that are kept: its end says what happened


@dataclass(frozen=True)
class Identity:
    """What a grade depends on besides the submission. Where all of it is equal, an earlier grade still holds."""

    suite_sha256: str
    seed: int
    topics: tuple[str, ...]
    grader: dict[str, Any]  # version, torch, devices, protections, device, direct

    def made(self, grade: Grade) -> bool:
        return (
            grade.suite_sha256 == self.suite_sha256
            and grade.seed == self.seed
            and set(grade.topics) == set(self.topics)
            and all(grade.grader.get(key) == value for key, value in self.grader.items() if key != PROTECTIONS)
        )


# In a grading process


_warm: tuple[tuple[str, "Settings"], Any] | None = None  # this process's Grader, and what it was made for


def warm_grader(module: str, settings: "Settings") -> Any:
    """This process's Grader. Made by the first task, so that any executor will do and a failure is that task's own."""
    global _warm
    if _warm is None or _warm[0] != (module, settings):
        close_grader()
        _warm = ((module, settings), importlib.import_module(module).Grader(settings))
    return _warm[1]


def close_grader() -> None:
    """Close this process's Grader, if it has one."""
    global _warm
    if _warm is not None:
        grader, _warm = _warm[1], None
        grader.close()


atexit.register(close_grader)


def grade(module: str, settings: "Settings", submission: "Submission") -> Grade | str:
    """The task: a grade, or the text of what went wrong in the grader.

    Text, because an exception that cannot be unpickled would break the whole pool.
    """
    try:
        grade: Grade = warm_grader(module, settings).grade(submission)
        return replace(grade, grader=with_mode(grade.grader, settings))
    except KeyboardInterrupt:
        raise
    except BaseException:  # SystemExit and pytest's own outcomes too: none of them may end the process
        error = traceback.format_exc()
        with contextlib.suppress(Exception):  # it failed once already; the next submission gets a fresh one
            close_grader()
        return error[-MESSAGE_LIMIT:]


def identify(module: str, settings: "Settings") -> Identity:
    """What grades made here depend on. Asked where the grading is done: that torch and those devices count."""
    grading = importlib.import_module(module)
    info = with_mode(grading.grader_info(settings), settings)
    as_in_a_file = json.loads(json.dumps(info))
    return Identity(grading.suite_sha256(), settings.seed, tuple(settings.topics), as_in_a_file)


def with_mode(info: dict[str, Any], settings: "Settings") -> dict[str, Any]:
    return {"device": settings.device, "direct": settings.direct, **info}


def start_process() -> None:
    """Make a pool's process end when it should, and only then."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; the parent decides
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # see ProcessPool.submit
    signal.signal(signal.SIGTERM, end_process)
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_process(*_: object) -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(SECONDS_TO_END)  # kills this process if closing hangs
    try:
        close_grader()
    finally:
        os._exit(128 + signal.SIGTERM)


def end_with_parent() -> None:
    """A pool's process whose parent was killed would wait for work for ever: it holds both ends of its queue."""
    parent = multiprocessing.parent_process()
    main = threading.main_thread().ident
    if parent is not None and main is not None:
        parent.join()
        signal.pthread_kill(main, signal.SIGTERM)  # to the main thread: it breaks the blocking read there


# Executors


class ProcessPool(ProcessPoolExecutor):
    """Processes of this machine. Spawned, not forked: a fork would copy this process's threads' locks."""

    def __init__(self, jobs: int):
        super().__init__(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=start_process)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        # This may start a process, which inherits the mask: a Ctrl-C cannot fill the terminal with the tracebacks of
        # interpreters that it met before `start_process`. Here it comes in as soon as the mask is lifted.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return super().submit(fn, *args, **kwargs)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)


class InThisProcess(Executor):
    """Grades in this process, one after the other: for a debugger. What kills it kills the run."""

    def __init__(self, jobs: int = 1):
        pass

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        close_grader()


class Workers:
    """An executor that is opened when it is first needed, and anew after it broke and was closed."""

    def __init__(self, open_executor: Callable[[], Executor], settings: "Settings"):
        self._open = open_executor
        self._settings = settings
        self._executor: Executor | None = None
        self._others = set(multiprocessing.active_children())  # not ours to end

    def identity(self) -> Identity:
        identity: Identity = self._submit(identify).result()
        return identity

    def grade(self, submission: "Submission") -> Future[Grade | str]:
        return self._submit(grade, submission)

    def _submit(self, task: Callable[..., Any], *args: Any) -> Future[Any]:
        if self._executor is None:
            self._executor = self._open()
        return self._executor.submit(task, GRADING, self._settings, *args)

    def close(self) -> None:
        """Let the processes end by themselves."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def end(self) -> None:
        """End the processes now, whatever they are doing. Nothing to do after `close`."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None
            terminate(set(multiprocessing.active_children()) - self._others)


def terminate(processes: Iterable[BaseProcess]) -> None:
    for process in processes:
        process.terminate()
    deadline = time.monotonic() + SECONDS_TO_END + 1
    for process in processes:
        process.join(max(0.0, deadline - time.monotonic()))
        if process.is_alive():
            process.kill()
