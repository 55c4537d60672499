"""A process between this service and a foreign program, which ends the program with all it started.

It runs by itself as `python guard.py PATHS SECONDS PROGRAM ARGUMENT...` and knows nothing but Python. Its standard
input is a pipe that its owner holds: each byte says that the program is still wanted, and the pipe's end that it isn't,
or that the owner is gone, however it went. Without a word for so many SECONDS the program is ended, too. Then PATHS
are removed.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading

_WORD, _END, _GONE = "word", "end", "gone"

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_NO_NEW_PRIVILEGES = 38
_LIMITS = {"RLIMIT_AS": 6 << 30, "RLIMIT_CPU": 1200, "RLIMIT_FSIZE": 1 << 30, "RLIMIT_CORE": 0}
"""Bytes of memory, seconds of computing, bytes in a file, bytes in a core dump."""


def main(leftovers: list[str], seconds: float, command: list[str]) -> int:
    """Run the program until it ends, isn't wanted any more or is forgotten; return its exit code, or 1."""
    if sys.platform == "linux":
        _shut_in()
    quiet = subprocess.DEVNULL
    program = subprocess.Popen(  # noqa: S603 - the command is ours, no shell
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    heard: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(heard,), daemon=True).start()
    threading.Thread(target=_watch, args=(program, heard), daemon=True).start()
    last = _WORD
    while last == _WORD:
        try:
            last = heard.get(timeout=seconds)
        except queue.Empty:
            break
    # Also after a normal end: soffice is a launcher, and what it launched must not outlive it.
    _end(program)
    code = program.wait()
    if last != _GONE:
        _remove(leftovers)
    return code if last == _GONE and code >= 0 else 1


def _listen(heard: queue.SimpleQueue[str]) -> None:
    while os.read(0, 64):
        heard.put(_WORD)
    heard.put(_END)


def _watch(program: subprocess.Popen[bytes], heard: queue.SimpleQueue[str]) -> None:
    program.wait()
    heard.put(_GONE)


def _end(program: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if program.poll() is None:
            command = ["taskkill", "/PID", str(program.pid), "/T", "/F"]
            subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - fixed command
        return
    # The session was started for this process, so its group is everything that came of it.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(program.pid, signal.SIGKILL)


def _remove(leftovers: list[str]) -> None:
    for path in leftovers:
        shutil.rmtree(path, ignore_errors=True)
        with contextlib.suppress(OSError):
            os.unlink(path)  # noqa: PTH108 - the guard starts quicker without pathlib


def _shut_in() -> None:
    """Set limits and leave the network behind, as far as the system permits; what the program starts inherits it."""
    import resource  # noqa: PLC0415 - Windows has none

    for name, limit in _LIMITS.items():
        _, most = resource.getrlimit(getattr(resource, name))
        limit = limit if most == resource.RLIM_INFINITY else min(limit, most)  # noqa: PLW2901
        resource.setrlimit(getattr(resource, name), (limit, limit))
    libc = ctypes.CDLL(None)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    user, group = os.getuid(), os.getgid()
    if os.environ.pop("TONGKET_GUARD_NETWORK", "") or libc.unshare(_NEW_NETWORK) == 0:
        return
    if libc.unshare(_NEW_USER | _NEW_NETWORK) == 0:
        for file, entry in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
            with contextlib.suppress(OSError), open(f"/proc/self/{file}", "w", encoding="ascii") as control:  # noqa: PTH123
                control.write(entry)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].split(os.pathsep), float(sys.argv[2]), sys.argv[3:]))
