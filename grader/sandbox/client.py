"""The trusted side of the boundary: starts the zygote, gets student processes from it, exchanges frames with them.

Whatever a student process does, a call ends: with a reply, or with one of the exceptions below. Time, CPU and exit
status are measured here; what the student process says about itself is a claim.
"""

import contextlib
import errno
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from . import limits, wire

START_SECONDS = 120.0  # importing torch on a busy machine
SPAWN_SECONDS = 30.0
TICK = 0.02
MAX_KEPT_OUTPUT = 64 << 10
MAX_OUTPUT = 8 << 20
_CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


class GraderFault(Exception):
    """The grader's own machinery failed: no student is to blame, and no grade may come of it."""


class StudentProcessError(Exception):
    """The student process ended a test by something else than a reply. `outcome` is the test's."""

    outcome = "crashed"


class Crashed(StudentProcessError):
    """It exited, was killed, or sent what is no reply."""


class TimedOut(StudentProcessError):
    """It used up its CPU seconds or its wall clock."""

    outcome = "timeout"


class OutOfMemory(StudentProcessError):
    outcome = "out_of_memory"


class Forbidden(StudentProcessError):
    """A call ran an operation that its function may not use."""

    outcome = "forbidden"


@dataclass
class Budget:
    """What a test's student code may use. Wall time is generous: a busy machine is not the student's fault."""

    cpu_seconds: float

    @property
    def wall_seconds(self) -> float:
        return 3 * self.cpu_seconds + 5


class Zygote:
    """The warm fork server. One a grader process; closing it kills every student process."""

    def __init__(self) -> None:
        limits.hide_memory()  # this process holds the suites: keep a student process of the same user out of it
        self._exits: dict[int, dict[str, Any]] = {}
        self._pids: deque[tuple[int, int]] = deque()
        self._scratch = Path(tempfile.mkdtemp(prefix="grader-"))
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control = ours
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 — closed in close()
        self._process = subprocess.Popen(
            [sys.executable, "-I", str(Path(__file__).with_name("zygote.py")), str(theirs.fileno())],
            env=_clean_environment(),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            start_new_session=True,
            pass_fds=(theirs.fileno(),),
        )
        theirs.close()
        self._ready = False

    def __enter__(self) -> "Zygote":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def wait_until_ready(self) -> None:
        if not self._ready:
            self._receive(START_SECONDS)
            self._ready = True

    def spawn(self) -> "StudentProcess":
        """A fresh student process, limits on, nothing of the submission run yet."""
        self.wait_until_ready()
        try:
            scratch = tempfile.mkdtemp(dir=self._scratch)
        except OSError as error:
            raise GraderFault(f"no scratch folder for a student process: {error}") from error
        ours, theirs = socket.socketpair()
        output, output_end = os.pipe()
        try:
            message = json.dumps({"spawn": {"scratch": scratch}}).encode()
            socket.send_fds(self._control, [message], [theirs.fileno(), output_end])
        except OSError as error:
            raise GraderFault(f"the fork server is gone: {self._last_words()}") from error
        finally:
            theirs.close()
            os.close(output_end)
        deadline = time.monotonic() + SPAWN_SECONDS
        while not self._pids:
            self._receive(deadline - time.monotonic())
        pid, pidfd = self._pids.popleft()
        return StudentProcess(self, pid, pidfd, ours, output, Path(scratch))

    def exit_of(self, pid: int, timeout: float = 5.0) -> dict[str, Any]:
        """How the process ended: wait status, CPU seconds, peak memory."""
        deadline = time.monotonic() + timeout
        while pid not in self._exits:
            self._receive(deadline - time.monotonic())
        return self._exits.pop(pid)

    def close(self) -> None:
        self._control.close()  # the zygote kills its children and ends
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _receive(self, timeout: float) -> None:
        """Take in one message of the zygote."""
        poll = select.poll()
        poll.register(self._control, select.POLLIN)
        if not poll.poll(max(0.0, timeout) * 1000):
            raise GraderFault("the fork server does not answer")
        message, descriptors, _, _ = socket.recv_fds(self._control, 1 << 16, 1)
        if not message:
            raise GraderFault(f"the fork server ended: {self._last_words()}")
        content = json.loads(message)
        if "pid" in content:
            self._pids.append((content["pid"], descriptors[0]))
        elif "exit" in content:
            self._exits[content["exit"]] = content

    def _last_words(self) -> str:
        with contextlib.suppress(OSError, ValueError):
            self._errors.seek(0)
            return self._errors.read()[-2000:].decode(errors="replace").strip() or "it said nothing"
        return "it said nothing"


