"""What the bytes really are, whatever the file is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from service.errors import UnreadableReport
from service.model.manuscript import Format
from service.read import flat, mhtml, ole
from service.read.foreign import refusing
from service.read.gate import Container
from service.read.lone import is_lone
from service.read.package import CONTENT_TYPES, Package

if TYPE_CHECKING:
    from collections.abc import Callable

CONVERTIBLE = frozenset({Format.DOC, Format.RTF, Format.ODT, Format.HTML, Format.XML})
"""Formats that LibreOffice turns into a Word package first."""

_HEAD = 16_000
"""So much of a text tells what it is: LibreOffice names a dozen dozens of namespaces first."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BLANK, _JUNK = b"\xef\xbb\xbf \t\r\n", 64
"""What a careless transfer may put before a file, and how much of it."""
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\x00\x00\x01\x00")
# Compiled by `re` when first used: few files need them.
_HTML = r"(?i)\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--|<!doctype\s+html|<html|<head|<body|<meta)"
_OPEN_DOCUMENT = re.compile(r"<office:document\s")
_FLAT_ODF = re.compile(r"office:mimetype\s*=\s*[\"']application/vnd\.oasis\.opendocument\.([a-z]{1,20})")
_FOREIGN_XML = (("urn:schemas-microsoft-com:office:spreadsheet", "spreadsheet"),)
_WORD_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"
_RAW = rb"(?<!\\)\\bin([0-9]{1,12})"
"""Of rich text: how many bytes follow as they are. LibreOffice makes room for them before it looks."""
_CONVERTIBLE = ("file.not_word", "convertible")
_OWNER_FILE_SIZE = 162
_OWNER_NAME_SIZE = 54


class Sighting(NamedTuple):
    """What a file is, and how to refuse it where it is no Word package."""

    format: Format
    key: str = ""
    variant: str = ""
    package: Package | None = None
    """The package, where it is one that can be read."""


def sniff(data: bytes, name: str = "") -> Format:
    """Tell the format from the bytes. Never raises.

    Args:
        data: The whole file.
        name: Its name, which only helps to recognise Office's owner files (`~$...`).

    Returns:
        The format; an encrypted Word 97 document is `DOC`, an encrypted package `UNKNOWN`,
        and a Word package too damaged to open `DOCX`.
    """
    try:
        return sight(data, name).format
    except UnreadableReport:
        return Format.DOCX if _names_word_parts(data) and not is_lone(data) else Format.ZIP


@refusing()
def sight(data: bytes, name: str = "") -> Sighting:
    """Recognise a file; for a zip this opens it and may raise UnreadableReport."""
    if not data.strip():
        return Sighting(Format.UNKNOWN, "file.empty")
    if is_owner_file(data, name):
        return Sighting(Format.UNKNOWN, "file.not_word", "lock")
    if not data.strip(b"\0"):
        return Sighting(Format.UNKNOWN, "file.corrupt", "cut")
    if (packed := zip_in(data)) is not None:
        return _sight_zip(packed)
    if data.startswith(ole.MAGIC):
        return _sight_ole(data)
    return _sight_plain(data)


def zip_in(data: bytes) -> bytes | None:
    """The zip that a file is, without what a careless transfer has put before it; None where it is none."""
    if not data[:_JUNK].lstrip(_BLANK).startswith(_ZIP):
        return None
    return data if data.startswith(_ZIP) else data[data.index(b"PK") :]


def is_owner_file(data: bytes, name: str = "") -> bool:
    """Whether this is what Office leaves beside an open document (`~$name.docx`)."""
    if len(data) > _OWNER_FILE_SIZE + 3 or data.startswith(_ZIP):
        return False
    if re.split(r"[\\/]", name)[-1].startswith("~$"):
        return True
    return len(data) == _OWNER_FILE_SIZE and _holds_owner_twice(data)


def _holds_owner_twice(data: bytes) -> bool:
    length = data[0]
    wide = data[_OWNER_NAME_SIZE + 2 :][: 2 * length]
    same_length = int.from_bytes(data[_OWNER_NAME_SIZE : _OWNER_NAME_SIZE + 2], "little") == length
    return 0 < length < _OWNER_NAME_SIZE and same_length and not data[1 + length : _OWNER_NAME_SIZE].strip(b"\0 ") \
        and wide.isascii()  # fmt: skip


def _sight_zip(data: bytes) -> Sighting:
    container = Container(data)
    if "mimetype" in container:
        return _sight_open_document(container)
    if CONTENT_TYPES in container:
        try:
            package = Package(container)
            return Sighting(package.format, package=package)
        except UnreadableReport as refusal:
            kind = Format.UNKNOWN if refusal.key == "file.not_word" else Format.DOCX
            return Sighting(kind, refusal.key, refusal.variant)
    if any(name.lower().startswith("word/") for name in container.names):
        return Sighting(Format.DOCX, "file.corrupt", "no_main")
    return Sighting(Format.ZIP, "file.not_word", "zip")


