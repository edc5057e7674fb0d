"""The fork server: one warm process with torch imported, from which every student process is forked in milliseconds.

Started as a script, `python -I zygote.py DESCRIPTOR`, with a clean environment and that one control socket. It holds
no secret, runs no torch operation and has one thread: a fork of anything else may hang (OpenMP) or carry something
over. It imports `torch._dynamo` too: the first optimizer step would, in every student process, for two seconds.

Control messages are JSON on a SOCK_SEQPACKET. In: {"spawn": {...}} with two descriptors (socket, output pipe). Out:
{"pid": n} with a pidfd; {"exit": pid, "status": wait status, "cpu": seconds, "peak": bytes}.
"""

import gc
import importlib.util
import json
import os
import select
import signal
import socket
import sys
from pathlib import Path


def _load_package() -> None:
    """Make this folder importable as the package `sandbox`, without its parents: the hidden suites lie beside them."""
    folder = Path(__file__).resolve().parent
    spec = importlib.util.spec_from_file_location(
        "sandbox", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec and spec.loader
    sys.modules["sandbox"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)


def _warm_up() -> None:
    import sandbox.worker  # noqa: F401
    import torch
    import torch._dynamo

    torch.set_num_threads(1)
    threads = len(os.listdir("/proc/self/task"))
    if threads != 1:
        raise RuntimeError(f"the zygote has {threads} threads: a fork of it could hang")
    gc.freeze()


def _spawn(control: socket.socket, options: dict, descriptors: list[int]) -> None:
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            import sandbox.worker

            sandbox.worker.main(options, *descriptors)
            status = 0
        finally:
            os._exit(status)  # never back into the zygote's loop
    for descriptor in descriptors:
        os.close(descriptor)
    pidfd = os.pidfd_open(pid)
    socket.send_fds(control, [json.dumps({"pid": pid}).encode()], [pidfd])
    _children[pidfd] = pid
    _poll.register(pidfd, select.POLLIN)


def _reap(control: socket.socket, pidfd: int) -> None:
    pid = _children.pop(pidfd)
    _poll.unregister(pidfd)
    os.close(pidfd)
    _, status, usage = os.wait4(pid, 0)
    message = {"exit": pid, "status": status, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * 1024}
    control.send(json.dumps(message).encode())


def _serve(control: socket.socket) -> None:
    _poll.register(control.fileno(), select.POLLIN)
    control.send(json.dumps({"ready": os.getpid()}).encode())
    while True:
        for descriptor, _ in _poll.poll():
            if descriptor != control.fileno():
                _reap(control, descriptor)
                continue
            message, descriptors, _, _ = socket.recv_fds(control, 1 << 16, 4)
            if not message:  # the grader is gone
                return
            _spawn(control, json.loads(message)["spawn"], list(descriptors))


_children: dict[int, int] = {}
_poll = select.poll()


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the grader's to handle
    control = socket.socket(fileno=int(sys.argv[1]))
    _load_package()
    _warm_up()
    try:
        _serve(control)
    finally:
        for pidfd in _children:
            signal.pidfd_send_signal(pidfd, signal.SIGKILL)


if __name__ == "__main__":
    main()
