"""Zip archives of mail attachments: several files sent as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from service.errors import UnreadableReport
from service.read.gate import MAX_WHOLE, Container
from service.read.package import CONTENT_TYPES
from service.read.syllable import score
from service.read.tidy import composed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.read.gate import Member

MAX_ATTACHMENTS = 500
"""Most files that one archive may hold, archives inside it included."""

_ZIP, _END = b"PK\x03\x04", b"PK\x05\x06"
_UNICODE_PATH = 0x7075
_CODE_PAGES = ("cp1258", "cp1252")
_LEFTOVERS = re.compile(r"(?:^|/)(?:__MACOSX/|\._|~\$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)


class Attachment(NamedTuple):
    """One file of an archive."""

    name: str
    """Its path in the archive, parted by "/"; only for people, never a place to write to."""
    data: bytes


def attachments(data: bytes) -> tuple[Attachment, ...]:
    """Unpack an archive of files, and archives directly inside it; one further in stays packed.

    Args:
        data: The whole file.

    Returns:
        Its files in the order of the archive, without what operating systems leave there; empty where `data` is
        no zip, or is one document (a Word package, an open document).

    Raises:
        UnreadableReport: file.encrypted, file.too_large, file.corrupt or file.empty.
    """
    if data.startswith(_END):
        raise UnreadableReport("file.empty", "zip")
    try:
        container = _archive(data)
        return () if container is None else _all(container)
    except UnreadableReport as refusal:
        raise UnreadableReport(refusal.key, "cut" if refusal.variant == "cut" else "zip") from None


def _all(container: Container) -> tuple[Attachment, ...]:
    found: list[Attachment] = []
    left = MAX_WHOLE
    for one in _flat(container):
        left -= len(one.data)
        found.append(one)
        if left < 0 or len(found) > MAX_ATTACHMENTS:
            raise UnreadableReport("file.too_large")
    if not found:
        raise UnreadableReport("file.empty")
    return tuple(found)


def _archive(data: bytes) -> Container | None:
    if not data.startswith(_ZIP):
        return None
    container = Container(data, labels=True)
    return None if CONTENT_TYPES in container or "mimetype" in container else container


def _flat(container: Container) -> Iterator[Attachment]:
    for name, content in _files(container):
        inner = _inner(content)
        if inner is None:
            yield Attachment(name, content)
        else:
            yield from (Attachment(f"{name}/{below}", data) for below, data in _files(inner))


def _inner(content: bytes) -> Container | None:
    """An archive inside; one that can't be opened is judged as the file that it is."""
    try:
        return _archive(content)
    except UnreadableReport:
        return None


def _files(container: Container) -> Iterator[tuple[str, bytes]]:
    for member in container.members:
        name = _name(member)
        is_folder = member.name.endswith(("/", "\\"))  # some archivers part paths as Windows does
        if name and not is_folder and not _LEFTOVERS.search(name):
            yield name, container.inflate(member)


def _name(member: Member) -> str:
    """The name as its writer meant it: archives rarely say in which encoding they hold it."""
    name = (
        member.name if member.is_utf8 else _unicode_path(member.extra) or _meant(member.name.encode("cp437", "replace"))
    )
    parts = re.split(r"[\\/]", "".join(sign if sign.isprintable() else " " for sign in composed(name)))
    return "/".join(part for part in parts if part not in {"", ".", ".."})


def _unicode_path(extra: bytes) -> str:
    """The name in UTF-8 that some archivers add beside the other."""
    while len(extra) >= 4:
        kind, size = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        if kind == _UNICODE_PATH and size > 5:
            return extra[9 : 4 + size].decode("utf-8", "ignore")
        extra = extra[4 + size :]
    return ""


def _meant(stored: bytes) -> str:
    try:
        return stored.decode("utf-8")
    except UnicodeDecodeError:
        guesses = [composed(stored.decode(page, "replace")) for page in _CODE_PAGES]
        best = max(guesses, key=lambda guess: score(guess)[0] - guess.count("\ufffd"))
        return best if score(best)[0] else stored.decode("cp437")
