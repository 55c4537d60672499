"""A file as it was seen in the inbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import os
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a file's content: while it stays the same, so (very likely) does the content."""

    size: int
    mtime_ns: int
    ino: int

    @classmethod
    def of(cls, status: os.stat_result) -> Self:
        """The stamp in a file's status."""
        return cls(status.st_size, status.st_mtime_ns, status.st_ino)


@dataclass(frozen=True, slots=True)
class Seen:
    """One regular file below the inbox."""

    path: Path
    name: str
    """Its name as it is on disk; bytes that aren't UTF-8 are surrogate escapes."""
    folder: str
    """Folder below the inbox with "/" between parts; empty at its top."""
    stamp: Stamp
    open_in_office: bool = False
    """A young owner file beside it says that Word or LibreOffice has it open."""


def is_archive(name: str) -> bool:
    """Whether a file is sent as an archive. One that is called a Word file is judged as what it pretends to be."""
    return name.lower().endswith(".zip")
