"""Puts finished files in the outbox: whole or not at all, at paths that no document can choose."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import IO

from service.errors import WorkspaceError

UNKNOWN_UNIT = "chua-xac-dinh"
"""Folder of reports whose unit can't be told."""
MOST_BYTES = 80
"""A slug is no longer than this, so that a path stays below what Windows can open."""
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{digit}" for digit in range(10)), *(f"lpt{digit}" for digit in range(10))]
)
_BARRED = set('<>:"\\|?*')


def publish(root: Path, relative: str, data: bytes) -> bool:
    """Put a file below `root`; a reader sees the old one or the new one, never a half.

    Args:
        root: The outbox.
        relative: Path below it with "/" between parts, made of unit ids and slugs.
        data: All its bytes.

    Returns:
        Whether anything was written: the same bytes already there are left alone.

    Raises:
        WorkspaceError: the file or its folder can't be written ("outbox.unwritable").
        ValueError: `relative` leads out of `root` or holds a part that a file system refuses.
    """
    target = root.joinpath(*_parts(relative))
    try:
        if _holds(target, data):
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, BytesIO(data))
    except OSError as trouble:
        raise WorkspaceError("outbox.unwritable", path=str(target), reason=trouble.strerror or "") from trouble
    return True


def publish_file(root: Path, relative: str, source: IO[bytes]) -> None:
    """Put what a file holds below `root`, as `publish` does, however large it is."""
    target = root.joinpath(*_parts(relative))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.seek(0)
        _replace(target, source)
    except OSError as trouble:
        raise WorkspaceError("outbox.unwritable", path=str(target), reason=trouble.strerror or "") from trouble


def folder_of(unit_id: str | None) -> str:
    """The folder of a unit below the outbox: its id with dots as folders."""
    if not unit_id:
        return UNKNOWN_UNIT
    return "/".join(slug(part) for part in unit_id.split("."))


def slug(name: str) -> str:
    """A file or folder name of lower-case ASCII letters, digits and hyphens, at most 80 bytes."""
    plain = unicodedata.normalize("NFD", name.casefold()).replace("đ", "d")
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    spaced = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in bare)
    short = "-".join(spaced.split())[:MOST_BYTES].strip("-")
    if not short:
        return "khong-ten"
    return f"{short}-" if short in _RESERVED else short


def _parts(relative: str) -> list[str]:
    parts = relative.split("/")
    if any(not _safe(part) for part in parts):
        raise ValueError(relative)
    return parts


def _safe(part: str) -> bool:
    stem = part.split(".", 1)[0].lower()
    plain = part.isprintable() and not (_BARRED & set(part))
    return plain and bool(part.strip(". ")) and part[-1] not in ". " and stem not in _RESERVED


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.stat().st_size == len(data) and target.read_bytes() == data
    except FileNotFoundError:
        return False


def _replace(target: Path, source: IO[bytes]) -> None:
    """Write beside the target, make it durable, then give it the name in one step."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".tongket-", suffix=".tmp")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            shutil.copyfileobj(source, file)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp keeps others out; colleagues on a share must be able to read the outbox.
        beside.chmod(0o644)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Make the new name durable. Windows can't open a folder, and its rename needs no such step."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        # Some network shares refuse to sync a folder; the file itself is already safe.
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
