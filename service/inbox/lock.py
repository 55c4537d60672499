"""One service for each state folder."""

from __future__ import annotations

import json
import os
import platform
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from service.errors import WorkspaceError
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_UNKNOWN = "?"


@contextmanager
def only_instance(state: Path) -> Iterator[None]:
    """Hold the state folder for oneself. The system lets go of it when the process ends, however it ends.

    Raises:
        WorkspaceError: another process holds it, or the folder can't be used.
    """
    holder = state / "holder.json"
    lock = FileLock(state / "lock", timeout=0)
    try:
        state.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise WorkspaceError("workspace.in_use", path=shown(state), **_holder(holder)) from error
    except (OSError, NotImplementedError) as error:
        raise WorkspaceError("inbox.state_not_writable", path=shown(state)) from error
    try:
        # Beside the lock, because on Windows nobody else can read a locked file.
        with suppress(OSError):
            holder.write_text(json.dumps({"pid": os.getpid(), "host": platform.node()}), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            holder.unlink()
        lock.release()


def _holder(file: Path) -> dict[str, object]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return {"pid": told["pid"], "host": told["host"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {"pid": _UNKNOWN, "host": _UNKNOWN}
