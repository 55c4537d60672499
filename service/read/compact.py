"""Formatting said once: equal property blocks are parsed a single time, which halves the work of reading.

Word repeats the same `w:rPr` and `w:pPr` thousands of times and cuts sentences into many runs; most of a document's
markup is that. Before parsing, every plain block is moved to a table in front of the body and its owner gets the
block's number; a run that holds only words becomes one element, and goes on with the run before it where both look
alike. A document that is written in any other way than Word's own is left as it is: what is read must never hang on
this.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.errors import UnreadableReport
from service.read import xml
from service.read.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

KEY = "k"
"""Attribute by which words, a run, paragraph or cell name their block in the table."""
WORDS = W + "words"
"""A run of nothing but words: they stand in the element itself."""

_TABLE = W + "blocks"
_BODY = b"<w:body>"
_TEXT, _TEXT_END = (b'<w:t xml:space="preserve">', b"<w:t>"), b"</w:t></w:r>"
_WORDS, _WORDS_END = b"<w:words", b"</w:words>"
_MARKS = frozenset(
    b'<w:proofErr w:type="%b"/>' % kind for kind in (b"spellStart", b"spellEnd", b"gramStart", b"gramEnd")
)
"""What Word's proof readers put between runs."""
_NEAR = 2000
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

    def items(self) -> Iterable[tuple[str, _Element]]:
        """Every block with its key."""
        return self._elements.items()

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
    head, rest = data[:start], data[start + len(_BODY) :]
    table: list[bytes] = []
    rest = _moved(rest, b"pPr", table)  # paragraphs first: the mark's properties move with them
    if b"<w:r><" in rest:  # runs without properties, as other programs than Word write them
        rest = rest.replace(b"<w:rPr/>", b"<w:rPr></w:rPr>").replace(b"<w:r><w:t", b"<w:r><w:rPr></w:rPr><w:t")
    rest = _moved(_moved(rest, b"rPr", table), b"tcPr", table)
    # Beside the body, not in it: lxml needs quadratic time to take an element with so many children out again.
    smaller = b"".join((head, b"<w:blocks>", *table, b"</w:blocks>", _BODY, rest))
    # In what isn't markup, or under another prefix, a block may be none; looked for where there is less to look at.
    return smaller if smaller.count(b"xmlns:w=") == 1 and b"<!" not in smaller and _BODY not in rest else None


def _moved(text: bytes, name: bytes, table: list[bytes]) -> bytes:
    """Move all blocks of one name from `text` to the table.

    The owners' attributes go too: they say only in which session something was typed, each is different, and
    parsing them costs more than parsing the words. An owner that declares a prefix keeps them.
    """
    opening, closing, bare = b"<w:%b>" % name, b"</w:%b>" % name, b"<w:%b>" % name[:-2]
    owners, width = (bare, bare[:-1] + b" "), len(opening)
    keys: dict[bytes, bytes] = {}
    script = _Script(text, bare[:-1])
    at = _next(text, opening, 0)
    while at >= 0:
        end = _next(text, closing, at + width)
        block = text[at + width : end] if end >= 0 else b"<"
        key = keys.get(block)
        if key is None:
            key = keys[block] = _key(block, name, table)
        if key:
            tag = text.rfind(b"<", script.done, at)
            if tag >= 0 and text.startswith(owners, tag) and text.find(b">", tag, at) == at - 1 \
                and text.find(b"xmlns", tag, at) < 0:  # fmt: skip
                at = _next(text, opening, script.owner(tag, key, end + width + 1))
                continue
        at = _next(text, opening, at + width)
    return script.finished()


def _next(text: bytes, what: bytes, start: int) -> int:
    """Where `what` comes next, -1 if it doesn't; looked for near by first, as Python prepares at length for far."""
    near = text.find(what, start, start + _NEAR)
    return near if near >= 0 else text.find(what, start)


class _Script:
    """Writes a text anew: owners of blocks with their keys, runs of nothing but words as one element."""

    def __init__(self, text: bytes, tag: bytes) -> None:
        self.done = 0
        """How far the text is written."""
        self._text = text
        self._tag = tag
        self._written: list[bytes] = []
        self._open = b""
        """Key of the words that are not closed yet."""

    def owner(self, at: int, key: bytes, behind: int) -> int:
        """Write up to an owner that begins `at`, then its tag with its key, then its words if it has no more."""
        text, write = self._text, self._written.append
        begin = text.find(b">", behind) + 1 if text.startswith(_TEXT, behind) else 0
        end = text.find(b"<", begin) if begin else -1
        is_words = end >= 0 and text.startswith(_TEXT_END, end)
        between = text[self.done : at]
        if not is_words or key != self._open or (between and between not in _MARKS):
            if self._open:
                write(_WORDS_END)
            write(between)
            write((_WORDS if is_words else self._tag) + key)
            self._open = key if is_words else b""
        if not is_words:
            self.done = behind
        else:
            write(text[begin:end])
            self.done = end + len(_TEXT_END)
        return self.done

    def finished(self) -> bytes:
        """All of it."""
        if self._open:
            self._written.append(_WORDS_END)
        self._written.append(self._text[self.done :])
        return b"".join(self._written)


def _key(block: bytes, name: bytes, table: list[bytes]) -> bytes:
    """What goes into the tag of the owners of a new block; nothing where the block has to stay."""
    if not _PLAIN_BLOCK[name].fullmatch(block):
        return b""
    table.append(b"<w:%b>%b</w:%b>" % (name, block, name))
    return b' k="%d">' % (len(table) - 1)


def _with_blocks(root: _Element) -> tuple[_Element, Blocks]:
    body = root.find(W + "body")
    table = body.getprevious() if body is not None else None
    if table is None or table.tag != _TABLE:
        raise UnreadableReport("file.corrupt", "damaged")
    return root, Blocks(list(table))
