"""The container gate: opens the bytes as a zip and lets nothing oversized, damaged or sly through."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

from service.errors import UnreadableReport
from service.read.prolog import refuse_doctype
from service.read.unpack import is_known, unpack
from service.read.xml import refuse_mass

MAX_FILE = 100 << 20
"""Largest file that is looked at, in bytes."""
MAX_PART = 64 << 20
"""Largest single part after inflating."""
MAX_WHOLE = 256 << 20
"""Largest sum of all parts after inflating."""
MAX_MEMBERS = 2_000
"""Most members a package may have."""
MAX_RATIO = 300
"""How many times its packed size a part may grow, once it is larger than `RATIO_FLOOR`."""
RATIO_FLOOR = 16 << 20

_LOCAL = b"PK\x03\x04"
_CENTRAL = b"PK\x01\x02"
_UTF8 = 0x800


class Member(NamedTuple):
    """One file of the container and where its packed bytes lie."""

    name: str
    start: int
    end: int
    method: int
    crc: int
    size: int
    is_utf8: bool = True
    """Its name is said to be UTF-8; else it was taken for code page 437."""
    extra: bytes = b""
    flaw: UnreadableReport | None = None
    """Why it can't be unpacked, as far as that shows from outside; only among independent members."""


class Container:
    """A zip whose members are all accounted for: whole, apart from each other, and within the limits.

    Args:
        data: The whole file.
        independent: The members are files of their own: their names are only shown to people, so that odd and
            repeated ones do no harm, and one that can't be unpacked does none to the others.
        room: How many bytes may be inflated in all.
    """

    def __init__(self, data: bytes, *, independent: bool = False, room: int = MAX_WHOLE) -> None:
        self._data = memoryview(data)
        self.members = tuple(_members(data, independent=independent))
        self._by_name = {member.name.casefold(): member for member in self.members}
        self.left = room
        """How many bytes may still be inflated; a member that fails costs what it may have taken."""
        self.damaged: list[str] = []
        """Members that `verify` has found damaged: nothing is known of what they hold."""
        self._kept: dict[str, bytes] = {}
        self._whole: dict[int, int] = {}
        """Sizes of the members that were inflated and found whole, by where they start."""

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names as they are stored."""
        return tuple(member.name for member in self.members)

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._by_name

    def read(self, name: str) -> bytes:
        """Inflate one member; KeyError where there is none. What is read once isn't kept."""
        key = name.casefold()
        content = self._kept.pop(key, None)
        return content if content is not None else self.inflate(self._by_name[key])

    def verify(self) -> None:
        """Inflate every member once, so that a bomb, a mass of markup or a DOCTYPE is known before the file is read.

        Damage is only noted: it refuses the file where that member is read.
        """
        for key, member in self._by_name.items():
            if member.start in self._whole:
                continue
            try:
                content = self.inflate(member)
            except UnreadableReport as flaw:
                if flaw.variant != "damaged":
                    raise
                self.damaged.append(member.name)
                continue
            if key.endswith((".xml", ".rels")):
                refuse_doctype(content)
                self._kept[key] = content
        refuse_mass(self._kept.values())

    def inflate(self, member: Member) -> bytes:
        """The bytes of a member; raises UnreadableReport where it is damaged or too large."""
        if member.flaw is not None:
            raise member.flaw
        packed = self.packed(member)
        known = self._whole.get(member.start)
        if known is not None:
            return unpack(packed, member.method, known)
        ceiling = min(MAX_PART, max(RATIO_FLOOR, MAX_RATIO * len(packed)), self.left)
        self.left -= ceiling
        content = unpack(packed, member.method, ceiling)
        if zlib.crc32(content) != member.crc or len(content) != member.size:
            raise UnreadableReport("file.corrupt", "damaged")
        self.left += ceiling - len(content)
        self._whole[member.start] = len(content)
        return content

    def packed(self, member: Member) -> memoryview:
        """The bytes of a member as they lie in the container."""
        return self._data[member.start : member.end]


def _members(data: bytes, *, independent: bool) -> list[Member]:
    # Counted before the directory is parsed: millions of entries fit in a file of the largest size.
    if data.count(_CENTRAL) > 4 * MAX_MEMBERS:
        raise UnreadableReport("file.too_large", "intricate")
    infos = _directory(data)
    if len(infos) > MAX_MEMBERS:
        raise UnreadableReport("file.too_large", "intricate")
    if not infos or min(info.header_offset for info in infos) != 0:
        # The directory found at the end belongs to a zip inside this one: the outer directory is gone.
        raise UnreadableReport("file.corrupt", "cut")
    if not independent:
        _refuse_bombs(infos)
        _refuse_names(infos)
    members = [_member(data, info, independent=independent) for info in infos]
    if independent:
        members = _apart(members, infos)
    flaw = next((member.flaw for member in members if member.flaw is not None), None)
    if flaw is not None and not independent:
        raise flaw
    _refuse_overlaps(members, infos)
    return [member for member in members if not member.name.endswith("/")]


