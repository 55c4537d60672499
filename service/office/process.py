"""Runs a program with a time limit that holds for everything it starts."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def run(command: Sequence[str], timeout: float, environment: Mapping[str, str]) -> bool:
    """Run `command` to its end.

    Args:
        command: The program and its arguments.
        timeout: Seconds after which the program and all it started are killed.
        environment: Its environment variables.

    Returns:
        Whether it ended by itself, in time and without an error.

    Raises:
        OSError: the program can't be started.
    """
    process = _start(command, environment)
    try:
        return process.wait(timeout) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        # Also after a normal end: soffice is a launcher, and what it launched must not outlive it.
        _kill_tree(process)
        process.wait()


def _start(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    if sys.platform == "win32":
        return subprocess.Popen(  # noqa: S603 - the command is ours, no shell
            command, stdin=quiet, stdout=quiet, stderr=quiet, env=environment, creationflags=subprocess.CREATE_NO_WINDOW
        )
    return subprocess.Popen(  # noqa: S603 - the command is ours, no shell
        command, stdin=quiet, stdout=quiet, stderr=quiet, env=environment, start_new_session=True
    )


def _kill_tree(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(  # noqa: S603 - fixed command
                ["taskkill", "/PID", str(process.pid), "/T", "/F"],  # noqa: S607 - part of Windows
                check=False,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        return
    # The session was started for this process, so its group is everything that came of it.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
