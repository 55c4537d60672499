"""One way into XML: no document type, no entity, nothing fetched, and one namespace for both dialects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from service.errors import UnreadableReport

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element

MAX_DEPTH = 512
"""Deepest nesting that the readers follow."""
MAX_MARKUP = 3_000_000
"""Most tags and attributes in all parts of a file: each costs the parser far more memory than its bytes."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = W + "val"

# Encodings in which the ASCII characters are the ASCII bytes, so that a DOCTYPE can't hide.
_PLAIN = re.compile(rb"utf-?8|us-ascii|ascii|iso-8859-\d{1,2}|windows-125\d|cp125\d", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_STRICT = b"http://purl.oclc.org/ooxml/"
_DIALECTS = (
    (b"purl.oclc.org/ooxml/wordprocessingml/main", b"schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"purl.oclc.org/ooxml/drawingml/main", b"schemas.openxmlformats.org/drawingml/2006/main"),
    (b"purl.oclc.org/ooxml/drawingml/chart", b"schemas.openxmlformats.org/drawingml/2006/chart"),
    (
        b"purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (b"purl.oclc.org/ooxml/drawingml/diagram", b"schemas.openxmlformats.org/drawingml/2006/diagram"),
    (b"purl.oclc.org/ooxml/drawingml/chart", b"schemas.openxmlformats.org/drawingml/2006/chart"),
    (b"purl.oclc.org/ooxml/drawingml/picture", b"schemas.openxmlformats.org/drawingml/2006/picture"),
    (
        b"purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (
        b"purl.oclc.org/ooxml/officeDocument/relationships",
        b"schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"purl.oclc.org/ooxml/officeDocument/math", b"schemas.openxmlformats.org/officeDocument/2006/math"),
)


def parse(data: bytes) -> _Element:
    """Parse one part; a DOCTYPE, bad XML or a mass of markup raises UnreadableReport."""
    return tree(checked(data))


def checked(data: bytes) -> bytes:
    """The bytes of a part as `tree` takes them; a DOCTYPE or a mass of markup raises UnreadableReport."""
    data = _as_utf8(data)
    if b"<!DOCTYPE" in data:
        raise UnreadableReport("file.corrupt", "doctype")
    refuse_mass((data,))
    if _STRICT in data:
        for strict, transitional in _DIALECTS:
            data = data.replace(strict, transitional)
    return data


def refuse_mass(parts: Collection[bytes]) -> None:
    """Raise UnreadableReport where parts that may be parsed side by side hold a mass of markup together."""
    if sum(map(len, parts)) > MAX_MARKUP:
        found = sum(part.count(b"<") + part.count(b'="') + part.count(b"='") for part in parts)
        if found > MAX_MARKUP:
            raise UnreadableReport("file.too_large", "intricate")


def tree(data: bytes) -> _Element:
    """Parse what `checked` has let through; bad XML raises UnreadableReport."""
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise UnreadableReport("file.too_large", "intricate") from None
        raise UnreadableReport("file.corrupt", "damaged") from None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableReport("file.corrupt", "doctype")
    return root


def child(element: _Element, tag: str) -> _Element | None:
    """The first child of that tag; what `find` does, in half the time."""
    return next(element.iterchildren(tag), None)


def _parser() -> etree.XMLParser:
    # huge_tree lifts the parser's own limits on text length; size, markup and depth are limited here.
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
    )


def _as_utf8(data: bytes) -> bytes:
    """UTF-16 parts as UTF-8, so that every check looks at the same bytes as the parser."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _recoded(data, "utf-16")
    if data[:2] == b"<\0" or data[:4] == b"\0<\0?":
        return _recoded(data, "utf-16-le" if data[0] else "utf-16-be")
    head = data[:400].removeprefix(b"\xef\xbb\xbf").lstrip()
    declared = _DECLARED.match(head)
    if not head.startswith(b"<") or b"\0" in head or (declared and not _PLAIN.fullmatch(declared[1])):
        raise UnreadableReport("file.corrupt", "damaged")
    return data


def _recoded(data: bytes, encoding: str) -> bytes:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableReport("file.corrupt", "damaged") from None
    return _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
