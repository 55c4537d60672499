"""Moving a taken file aside, so that the inbox shows what is still to come. Never loses or overwrites."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from service.inbox.complete import complete
from service.inbox.seen import Stamp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHANGED = "inbox.release.changed"
INCOMPLETE = "inbox.release.incomplete"
GONE = "inbox.release.gone"
REFUSED = "inbox.release.refused"

_LONGEST = 255
"""Bytes in a name, on nearly every file system."""


@dataclass(frozen=True, slots=True)
class Released:
    """What became of a file that was to be moved."""

    path: Path | None
    """Where it lies now; None where it was left in the inbox or is gone."""
    reason: str = ""
    """Key of the reason why it wasn't moved."""


def release(path: Path, stamp: Stamp, target: Path, *, whole_only: bool = True) -> Released:
    """Move a file whose claim is in the ledger into the folder `target`, if it still is as it was taken.

    A file that changed is a new version and stays. So does one that isn't whole (unless `whole_only` is
    false): whoever is still copying it would go on writing into it at its new place, where nobody looks.
    Nothing here is an error, because the file is safe already.
    """
    try:
        if Stamp.of(os.lstat(path)) != stamp:
            return Released(None, CHANGED)
        if whole_only and not complete(path):
            return Released(None, INCOMPLETE)
        target.mkdir(parents=True, exist_ok=True)
        moved = _move(path, target)
    except FileNotFoundError:
        return Released(None, GONE)
    except OSError:
        return Released(None, REFUSED)
    return _unless_changed(path, stamp, moved)


def came_back(moved: Path, stamp: Stamp, path: Path) -> bool:
    """Bring a released file back to `path` where it was written to since: whoever had it open goes on writing to it.

    Only size and time are compared: on a share the number of a file may change by itself.
    """
    try:
        now = Stamp.of(os.lstat(moved))
        if (now.size, now.mtime_ns) == (stamp.size, stamp.mtime_ns):
            return False
        _move(moved, path.parent, path.name)
    except OSError:
        return False
    return True


def _unless_changed(path: Path, stamp: Stamp, moved: Path) -> Released:
    """Bring back a file that was replaced between looking and moving: it is another one, not taken yet."""
    try:
        if Stamp.of(os.lstat(moved)) == stamp:
            return Released(moved)
        _move(moved, path.parent, path.name)
    except OSError:
        return Released(moved, REFUSED)
    return Released(None, CHANGED)


def _move(path: Path, folder: Path, name: str = "") -> Path:
    """Move `path` into `folder` under the first free name."""
    for free in _names(name or path.name):
        target = folder / free
        try:
            if os.name == "nt":
                path.rename(target)  # refuses a name that is taken
            else:
                _rename_to_new(path, target)
        except FileExistsError:
            continue
        return target
    raise AssertionError  # the names never end


def _rename_to_new(path: Path, target: Path) -> None:
    """POSIX renames over what is there. So the name is taken first, by an empty file that is ours to replace."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    try:
        path.rename(target)
    except OSError:
        with suppress(OSError):
            target.unlink()
        raise


def _names(name: str) -> Iterator[str]:
    """`name`, then "name (2)", "name (3)" and so on before its suffix."""
    yield name
    suffix = PurePath(name).suffix
    stem = name.removesuffix(suffix)
    number = 2
    while True:
        mark = f" ({number}){suffix}"
        room = _LONGEST - len(mark.encode("utf-8", "surrogatepass"))
        shorter = stem
        while len(shorter.encode("utf-8", "surrogatepass")) > room:
            shorter = shorter[:-1]
        yield shorter + mark
        number += 1
