"""A file that can't be taken out of an archive, kept as an archive of its own: its bytes as they came, and its flaw."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from service.read.gate import Member

_MARK = b"tongket: one file of an archive"
"""The comment of such an archive."""
_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")
_VERSION, _LOCKED, _UTF8, _NEW_YEAR_1980 = 20, 0x1, 0x800, 0x21
_MOST, _LONGEST = 0xFFFF_FFFE, 1000


def alone(member: Member, name: str, packed: memoryview) -> bytes:
    """An archive with nothing but that member, packed, locked or damaged as it is."""
    stored = name[-_LONGEST:].encode("utf-8", "replace")
    flags = _UTF8 | (_LOCKED if member.flaw is not None and member.flaw.key == "file.encrypted" else 0)
    said = (
        _VERSION, flags, member.method, 0, _NEW_YEAR_1980, member.crc, len(packed), min(member.size, _MOST),
        len(stored), 0,
    )  # fmt: skip
    head = _LOCAL.pack(b"PK\x03\x04", *said)
    entry = _CENTRAL.pack(b"PK\x01\x02", _VERSION, *said, 0, 0, 0, 0, 0)
    before = len(head) + len(stored) + len(packed)
    end = _END.pack(b"PK\x05\x06", 0, 0, 1, 1, len(entry) + len(stored), before, len(_MARK))
    return b"".join((head, stored, packed, entry, stored, end, _MARK))


def is_lone(data: bytes) -> bool:
    """Whether this is what `alone` makes."""
    return data.endswith(_MARK)
