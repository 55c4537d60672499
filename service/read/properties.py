"""What paragraphs and cells say about themselves, each block of properties read once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from service.read.compact import KEY
from service.read.looks import PLAIN, ParagraphLook, read_paragraph, whole
from service.read.xml import VAL, W, child

if TYPE_CHECKING:
    from lxml.etree import _Element

    from service.read.compact import Blocks
    from service.read.styles import Style, Styles

_PPR, _TCPR = W + "pPr", W + "tcPr"
_MAX_SPAN = 200
_GONE = (W + "del", W + "moveFrom")


class ParagraphProperties(NamedTuple):
    """A paragraph's style and own properties."""

    style_id: str
    style: Style
    look: ParagraphLook
    """Its own properties over those of its style."""
    linked: str | None = None
    """The style that its number comes from; None where it says its number itself."""
    mark: _Element | None = None
    """Run properties of the paragraph mark."""
    mark_is_gone: bool = False
    """What follows goes on in the same line: its mark is deleted, or it is a drop cap in its frame."""
    section: _Element | None = None


class CellProperties(NamedTuple):
    """How a cell lies in the grid."""

    width: int = 1
    below: bool = False
    """It goes on with the cell above."""
    beside: bool = False
    """It goes on with the cell to its left."""
    deleted: _Element | None = None


_PLAIN_CELL = CellProperties()


class Properties:
    """Reads properties, through the table of blocks where they are moved there."""

    def __init__(self, styles: Styles, blocks: Blocks) -> None:
        self._styles = styles
        self._blocks = blocks
        self._plain = self._read_paragraph(None)
        self._paragraphs: dict[str, ParagraphProperties] = {}
        self._cells: dict[str, CellProperties] = {}

    def paragraph(self, element: _Element) -> ParagraphProperties:
        """The properties of a `w:p`."""
        key = element.get(KEY)
        if key is not None:
            found = self._paragraphs.get(key)
            if found is None:
                found = self._paragraphs[key] = self._read_paragraph(self._blocks.get(key, _PPR))
            return found
        ppr = child(element, _PPR)
        return self._plain if ppr is None else self._read_paragraph(ppr)

    def cell(self, element: _Element) -> CellProperties:
        """The properties of a `w:tc`."""
        key = element.get(KEY)
        if key is not None:
            found = self._cells.get(key)
            if found is None:
                found = self._cells[key] = _read_cell(self._blocks.get(key, _TCPR))
            return found
        tcpr = child(element, _TCPR)
        return _PLAIN_CELL if tcpr is None else _read_cell(tcpr)

    def _read_paragraph(self, ppr: _Element | None) -> ParagraphProperties:
        style_id = _style_id(ppr)
        style = self._styles.of_paragraph(style_id)
        ident = style_id or self._styles.default_id
        if ppr is None:
            return ParagraphProperties("", style, style.paragraph, linked=ident)
        own = read_paragraph(ppr)
        mark = child(ppr, W + "rPr")
        return ParagraphProperties(
            style_id or "",
            style,
            own.over(style.paragraph) if own != PLAIN else style.paragraph,
            linked=ident if own.num_id is None and own.level is None else None,
            mark=mark,
            mark_is_gone=_is_drop_cap(ppr) or (mark is not None and any(child(mark, tag) is not None for tag in _GONE)),
            section=child(ppr, W + "sectPr"),
        )


def _style_id(ppr: _Element | None) -> str | None:
    named = child(ppr, W + "pStyle") if ppr is not None else None
    return named.get(VAL) if named is not None else None


def _is_drop_cap(ppr: _Element) -> bool:
    frame = child(ppr, W + "framePr")
    return frame is not None and frame.get(W + "dropCap", "none") != "none"


def _read_cell(tcpr: _Element | None) -> CellProperties:
    width, below, beside, deleted = 1, False, False, None
    for said in tcpr if tcpr is not None else ():
        tag = said.tag
        if tag == _SPAN:
            width = min(max(whole(said.get(VAL)) or 1, 1), _MAX_SPAN)
        elif tag == _DOWN:
            below = said.get(VAL, "continue") != "restart"
        elif tag == _ACROSS:
            beside = said.get(VAL, "continue") != "restart"
        elif tag == _DELETED:
            deleted = said
    return CellProperties(width, below, beside, deleted)


_SPAN, _DOWN, _ACROSS, _DELETED = (W + name for name in ("gridSpan", "vMerge", "hMerge", "cellDel"))
