"""Archives of mail attachments become the files that were sent in them."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from service.errors import UnreadableReport
from service.inbox.seen import is_archive
from service.model.manuscript import Format
from service.read import CONVERTIBLE, Attachment, attachments, sniff

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORD_FILES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".rtf", ".odt", ".fodt"})
_WORD = (CONVERTIBLE | {Format.DOCX, Format.DOCM, Format.DOTX, Format.DOTM}) - {Format.HTML}
"""A web page is a Word file only where its name says so: mails bring pages of their own."""


def unpacked(data: bytes, name: str) -> tuple[Attachment, ...]:
    """The files in an archive, each under a name of its own; none where the archive itself is what must be judged.

    That is so where it is no archive, is refused, or holds no Word file.
    """
    if not is_archive(name):
        return ()
    try:
        found = attachments(data)
    except UnreadableReport:
        return ()
    return tuple(_renamed(found)) if any(map(_is_word, found)) else ()


def why_not(data: bytes) -> UnreadableReport:
    """Why an archive was not unpacked, or can't be read as a report."""
    try:
        attachments(data)
    except UnreadableReport as refusal:
        return refusal
    return UnreadableReport("file.not_word", "zip")


def _is_word(one: Attachment) -> bool:
    return PurePath(one.name).suffix.lower() in WORD_FILES or sniff(one.data, one.name) in _WORD


def _renamed(found: Iterable[Attachment]) -> Iterator[Attachment]:
    """The second file of a name gets a number, as when it is moved to a folder that has the first."""
    taken: set[str] = set()
    for one in found:
        name, number = one.name, 1
        while name.casefold() in taken:
            number += 1
            path = PurePath(one.name)
            name = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
        taken.add(name.casefold())
        yield one._replace(name=name)
