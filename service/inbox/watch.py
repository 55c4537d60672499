"""Being woken when something happens in the inbox. Only a hint: the scan comes in any case.

`watchdog` is imported when a watch begins, so that rooms which only read pay nothing for it.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from watchdog.events import FileSystemEvent, FileSystemEventHandler
    from watchdog.observers.api import BaseObserver

_CALM = 0.2
"""Seconds to wait after a wake, so that a burst of files makes one scan and not a hundred."""

_LEAVE = 5.0

# Not "opened" and "closed_no_write": our own reading would wake us for ever.
_TELLING = frozenset({"created", "modified", "moved", "closed", "deleted"})


class Watch:
    """Wakes its owner. Where the system can't watch, `wait` is only a clock."""

    def __init__(
        self,
        folder: Path,
        warn: Callable[[str], object] | None = None,
        observer: Callable[[], BaseObserver] | None = None,
    ) -> None:
        """`warn` is called with a catalogue key when watching isn't possible; `observer` makes watchdog's observer."""
        self._folder = folder
        self._warn = warn
        self._make = observer or _observer
        self._woken = threading.Event()
        self._stopped = threading.Event()
        self._observer: BaseObserver | None = None
        self._watched: tuple[int, int] | None = None
        self._warned = False
        self._begin()

    def wait(self, seconds: float) -> None:
        """Return when something happened in the folder, when `wake` or `stop` is called, or after `seconds`."""
        self._renew()
        if self._woken.wait(seconds) and not self._stopped.is_set():
            self._stopped.wait(min(_CALM, seconds))
            self._woken.clear()

    def wake(self) -> None:
        """End the present or the next `wait`."""
        self._woken.set()

    def stop(self) -> None:
        """Watch no more, and let no `wait` wait. May be repeated, and called from another thread."""
        self._stopped.set()
        self._woken.set()
        self._end()

    @property
    def watching(self) -> bool:
        """Whether the system tells of changes; else there is only the clock."""
        observer = self._observer
        return observer is not None and observer.is_alive() and all(one.is_alive() for one in observer.emitters)

    def _renew(self) -> None:
        """Begin again where the folder is another one than before, or the watch has died."""
        now = _identity(self._folder)
        if self._stopped.is_set() or now is None:
            return
        if now != self._watched or (self._observer is not None and not self.watching):
            self._end()
            self._begin()
            self._woken.set()  # what happened in between went unseen

    def _begin(self) -> None:
        self._watched = _identity(self._folder)
        if self._watched is None:
            return  # the scan says so
        observer = None
        try:
            observer = self._make()
            observer.schedule(_handler(self._woken), str(self._folder), recursive=True)
            observer.start()
        except Exception:  # noqa: BLE001  # watchdog raises what the system raises; without it there still is the scan
            self._end_observer(observer)
            self._say_so()
        else:
            self._observer = observer

    def _say_so(self) -> None:
        if self._warn is not None and not self._warned:
            self._warned = True
            self._warn("inbox.not_watching")

    def _end(self) -> None:
        observer, self._observer = self._observer, None
        self._end_observer(observer)

    @staticmethod
    def _end_observer(observer: BaseObserver | None) -> None:
        if observer is None:
            return
        with suppress(Exception):  # a half-begun observer may not know how to stop
            observer.stop()
            if observer.is_alive() and observer is not threading.current_thread():
                observer.join(_LEAVE)


def _handler(woken: threading.Event) -> FileSystemEventHandler:
    from watchdog.events import FileSystemEventHandler  # noqa: PLC0415  # see the module's docstring

    class Wake(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in _TELLING:
                woken.set()

    return Wake()


def _observer() -> BaseObserver:
    from watchdog.observers import Observer  # noqa: PLC0415  # see the module's docstring

    return Observer()


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
