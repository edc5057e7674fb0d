"""What the kernel refuses a student process, applied after the fork and before a line of the submission runs.

Linux. The student's side imports this module; it must not import torch's lazily loaded parts nor the trusted side.
"""

import ctypes
import resource
import signal

MEMORY = 2 << 30  # bytes beyond what the warm process holds already
FILE_SIZE = 64 << 20
OPEN_FILES = 128

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38

_libc = ctypes.CDLL(None, use_errno=True)


def die_with_parent() -> None:
    """Have the kernel kill this process when the one that forked it ends."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def apply() -> list[str]:
    """Put the limits on this process. Returns their names; raises OSError where the kernel refuses one."""
    die_with_parent()
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, FILE_SIZE)
    _limit(resource.RLIMIT_NOFILE, OPEN_FILES)
    _limit(resource.RLIMIT_DATA, _data_bytes() + MEMORY)
    return ["no_new_privs", "memory", "file_size", "open_files", "no_core"]


def hide_memory() -> None:
    """Keep other processes of the same user out of this one's memory and environment (ptrace, /proc)."""
    _prctl(_PR_SET_DUMPABLE, 0)


def _prctl(option: int, value: int) -> None:
    if _libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option}) refused")


def _limit(which: int, value: int) -> None:
    resource.setrlimit(which, (value, value))


def _data_bytes() -> int:
    """Private writable memory of this process in bytes: what RLIMIT_DATA counts."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmData"))
