"""Drafts for people to edit: laid under a name of their own, and never written over."""

from __future__ import annotations

import re
from contextlib import suppress
from io import BytesIO
from typing import IO, TYPE_CHECKING

from service.outbox.publish import publish_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK = 1 << 20


def lay_beside(outbox: Path, folder: str, stem: str, suffix: str, data: bytes | IO[bytes]) -> Path:
    """Publish under the next number: a person may have edited what lies there. The newest is kept if it's the same.

    Raises:
        WorkspaceError: it can't be written.
    """
    source = BytesIO(data) if isinstance(data, bytes) else data
    taken = versions(outbox / folder, stem, suffix)
    newest = max(taken, default=0)
    if newest and _holds(taken[newest], source):
        return taken[newest]
    name = f"{stem}{suffix}" if newest == 0 else f"{stem}-{newest + 1:02d}{suffix}"
    publish_file(outbox, f"{folder}/{name}", source)
    return outbox / folder / name


def versions(folder: Path, stem: str, suffix: str) -> dict[int, Path]:
    """The files that this service has laid in a folder, by their number: a drafter's own copies have other names."""
    name = re.compile(rf"{re.escape(stem)}(?:-(\d{{2,6}}))?{re.escape(suffix)}")
    return {int(known[1] or 1): path for path in within(folder) if (known := name.fullmatch(path.name))}


def within(folder: Path) -> Iterator[Path]:
    """What lies in a folder; nothing where it can't be read."""
    with suppress(OSError):
        yield from folder.iterdir()


def _holds(path: Path, source: IO[bytes]) -> bool:
    source.seek(0)
    try:
        with path.open("rb") as file:
            while True:
                here, there = file.read(_CHUNK), source.read(_CHUNK)
                if here != there:
                    return False
                if not here:
                    return True
    except OSError:
        return False  # open in Word on another machine, perhaps: the next number is free in any case
