"""Zip archives of mail attachments: several files sent as one."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from service.errors import UnreadableReport
from service.read.gate import MAX_WHOLE, Container
from service.read.lone import alone, is_lone
from service.read.package import CONTENT_TYPES
from service.read.sniff import zip_in
from service.read.syllable import score
from service.read.tidy import composed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.read.gate import Member

MAX_ATTACHMENTS = 500
"""Most files that one archive may hold, archives inside it included."""

_EMPTY = b"PK\x05\x06"
_UNICODE_PATH = 0x7075
_CODE_PAGES = ("cp1258", "cp1252")
# Compiled by `re` when first used: few files need it.
_LEFTOVERS = r"(?i)(?:^|/)(?:__MACOSX/|\._|~\$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)"


class Attachment(NamedTuple):
    """One file of an archive."""

    name: str
    """Its path in the archive, parted by "/"; only for people, never a place to write to."""
    data: bytes
    """Its bytes; where it can't be unpacked, an archive that holds it alone, as it lay in the other."""
    flaw: UnreadableReport | None = None
    """Why it can't be unpacked."""


def attachments(data: bytes) -> tuple[Attachment, ...]:
    """Unpack an archive of files, and archives directly inside it; one further in stays packed.

    A file that can't be unpacked does the others no harm.

    Args:
        data: The whole file.

    Returns:
        Its files in the order of the archive, without what operating systems leave there; empty where `data` is
        no zip, or is one document (a Word package, an open document).

    Raises:
        UnreadableReport: file.encrypted, file.too_large, file.corrupt or file.empty: the archive can't be opened, or
            none of its files can be unpacked, all for the same reason.
    """
    packed = zip_in(data)
    if packed is None:
        return ()
    if packed.startswith(_EMPTY):
        raise UnreadableReport("file.empty", "zip")
    try:
        container = _archive(packed, MAX_WHOLE)
        return () if container is None else _all(container)
    except UnreadableReport as refusal:
        kept = refusal.variant in {"cut", "packing"}
        raise UnreadableReport(refusal.key, refusal.variant if kept else "member" if is_lone(data) else "zip") from None


def _all(container: Container) -> tuple[Attachment, ...]:
    found = tuple(islice(_flat(container), MAX_ATTACHMENTS + 1))
    if len(found) > MAX_ATTACHMENTS:
        raise UnreadableReport("file.too_large")
    if not found:
        raise UnreadableReport("file.empty")
    flaws = {(one.flaw.key, one.flaw.variant) if one.flaw else None for one in found}
    if len(flaws) == 1 and found[0].flaw is not None:
        raise found[0].flaw
    return found


def _archive(data: bytes, room: int) -> Container | None:
    container = Container(data, independent=True, room=room)
    return None if CONTENT_TYPES in container or "mimetype" in container else container


def _flat(container: Container) -> Iterator[Attachment]:
    for one in _files(container):
        inner = None if one.flaw else _inner(one.data, container.left)
        if inner is None:
            yield one
        else:
            yield from (below._replace(name=f"{one.name}/{below.name}") for below in _files(inner))
            container.left = inner.left


def _inner(content: bytes, room: int) -> Container | None:
    """An archive inside; one that can't be opened is judged as the file that it is."""
    try:
        packed = zip_in(content)
        return _archive(packed, room) if packed is not None else None
    except UnreadableReport:
        return None


def _files(container: Container) -> Iterator[Attachment]:
    for member in container.members:
        name = _name(member)
        is_folder = member.name.endswith(("/", "\\"))  # some archivers part paths as Windows does
        if name and not is_folder and not re.search(_LEFTOVERS, name):
            yield _unpacked(container, member, name)


def _unpacked(container: Container, member: Member, name: str) -> Attachment:
    try:
        return Attachment(name, container.inflate(member))
    except UnreadableReport as flaw:
        if not container.left:  # what all of them may take is used up
            raise
        return Attachment(name, alone(member, name, container.packed(member)), flaw)


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