def _directory(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        try:
            return _listed(data)
        except UnicodeDecodeError:
            return _listed(_without_false_utf8(data))
    except (zipfile.BadZipFile, ValueError, EOFError, OverflowError, NotImplementedError):
        raise UnreadableReport("file.corrupt", "cut") from None


def _listed(data: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.infolist()


def _without_false_utf8(data: bytes) -> bytes:
    """The same directory, where names that are wrongly said to be UTF-8 aren't said to be; only for listing it."""
    told = bytearray(data)
    at = data.find(_CENTRAL)
    while 0 <= at < len(data) - 46:
        end = at + 46 + int.from_bytes(data[at + 28 : at + 30], "little")
        try:
            data[at + 46 : end].decode("utf-8")
        except UnicodeDecodeError:
            told[at + 9] &= ~(_UTF8 >> 8)
        at = data.find(_CENTRAL, at + 4)
    return bytes(told)


def _apart(members: list[Member], infos: list[zipfile.ZipInfo]) -> list[Member]:
    """Members that are said to go on over the next one's head or the end of the file, cut there.

    What they hold may be whole all the same; the checksum tells. Two that begin at one place stay as they are.
    """
    heads = sorted({info.header_offset for info in infos})
    following = dict(pairwise(heads))
    ends = [min(one.end, following.get(info.header_offset, one.end)) for one, info in zip(members, infos, strict=True)]
    return [one._replace(start=min(one.start, end), end=end) for one, end in zip(members, ends, strict=True)]


def _refuse_bombs(infos: list[zipfile.ZipInfo]) -> None:
    """Believe headers that promise too much; those that promise too little are caught while inflating."""
    sizes = [info.file_size for info in infos]
    if max(sizes) > MAX_PART or sum(sizes) > MAX_WHOLE:
        raise UnreadableReport("file.too_large")


def _refuse_names(infos: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for info in infos:
        name = info.orig_filename
        key = name.casefold()
        if key in seen or _is_sly(name):
            raise UnreadableReport("file.corrupt", "unsafe")
        seen.add(key)


def _is_sly(name: str) -> bool:
    return not name or name.startswith("/") or "\\" in name or "\0" in name or ":" in name or ".." in name.split("/")


def _member(data: bytes, info: zipfile.ZipInfo, *, independent: bool) -> Member:
    at = info.header_offset
    head = data[at : at + 30]
    behind_name = at + 30 + int.from_bytes(head[26:28], "little")
    start = behind_name + int.from_bytes(head[28:30], "little")
    flaw = _flaw(info)
    if flaw is None and not independent:  # of the others the checksum tells enough
        if not head.startswith(_LOCAL):
            flaw = UnreadableReport("file.corrupt", "damaged")
        elif data[at + 30 : behind_name] != _stored_name(info):
            flaw = UnreadableReport("file.corrupt", "unsafe")
    if flaw is None and not independent and start + info.compress_size > len(data):
        flaw = UnreadableReport("file.corrupt", "cut")
    end = min(start + info.compress_size, len(data))
    return Member(
        info.orig_filename, min(start, end), end, info.compress_type, info.CRC, info.file_size, _is_utf8(info),
        info.extra, flaw,
    )  # fmt: skip


def _flaw(info: zipfile.ZipInfo) -> UnreadableReport | None:
    if info.flag_bits & 0x1:
        return UnreadableReport("file.encrypted")
    if not is_known(info.compress_type):
        return UnreadableReport("file.corrupt", "packing")
    return UnreadableReport("file.too_large") if info.file_size > MAX_PART else None


def _stored_name(info: zipfile.ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if _is_utf8(info) else "cp437", "replace")


def _is_utf8(info: zipfile.ZipInfo) -> bool:
    return bool(info.flag_bits & _UTF8)


def _refuse_overlaps(members: list[Member], infos: list[zipfile.ZipInfo]) -> None:
    spans = sorted((info.header_offset, member.end) for info, member in zip(infos, members, strict=True))
    for (_, end), (start, _) in pairwise(spans):
        if start < end:
            raise UnreadableReport("file.corrupt", "unsafe")
