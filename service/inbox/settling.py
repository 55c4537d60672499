"""Which files have become still and whole. Pure: time is passed in, content is asked through a callable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from service.inbox.seen import Seen, Stamp

OPEN_SECONDS = 60.0
"""How long a file that is open in Word is waited for before it is taken as it was last saved."""

CHANGING = "inbox.waiting.changing"
EMPTY = "inbox.waiting.empty"
INCOMPLETE = "inbox.waiting.incomplete"
OPEN = "inbox.waiting.open"
READY = "inbox.waiting.ready"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that lies in the inbox and is not taken yet."""

    path: Path
    reason: str
    """Key of the reason in the catalogue."""
    since: float
    """When it was first seen as it is now, by the clock that is passed to `look`."""


@dataclass(slots=True)
class _Entry:
    stamp: Stamp
    since: float
    reason: str = CHANGING
    taken: bool = False


class Settling:
    """Remembers what each look at the inbox saw."""

    def __init__(self, settle_seconds: float, incomplete_seconds: float, complete: Callable[[Path], bool]) -> None:
        """`complete` tells whether a file's content is whole; it is asked only of files that are still."""
        self._settle_seconds = settle_seconds
        self._incomplete_seconds = incomplete_seconds
        self._complete = complete
        self._entries: dict[Path, _Entry] = {}

    def look(self, seen: Iterable[Seen], now: float) -> tuple[Seen, ...]:
        """Take in what lies in the inbox at `now`, by a clock that is never set; return the files that are ready.

        A ready file is named again at every look until it is `taken`, changes or goes away.
        """
        files = tuple(seen)
        present = {file.path for file in files}
        self._entries = {path: entry for path, entry in self._entries.items() if path in present}
        return tuple(file for file in files if self._ready(file, now))

    def taken(self, file: Seen) -> None:
        """Don't name this file again while it stays as it was seen: it is in the ledger, but still lies here."""
        entry = self._entries.get(file.path)
        if entry is not None and entry.stamp == file.stamp:
            entry.taken = True

    def postponed(self, path: Path, reason: str) -> None:
        """Show this reason for a ready file that couldn't be taken; it is named again at the next look."""
        if path in self._entries:
            self._entries[path].reason = reason

    def waiting(self) -> tuple[Waiting, ...]:
        """The files that lie in the inbox and are not taken, and why, ordered by path."""
        entries = sorted((path, entry) for path, entry in self._entries.items() if not entry.taken)
        return tuple(Waiting(path, entry.reason, entry.since) for path, entry in entries)

    def _ready(self, file: Seen, now: float) -> bool:
        entry = self._entries.get(file.path)
        if entry is None or entry.stamp != file.stamp:
            self._entries[file.path] = _Entry(file.stamp, now)
            return False
        if entry.taken:
            return False
        entry.reason = self._why_not(file, now - entry.since)
        return entry.reason == READY

    def _why_not(self, file: Seen, still: float) -> str:
        """Why a file that has been still for so long is not ready, or READY."""
        if still < self._settle_seconds:
            return CHANGING
        if file.open_in_office and still < OPEN_SECONDS:
            return OPEN
        if still < self._incomplete_seconds:
            if file.stamp.size == 0:
                return EMPTY
            if not self._complete(file.path):
                return INCOMPLETE
        return READY
