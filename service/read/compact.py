"""Formatting said once: equal property blocks are parsed a single time, which halves the work of reading.

Word repeats the same `w:rPr` and `w:pPr` thousands of times; most of a document's markup is that. Before
parsing, every plain block is moved to a table in front of the body and its place keeps a number, so that
parser and reader meet each block once. A document that is written in any other way than Word's own is left
as it is: what is read must never hang on this.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.errors import UnreadableReport
from service.read import xml
from service.read.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

KEY = "k"
"""Attribute that names a block by its place in the table."""

_TABLE = W + "blocks"
_BODY = b"<w:body>"
# A block is nothing but tags; one that holds its like (an old version of itself) is none.
_BLOCK = re.compile(
    rb"<w:pPr>(?:<(?!/?w:pPr)[^<>]*>)*</w:pPr>"
    rb"|<w:rPr>(?:<[^<>]*/>)*</w:rPr>"
    rb"|<w:tcPr>(?:<[^<>]*/>)*</w:tcPr>"
)
_NAME_END = {b"p": b"<w:pPr", b"r": b"<w:rPr", b"t": b"<w:tcPr"}


class Blocks:
    """The property blocks of one document, by key."""

    def __init__(self, elements: list[_Element]) -> None:
        self._elements = {str(number): element for number, element in enumerate(elements)}

    def get(self, key: str | None) -> _Element | None:
        """The block of that key; None for an element that holds its own properties."""
        return self._elements.get(key) if key is not None else None

    def resolve(self, element: _Element) -> _Element:
        """The element itself, or the block that stands for it."""
        block = self.get(element.get(KEY))
        return element if block is None else block


def parse(data: bytes) -> tuple[_Element, Blocks]:
    """Parse a main part; raises UnreadableReport as `xml.parse` does."""
    smaller = _compacted(data)
    if smaller is not None:
        try:
            return _taken_out(xml.parse(smaller))
        except UnreadableReport:
            # Perhaps only the moved blocks are at fault (a prefix declared further in): the whole decides.
            pass
    return xml.parse(data), Blocks([])


def _compacted(data: bytes) -> bytes | None:
    if data.count(_BODY) != 1 or data.count(b"xmlns:w=") != 1 or b"<![CDATA[" in data or b"<!--" in data:
        return None
    numbers: dict[bytes, bytes] = {}

    def numbered(match: re.Match[bytes]) -> bytes:
        block = match[0]
        short = numbers.get(block)
        if short is None:
            short = b'%b k="%d"/>' % (_NAME_END[block[3:4]], len(numbers))
            numbers[block] = short
        return short

    head, body, rest = data.partition(_BODY)
    rest = _BLOCK.sub(numbered, rest)
    return b"".join((head, body, b"<w:blocks>", *numbers, b"</w:blocks>", rest))


def _taken_out(root: _Element) -> tuple[_Element, Blocks]:
    body = root.find(W + "body")
    table = body[0] if body is not None and len(body) else None
    if body is None or table is None or table.tag != _TABLE:
        raise UnreadableReport("file.corrupt", "damaged")
    body.remove(table)
    return root, Blocks(list(table))
