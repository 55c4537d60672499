"""The style sheet, of which each style is parsed when something first asks for it.

Word writes hundreds of styles into every report, which uses a dozen. A sheet that is written in any other way than
Word's own is parsed as a whole.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from service.errors import UnreadableReport
from service.read import xml
from service.read.xml import W

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_STYLE, _END, _SHEET_END = b"<w:style ", b"</w:style>", b"</w:styles>"
_DEFAULTS, _DEFAULTS_END = b"<w:docDefaults>", b"</w:docDefaults>"
_ROOT = re.compile(rb"<w:styles[^<>]*>")
_ATTRIBUTE = re.compile(rb'(?:w:(styleId|default|type)|[\w:]+)="([^"&<]*)"\s*')
_SAID = ("styleId", "default", "type")
_ON = frozenset({"1", "true", "on"})


class Sheet:
    """The styles of a package by id, the first of each id, and what goes before them all."""

    def __init__(self, data: bytes | None) -> None:
        self.default_id = ""
        """The style of paragraphs that name none."""
        self.default_table = ""
        """The style of tables that name none."""
        self.defaults: _Element | None = None
        """`w:docDefaults`."""
        self._makers: dict[str, Callable[[], _Element]] = {}
        self._made: dict[str, _Element] = {}
        data = xml.checked(data) if data is not None else None
        if data is not None and not self._cut(data):
            self._parse(data)

    def __contains__(self, ident: object) -> bool:
        return ident in self._makers

    def __getitem__(self, ident: str) -> _Element:
        if ident not in self._made:
            self._made[ident] = self._makers[ident]()
        return self._made[ident]

    def _add(self, attributes: dict[str, str], make: Callable[[], _Element]) -> None:
        ident = attributes.get("styleId", "")
        self._makers.setdefault(ident, make)
        if attributes.get("default") in _ON:
            if attributes.get("type", "paragraph") == "paragraph":
                self.default_id = ident
            elif attributes["type"] == "table":
                self.default_table = ident

    def _parse(self, data: bytes) -> None:
        root = xml.tree(data)
        self.defaults = root.find(W + "docDefaults")
        for style in root.iterchildren(W + "style"):
            said = {name: str(style.attrib[W + name]) for name in _SAID if W + name in style.attrib}
            self._add(said, partial(_itself, style))

    def _cut(self, data: bytes) -> bool:
        """Tell the styles apart without parsing them; False where that can't be done for sure."""
        front, *pieces = data.split(_STYLE)
        root = _ROOT.search(front)
        if root is None or not pieces or b"<!" in data or data.count(b"xmlns:w=") != 1 or _STYLE[:-1] + b">" in data:
            return False
        pieces[-1], closed, behind = pieces[-1].rpartition(_SHEET_END)
        if not closed or behind.strip():
            return False
        found = [(attributes, piece) for piece in pieces if (attributes := _attributes(piece)) is not None]
        try:
            ours = xml.tree(root[0] + _defaults(front) + _SHEET_END)
        except UnreadableReport:
            return False
        if len(found) != len(pieces) or ours.tag != W + "styles":
            return False
        self.defaults = ours.find(W + "docDefaults")
        for attributes, piece in found:
            self._add(attributes, partial(_parsed, root[0], piece))
        return True


def _itself(style: _Element) -> _Element:
    return style


def _parsed(root: bytes, piece: bytes) -> _Element:
    return xml.tree(root + _STYLE + piece + _SHEET_END)[0]


def _attributes(piece: bytes) -> dict[str, str] | None:
    """What the tag of a style says of it; None where that, or its end, isn't plain to see."""
    tag, _, _ = piece.partition(b">")
    if not piece.rstrip().endswith(_END) or piece.count(_END) != 1 or _ATTRIBUTE.sub(b"", tag):
        return None
    return {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(tag) if name}


def _defaults(front: bytes) -> bytes:
    start, end = front.find(_DEFAULTS), front.find(_DEFAULTS_END)
    return front[start : end + len(_DEFAULTS_END)] if 0 <= start < end else b""
