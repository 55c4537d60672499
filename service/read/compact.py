"""Formatting said once: equal property blocks are parsed a single time, which halves the work of reading.

Word repeats the same `w:rPr` and `w:pPr` thousands of times; most of a document's markup is that. Before
parsing, every plain block is moved to a table in front of the body and its owner gets the block's number, so
that parser and reader meet each block once. A document that is written in any other way than Word's own is left
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
"""Attribute by which a run, paragraph or cell names its block in the table."""

_TABLE = W + "blocks"
_BODY = b"<w:body>"
# A block is nothing but tags; one that holds its like (an old version of itself) is none.
_PLAIN_BLOCK = {
    b"pPr": re.compile(rb"(?:<(?!/?w:pPr)[^<>]*>)*"),
    b"rPr": re.compile(rb"(?:<[^<>]*/>)*"),
    b"tcPr": re.compile(rb"(?:<[^<>]*/>)*"),
}


class Blocks:
    """The property blocks of one document, by key."""

    def __init__(self, elements: list[_Element]) -> None:
        self._elements = {str(number): element for number, element in enumerate(elements)}

    def get(self, key: str, tag: str) -> _Element | None:
        """The block of that key, if it is one of `tag`."""
        block = self._elements.get(key)
        return block if block is not None and block.tag == tag else None


def parse(data: bytes) -> tuple[_Element, Blocks]:
    """Parse a main part; raises UnreadableReport as `xml.parse` does."""
    smaller = _compacted(data)
    if smaller is not None:
        try:
            return _with_blocks(xml.parse(smaller))
        except UnreadableReport:
            # Perhaps only the moved blocks are at fault (a prefix declared further in): the whole decides.
            pass
    return xml.parse(data), Blocks([])


def _compacted(data: bytes) -> bytes | None:
    start = data.find(_BODY)
    if start < 0:
        return None
    head, rest, begins = data[:start], data, start + len(_BODY)
    table: list[bytes] = []
    for name, plain in _PLAIN_BLOCK.items():  # paragraphs first: the mark's properties move with them
        rest, begins = _moved(rest, begins, name, plain, table), 0
    # Beside the body, not in it: lxml needs quadratic time to take an element with so many children out again.
    smaller = b"".join((head, b"<w:blocks>", *table, b"</w:blocks>", _BODY, rest))
    # In what isn't markup, or under another prefix, a block may be none; looked for where there is less to look at.
    return smaller if smaller.count(b"xmlns:w=") == 1 and b"<!" not in smaller and _BODY not in rest else None


def _moved(text: bytes, begins: int, name: bytes, plain: re.Pattern[bytes], table: list[bytes]) -> bytes:
    """Move all blocks of one name from `text`, as far as it is behind `begins`, to the table.

    The owners' attributes go too: they say only in which session something was typed, each is different, and
    parsing them costs more than parsing the words. An owner that declares a prefix keeps them.
    """
    opening, closing = b"<w:%b>" % name, b"</w:%b>" % name
    bare = b"<w:%b>" % name[:-2]
    owner = bare[:-1] + b" "
    width = len(opening)
    places: dict[bytes, bytes] = {}
    kept: list[bytes] = []
    keep = kept.append
    done, at = begins, text.find(opening, begins)
    while at >= 0:
        following = text.find(opening, at + width)
        end = text.find(closing, at + width, following if following >= 0 else len(text))
        block = text[at + width : end] if end >= 0 else b"<"
        place = places.get(block)
        if place is None:
            place = places[block] = _place(block, plain, name, table)
        tag = text.rfind(b"<", done, at)
        owns = tag >= 0 and (text.startswith(owner, tag) or text.startswith(bare, tag))
        if place and owns and text.find(b">", tag, at) == at - 1:
            keep(text[done:tag])
            keep(place if text.find(b"xmlns", tag, at) < 0 else text[tag : at - 1] + place[len(owner) - 1 :])
            done = end + len(closing)
        at = following
    keep(text[done:])
    return b"".join(kept)


def _place(block: bytes, plain: re.Pattern[bytes], name: bytes, table: list[bytes]) -> bytes:
    """The tag that its owner gets in place of a new block; nothing where the block has to stay."""
    if not plain.fullmatch(block):
        return b""
    table.append(b"<w:%b>%b</w:%b>" % (name, block, name))
    return b'<w:%b k="%d">' % (name[:-2], len(table) - 1)


def _with_blocks(root: _Element) -> tuple[_Element, Blocks]:
    body = root.find(W + "body")
    table = body.getprevious() if body is not None else None
    if table is None or table.tag != _TABLE:
        raise UnreadableReport("file.corrupt", "damaged")
    return root, Blocks(list(table))
