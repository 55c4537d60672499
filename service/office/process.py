"""Starts a program behind a guard (`service.office.guard`), so that it never outlives its owner or its time."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_GUARD = str(Path(__file__).with_name("guard.py"))
_GOODBYE = 10.0
"""Seconds for the guard to end what it guards."""


class Guarded:
    """A program that runs until it ends by itself or is ended, with all that it started."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], leftovers: Iterable[Path], forgotten_after: float
    ) -> None:
        """Start it.

        Args:
            command: The program and its arguments.
            environment: Its environment variables.
            leftovers: What the guard removes where the owner is gone before the program ended.
            forgotten_after: Seconds after which it is ended unless `keep` was called.

        Raises:
            OSError: the guard can't be started.
        """
        quiet = subprocess.DEVNULL
        guarded = [
            sys.executable,
            "-I",
            "-S",
            _GUARD,
            os.pathsep.join(map(str, leftovers)),
            str(forgotten_after),
            *command,
        ]
        read, write = os.pipe()
        self._pipe = os.fdopen(write, "wb", buffering=0)
        try:
            self._guard = subprocess.Popen(  # noqa: S603 - the command is ours, no shell
                guarded, stdin=read, stdout=quiet, stderr=quiet, env=environment,
                start_new_session=sys.platform != "win32", creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )  # fmt: skip
        except BaseException:
            self._pipe.close()
            raise
        finally:
            os.close(read)

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self._guard.poll() is None

    def keep(self) -> None:
        """Say that it is still wanted."""
        with contextlib.suppress(OSError):
            self._pipe.write(b".")

    def wait(self, timeout: float) -> bool:
        """Wait for its end; return whether it ended by itself, in time and without an error."""
        try:
            return self._guard.wait(timeout) == 0
        except subprocess.TimeoutExpired:
            return False

    def end(self) -> None:
        """End it and everything that it started. May be repeated."""
        with contextlib.suppress(OSError):
            self._pipe.close()
        try:
            self._guard.wait(_GOODBYE)
        except subprocess.TimeoutExpired:
            self._guard.kill()
            self._guard.wait()


def run(command: Sequence[str], timeout: float, environment: Mapping[str, str], folder: Path) -> bool:
    """Run a program to its end, or until `timeout` seconds have passed; see `Guarded`.

    Returns:
        Whether it ended by itself, in time and without an error.

    Raises:
        OSError: it can't be started.
    """
    program = Guarded(command, environment, [folder], forgotten_after=timeout + _GOODBYE)
    try:
        return program.wait(timeout)
    finally:
        program.end()
