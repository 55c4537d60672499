"""A LibreOffice that stays, and takes one document after another: starting it takes most of a conversion's time.

A second call of the program with the same profile hands its document to the one that runs, and ends when that has
written the result. Only where the running one's socket can be seen: elsewhere nobody can tell when it is ready.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from service.office.process import Guarded, run
from service.office.profile import environment, make_profile, options

if TYPE_CHECKING:
    from collections.abc import Sequence

POSSIBLE = sys.platform == "linux"
MOST_DOCUMENTS = 100
"""After so many it is replaced: what old documents leave behind is never more than that."""
FORGOTTEN_AFTER = 300.0
"""Seconds without a document after which it ends."""

_START = 30.0
_PEEP = 0.02
_PLACES = ("/tmp", "/var/tmp")  # noqa: S108 - LibreOffice's own choice
_BLANK = "private:factory/swriter"
"""An empty document that stays open, or it would end with the first conversion."""


class Warm:
    """One running LibreOffice with a profile of its own."""

    def __init__(self, program: str, deadline: float) -> None:
        """Start it and wait until it takes documents.

        Raises:
            OSError: it can't be started, or isn't ready in time.
        """
        self.program = program
        self._left = MOST_DOCUMENTS
        self._home = TemporaryDirectory(prefix="tongket-", ignore_cleanup_errors=True)
        self.workshop = Path(self._home.name)
        profile = make_profile(self.workshop)
        self._sockets = _sockets(profile)
        command, leftovers = [program, *options(profile)], [self.workshop, *self._sockets]
        surroundings, deadline = environment(self.workshop), min(deadline, time.monotonic() + _START)
        try:
            # The first start with a new profile begins anew by itself; a socket seen in between would be another's.
            run([*command, "--terminate_after_init"], deadline - time.monotonic(), surroundings, self.workshop)
            self._office = Guarded([*command, _BLANK], surroundings, leftovers, FORGOTTEN_AFTER)
        except BaseException:
            self._home.cleanup()
            raise
        try:
            self._await_socket(deadline)
        except BaseException:
            self.close()
            raise

    @property
    def fit(self) -> bool:
        """Whether it can take one more document."""
        return self._left > 0 and self._office.runs

    def take(self, arguments: Sequence[str], timeout: float) -> bool:
        """Have it do what the arguments say; return whether it came to an end in time, still alive."""
        self._left -= 1
        self._office.keep()
        command = [self.program, *options(self.workshop / "profile"), *arguments]
        ended = run(command, timeout, environment(self.workshop), self.workshop / "nothing")
        return ended and self._office.runs

    def close(self) -> None:
        """End it, and leave nothing behind. May be repeated."""
        self._office.end()
        self._home.cleanup()
        for socket in self._sockets:
            with suppress(OSError):
                socket.unlink()

    def _await_socket(self, deadline: float) -> None:
        while not any(socket.exists() for socket in self._sockets):
            if not self._office.runs or time.monotonic() > deadline:
                raise OSError("not ready")
            time.sleep(_PEEP)


def _sockets(profile: Path) -> tuple[Path, ...]:
    """Where the socket of a LibreOffice with this profile may lie: it writes the hash with and without zeros."""
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    names = dict.fromkeys((digest.hex(), "".join(f"{byte:x}" for byte in digest)))
    folder = next((place for place in _PLACES if os.access(place, os.W_OK)), _PLACES[0])
    return tuple(Path(folder, f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{name}") for name in names)
