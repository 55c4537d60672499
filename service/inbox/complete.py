"""Whether a file's content has arrived whole.

Size and time can't tell: copies to a share often get their final size first and their time last. A
Word file can: it is a ZIP archive whose directory stands at the end, with a checksum for every part. An
old Word file names its last sector, RTF closes its first brace, a PDF ends with a mark.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO

from service.inbox.opening import open_regular

if TYPE_CHECKING:
    from pathlib import Path

_MOST_UNPACKED = 256 * 2**20
"""An archive that unpacks to more is not tested to its end: the reader will refuse it anyway."""

_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED = 1
_CHUNK = 2**20
_SECTOR = 512
_BLOCK = 4096
_FREE = 0xFFFFFFFF
_NO_SECTOR = 0xFFFFFFFA
"""Numbers from here on are no sectors of a compound file (MS-CFB 2.1)."""


def complete(path: Path) -> bool:
    """Whether the content is whole, as far as its own format can tell. False where it can't be read."""
    try:
        with open_regular(path) as file:
            head = file.read(_SECTOR)
            if not head.strip(b"\0") or _ends_in_nothing(file):
                return False
            return next((whole(file) for magic, whole in _WHOLE.items() if head.startswith(magic)), True)
    except OSError:
        return False


def _ends_in_nothing(file: BinaryIO) -> bool:
    """Space that was set aside and not written yet reads as zeros."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _BLOCK))
    return size > _BLOCK and not file.read().strip(b"\0")


def _archive_is_whole(file: BinaryIO) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return all(_member_is_whole(archive, member) for member in _testable(archive))
    except UnicodeDecodeError:
        return True  # a name isn't in the encoding that it is said to be in; for the reader to judge
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError):
        return False
    except (NotImplementedError, RuntimeError):
        return True  # packed in a way that can't be tested here; for the reader to judge


def _testable(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    testable, unpacked = [], 0
    for member in archive.infolist():
        unpacked += member.file_size
        if unpacked > _MOST_UNPACKED:
            break
        if member.compress_type in _PLAIN and not member.flag_bits & _LOCKED:
            testable.append(member)
    return testable


def _member_is_whole(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    with archive.open(member) as content:
        while content.read(_CHUNK):
            pass  # reading to the end compares the checksum
    return True


def _compound_is_whole(file: BinaryIO) -> bool:
    """An old Word file: every sector that its allocation table gives away lies within the file."""
    size = file.seek(0, 2)
    file.seek(0)
    head = file.read(_SECTOR)
    if len(head) < _SECTOR:
        return False
    sector = 1 << struct.unpack_from("<H", head, 30)[0]
    if not _SECTOR <= sector <= _BLOCK:
        return True  # no sector size that there is; for the reader to judge
    last = 0
    for n, place in enumerate(struct.unpack_from("<109I", head, 76)):
        if place >= _NO_SECTOR:
            break
        file.seek((place + 1) * sector)
        table = file.read(sector)
        if len(table) < sector:
            return False
        entries = struct.unpack(f"<{sector // 4}I", table)
        used = [at for at, entry in enumerate(entries) if entry != _FREE]
        last = max(last, n * len(entries) + used[-1] if used else 0)
    return bool(size > (last + 1) * sector)


def _tail(file: BinaryIO) -> bytes:
    size = file.seek(0, 2)
    file.seek(max(0, size - _BLOCK))
    return file.read()


def _rich_text_is_whole(file: BinaryIO) -> bool:
    return _tail(file).rstrip(b"\0 \r\n\t").endswith(b"}")


def _pdf_is_whole(file: BinaryIO) -> bool:
    return b"%%EOF" in _tail(file)


_WHOLE = {
    b"PK": _archive_is_whole,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": _compound_is_whole,
    b"{\\rtf": _rich_text_is_whole,
    b"%PDF-": _pdf_is_whole,
}
"""First bytes of a format to what tells its end; of other formats the end can't be told."""