def _clean_environment() -> dict[str, str]:
    # One thread everywhere: a fork of more may hang, and one student a core is fastest and repeatable.
    single = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS")
    return {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/", **dict.fromkeys(single, "1")}


class StudentProcess:
    """One student process: send a frame, get the reply's header and body."""

    def __init__(self, zygote: Zygote, pid: int, pidfd: int, connection: socket.socket, output: int, scratch: Path):
        self._zygote = zygote
        self.pid = pid
        self._pidfd = pidfd
        self._connection = connection
        self._output = output
        self._scratch = scratch
        self._printed = bytearray()
        self._printed_bytes = 0
        self._cpu_start = 0.0
        self._wall_end = 0.0
        self._next_look = 0.0
        self._budget = Budget(10.0)
        self._next_id = 0
        self.alive = True
        connection.setblocking(False)
        os.set_blocking(output, False)
        self.start_test(self._budget)
        self.protections: list[str] = self._exchange([], expected=0)[0].get("protections", [])

    @property
    def printed(self) -> str:
        """What the student's code printed so far, cut to a bound; untrusted text."""
        self._drain_output()
        return self._printed.decode(errors="replace")

    def start_test(self, budget: Budget) -> None:
        """From now on, CPU and wall time count towards `budget`."""
        self._budget = budget
        self._cpu_start = self._cpu_seconds()
        self._wall_end = time.monotonic() + budget.wall_seconds

    def request(self, header: dict[str, Any], buffers: list) -> tuple[dict[str, Any], bytearray, int]:
        """Send a request; return the reply's header, its body and the request's number."""
        if not self.alive:
            raise Crashed("the student's process ended earlier in this test")
        self._next_id += 1
        number = self._next_id
        try:
            pieces = wire.frame({**header, "id": number}, buffers)
        except wire.Unsendable as error:
            raise GraderFault(f"a suite sends too much: {error}") from error
        reply, body = self._exchange(pieces, expected=number)
        return reply, body, number

    def close(self) -> None:
        """Kill the process and remove what it left."""
        if self.alive:
            self.alive = False
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
            with contextlib.suppress(GraderFault):
                self._zygote.exit_of(self.pid)
            self._release()

    def _release(self) -> None:
        self._drain_output()
        self._connection.close()
        os.close(self._output)
        os.close(self._pidfd)
        self._output = self._pidfd = -1
        shutil.rmtree(self._scratch, ignore_errors=True)

    # One exchange ----------------------------------------------------------------------------------------------------

    def _exchange(self, pieces: list, expected: int) -> tuple[dict[str, Any], bytearray]:
        try:
            self._write(pieces)
            header_length, body_length = wire.lengths(bytes(self._read(wire.PREFIX.size)))
            header = wire.parse_header(bytes(self._read(header_length)))
            body = self._read(body_length)
        except wire.WireError as error:
            self.close()
            raise Crashed(f"the student's process sent no valid reply: {error}") from None
        if type(header.get("id")) is not int or header["id"] != expected:
            self.close()
            raise Crashed("the student's process sent a reply to something else")
        return header, body

    def _write(self, pieces: list) -> None:
        for piece in pieces:
            view = memoryview(piece)
            while len(view):
                self._wait(select.POLLOUT)
                try:
                    view = view[self._connection.send(view) :]
                except BlockingIOError:
                    continue
                except (BrokenPipeError, ConnectionResetError):
                    self._died()

    def _read(self, count: int) -> bytearray:
        data = bytearray()  # grows with what really arrives: a lying length allocates nothing
        while len(data) < count:
            self._wait(select.POLLIN)
            try:
                received = self._connection.recv(min(count - len(data), 1 << 20))
            except BlockingIOError:
                continue
            except ConnectionResetError:
                received = b""
            if not received:
                self._died()
            data += received
        return data

    def _wait(self, event: int) -> None:
        """Until the connection is ready for `event`; output is drained and the limits are watched meanwhile."""
        poll = select.poll()
        poll.register(self._connection, event)
        poll.register(self._output, select.POLLIN)
        poll.register(self._pidfd, select.POLLIN)
        while True:
            self._watch_limits()
            ready = dict(poll.poll(TICK * 1000))
            if self._output in ready and not self._drain_output():
                poll.unregister(self._output)  # closed by the student's code: nothing more will come
            if self._connection.fileno() in ready:
                return
            if self._pidfd in ready:
                self._died()

    def _watch_limits(self) -> None:
        if self._printed_bytes > MAX_OUTPUT:
            self.close()
            raise Crashed(f"it printed more than {MAX_OUTPUT >> 20} MiB")
        now = time.monotonic()
        if now < self._next_look:
            return
        self._next_look = now + TICK
        if self._cpu_seconds() - self._cpu_start > self._budget.cpu_seconds:
            self.close()
            raise TimedOut(f"it was still running after {self._budget.cpu_seconds:g} seconds of computing")
        if now > self._wall_end:
            self.close()
            raise TimedOut(f"it was still waiting after {self._budget.wall_seconds:g} seconds")

    def _died(self) -> NoReturn:
        self.alive = False
        ended = self._zygote.exit_of(self.pid)
        self._release()
        raise Crashed(_exit_in_words(ended["status"]))

    def _drain_output(self) -> bool:
        """Read what was printed, keep the first part; False once the pipe is closed."""
        while self._output >= 0:
            try:
                data = os.read(self._output, 1 << 16)
            except OSError as error:
                return error.errno == errno.EAGAIN
            if not data:
                return False
            self._printed_bytes += len(data)
            self._printed += data[: max(0, MAX_KEPT_OUTPUT - len(self._printed))]
            if self._printed_bytes > MAX_OUTPUT:
                return True
        return False

    def _cpu_seconds(self) -> float:
        try:
            with open(f"/proc/{self.pid}/stat", "rb") as stat:
                fields = stat.read().rpartition(b")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / _CLOCK_TICKS


def _exit_in_words(status: int) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        name = signal.Signals(number).name if number in set(signal.Signals) else str(number)
        return f"the student's process was ended by signal {name}"
    return f"the student's process exited with status {os.waitstatus_to_exitcode(status)}"
