"""The older container (OLE2): just enough of it to tell what it holds and whether it is locked."""

from __future__ import annotations

import struct

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_END = 0xFFFFFFFA  # this and everything above it is no sector number
_ENTRY = 128
_MAX_SECTORS = 1 << 16
_ENCRYPTED = 0x0100  # fEncrypted in the flags of Word's file information block


def streams(data: bytes) -> dict[str, int]:
    """The names in the directory, each with its first sector; empty where the directory can't be read."""
    try:
        return _streams(data)
    except (struct.error, IndexError):
        return {}


def is_encrypted_word(data: bytes, found: dict[str, int]) -> bool:
    """Whether the `WordDocument` stream says that it is encrypted."""
    sector = found.get("WordDocument")
    if sector is None:
        return False
    head = data[_offset(data, sector) :][:12]
    return len(head) == 12 and bool(struct.unpack_from("<H", head, 10)[0] & _ENCRYPTED)


def _streams(data: bytes) -> dict[str, int]:
    found: dict[str, int] = {}
    sector = struct.unpack_from("<I", data, 48)[0]
    table = _allocation(data)
    size = _sector_size(data)
    seen: set[int] = set()
    while sector < _END and sector not in seen and len(seen) < _MAX_SECTORS:
        seen.add(sector)
        block = data[_offset(data, sector) :][:size]
        for at in range(0, len(block) - _ENTRY + 1, _ENTRY):
            _note(found, block[at : at + _ENTRY])
        sector = table[sector] if sector < len(table) else _END
    return found


def _note(found: dict[str, int], entry: bytes) -> None:
    length = struct.unpack_from("<H", entry, 64)[0]
    if 2 <= length <= 64:
        name = entry[: length - 2].decode("utf-16-le", "replace")
        found.setdefault(name, struct.unpack_from("<I", entry, 116)[0])


def _allocation(data: bytes) -> list[int]:
    """The sector chain table, as far as the header lists it: enough for the directory."""
    size = _sector_size(data)
    table: list[int] = []
    for number in struct.unpack_from("<109I", data, 76):
        if number >= _END:
            break
        block = data[_offset(data, number) :][:size]
        table.extend(struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4]))
    return table


def _sector_size(data: bytes) -> int:
    return 4096 if struct.unpack_from("<H", data, 30)[0] == 12 else 512


def _offset(data: bytes, sector: int) -> int:
    return (sector + 1) * _sector_size(data)
