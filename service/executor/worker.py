"""One worker process: what runs in it, and the handle by which its parent holds it."""

from __future__ import annotations

import signal
import traceback
from multiprocessing.reduction import ForkingPickler
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnContext

READY = b""
"""The first thing that a prepared worker says. Anything else is the pickled reason why it can't work."""

_GOODBYE = 2.0
"""Seconds for a worker to leave by itself."""


def serve(pipe: Connection, initializer: Callable[..., object] | None, initargs: tuple[Any, ...]) -> None:
    """Answer requests until the parent closes its end. Runs in the worker."""
    # Ctrl+C reaches every process of the window; what happens then is for the parent to decide.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        if initializer is not None:
            initializer(*initargs)
    except BaseException as error:  # noqa: BLE001  # the parent tells it
        pipe.send_bytes(_sorry(error))
        return
    try:
        pipe.send_bytes(READY)
        while True:
            pipe.send_bytes(_answer(pipe.recv_bytes()))
    except (EOFError, OSError):
        return  # the parent closed its end, or is gone


def _answer(request: bytes) -> bytes:
    try:
        task, item = ForkingPickler.loads(request)
        return bytes(ForkingPickler.dumps((True, task(item))))
    except BaseException as error:  # noqa: BLE001  # one item's trouble must not become everyone's
        return _sorry(error)


def _sorry(error: BaseException) -> bytes:
    """The error as the parent can read it, with its trace as a note."""
    error.add_note("".join(traceback.format_exception(error)))
    try:
        told = bytes(ForkingPickler.dumps((False, error)))
        ForkingPickler.loads(told)  # an exception may pickle and still not come back
    except Exception:  # noqa: BLE001  # whatever its own pickling does, the item gets an answer
        plain = RuntimeError("".join(traceback.format_exception_only(error)).strip())
        return bytes(ForkingPickler.dumps((False, plain)))
    return told


class Worker:
    """A worker as its parent sees it: a pipe and a process."""

    def __init__(
        self, context: SpawnContext, initializer: Callable[..., object] | None, initargs: tuple[Any, ...]
    ) -> None:
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, initializer, initargs), daemon=True)
        try:
            self._process.start()
        except BaseException:
            self.pipe.close()
            raise
        finally:
            # With only the worker holding that end, its death shows as the end of the pipe.
            theirs.close()

    def end(self) -> None:
        """End the process at once, whatever it does."""
        self.pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()

    def dismiss(self) -> None:
        """Let an idle process leave by itself."""
        self.pipe.close()
        self._process.join(_GOODBYE)
        self.end()

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.is_alive()