def _sight_open_document(container: Container) -> Sighting:
    kind = container.read("mimetype").decode("ascii", "replace").strip()
    if kind.startswith("application/vnd.oasis.opendocument.text"):
        locked = "META-INF/manifest.xml" in container and b"encryption-data" in container.read("META-INF/manifest.xml")
        return Sighting(Format.ODT, *(("file.encrypted",) if locked else ("file.not_word", "convertible")))
    for word in ("spreadsheet", "presentation"):
        if word in kind:
            return Sighting(Format.UNKNOWN, "file.not_word", word)
    return Sighting(Format.ZIP, "file.not_word", "zip")


_OLE_CONTENTS = (
    ("EncryptedPackage", Sighting(Format.UNKNOWN, "file.encrypted")),
    ("EncryptionInfo", Sighting(Format.UNKNOWN, "file.encrypted")),
    ("WordDocument", Sighting(Format.DOC, "file.not_word", "convertible")),
    ("Workbook", Sighting(Format.UNKNOWN, "file.not_word", "spreadsheet")),
    ("Book", Sighting(Format.UNKNOWN, "file.not_word", "spreadsheet")),
    ("PowerPoint Document", Sighting(Format.UNKNOWN, "file.not_word", "presentation")),
)


def _sight_ole(data: bytes) -> Sighting:
    found = ole.streams(data)
    if not found:
        return Sighting(Format.DOC, "file.corrupt", "cut")
    if ole.is_encrypted_word(data, found):
        return Sighting(Format.DOC, "file.encrypted")
    other = Sighting(Format.UNKNOWN, "file.not_word", "other")
    return next((sighting for name, sighting in _OLE_CONTENTS if name in found), other)


_SIGNS: tuple[tuple[Callable[[bytes], bool], Format, str], ...] = (
    (lambda data: data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"), Format.RTF, "convertible"),
    (lambda data: b"%PDF-" in data[:1024], Format.PDF, "pdf"),
    (lambda data: data.startswith(_IMAGES) or _is_other_image(data[:16]), Format.IMAGE, "image"),
    (lambda data: data.startswith(_ARCHIVES), Format.ZIP, "zip"),
)


def _sight_plain(data: bytes) -> Sighting:
    """Everything that is no container: told by its first bytes, else by whether it is text."""
    for holds, kind, variant in _SIGNS:
        if holds(data):
            if kind is Format.RTF and any(int(found[1]) > len(data) - found.end() for found in re.finditer(_RAW, data)):
                return Sighting(kind, "file.corrupt", "cut")
            return Sighting(kind, "file.not_word", variant)
    text = plain_text(data)
    if text is None:
        return Sighting(Format.UNKNOWN, "file.not_word", "other")
    found = _sight_xml(data, text) if text[:_JUNK].lstrip("\ufeff \t\r\n").startswith("<") else None
    if found is not None:
        return found
    if re.match(_HTML, text.lstrip("\ufeff")[:2000]) or (mhtml.is_message(data) and mhtml.page(data)[0]):
        return Sighting(Format.HTML, *_CONVERTIBLE)
    return Sighting(Format.TEXT, "file.not_word", "text")


def _sight_xml(data: bytes, text: str) -> Sighting | None:
    """A document in one XML file; None where it is some other XML."""
    head = text[:_HEAD]
    if flat.is_flat(head):
        return _sight_flat(data)
    doctype = ("file.corrupt", "doctype") if "<!DOCTYPE" in text else None
    if _WORD_2003 in head:
        return Sighting(Format.XML, *(doctype or _CONVERTIBLE))
    if _OPEN_DOCUMENT.search(head):
        kind = _FLAT_ODF.search(head)
        if kind is None or kind[1] == "text":
            return Sighting(Format.ODT, *(doctype or _CONVERTIBLE))
        other = kind[1] if kind[1] in {"spreadsheet", "presentation"} else "other"
        return Sighting(Format.UNKNOWN, "file.not_word", other)
    if "<?xml" not in head[:_JUNK] or re.match(_HTML, head.lstrip("\ufeff")[:2000]) or "<html" in head:
        return None
    other = next((variant for space, variant in _FOREIGN_XML if space in head), "other")
    return Sighting(Format.UNKNOWN, "file.not_word", other)


def _sight_flat(data: bytes) -> Sighting:
    try:
        package = Package(Container(flat.package(data)), Format.XML)
        return Sighting(package.format, package=package)
    except UnreadableReport as refusal:
        kind = Format.UNKNOWN if refusal.key == "file.not_word" else Format.XML
        return Sighting(kind, refusal.key, refusal.variant)


def _is_other_image(head: bytes) -> bool:
    if head.startswith(b"RIFF"):
        return head[8:12] == b"WEBP"
    if head.startswith(b"BM"):
        return head[6:10] == b"\0\0\0\0"
    return head[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"}


def plain_text(data: bytes) -> str | None:
    """The bytes as text, or None where they are none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    sample = text[:4000]
    odd = sum(character < " " and character not in "\t\r\n\f" for character in sample) + sample.count("\ufffd")
    return text if odd * 50 <= len(sample) else None


def _names_word_parts(data: bytes) -> bool:
    return b"[Content_Types].xml" in data[:4096] or b"word/" in data
