"""Table styles: what the style of a table gives to the words in it, by row and column."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from service.read.looks import SILENT, RunLook, read_run
from service.read.xml import VAL, W, child

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from service.read.fonts import Theme
    from service.read.styles import Styles

_ROW, _CELL = W + "tr", W + "tc"
# In order of precedence; each with its bit in the old way of switching it on.
_PARTS = (("firstRow", 0x20), ("lastRow", 0x40), ("firstColumn", 0x80), ("lastColumn", 0x100))
_PART_OF_TYPE = {"wholeTable": "", "firstCol": "firstColumn", "lastCol": "lastColumn"}


class TableLook(NamedTuple):
    """What one table's style says: for all its cells, and for its outer rows and columns."""

    whole: RunLook
    parts: dict[str, RunLook]

    def of_cell(self, row: _Element | None, cell: _Element) -> RunLook:
        """What the style gives to the runs of a cell."""
        look = self.whole
        for part in reversed(tuple(self.parts)):
            if _lies_in(part, row, cell):
                look = self.parts[part].over(look)
        return look


class TableStyles:
    """The table styles of a package; most give no formatting to words."""

    def __init__(self, styles: Styles, theme: Theme) -> None:
        self._styles = styles
        self._theme = theme
        self._known: dict[tuple[str | None, str | None], TableLook | None] = {}

    def of_table(self, table: _Element) -> TableLook | None:
        """The look of a table's style; None where it says nothing about words."""
        properties = child(table, W + "tblPr")
        named = child(properties, W + "tblStyle") if properties is not None else None
        if properties is None or named is None:
            return None
        switches = child(properties, W + "tblLook")
        on = tuple(part for part, bit in _PARTS if switches is not None and _is_switched_on(switches, part, bit))
        key = (named.get(VAL), " ".join(on))
        if key not in self._known:
            self._known[key] = self._read(named.get(VAL, ""), on)
        return self._known[key]

    def _read(self, ident: str, on: tuple[str, ...]) -> TableLook | None:
        whole, parts = SILENT, dict.fromkeys(on, SILENT)
        for element in self._styles.elements(ident):
            for name, look in self._looks(element):
                if not name:
                    whole = whole.over(look)
                elif name in parts:
                    parts[name] = parts[name].over(look)
        parts = {name: look for name, look in parts.items() if look != SILENT}
        return TableLook(whole, parts) if parts or whole != SILENT else None

    def _looks(self, style: _Element) -> Iterator[tuple[str, RunLook]]:
        """What one style says, each with the part of the table; no name for the whole."""
        for element in (style, *style.iterchildren(W + "tblStylePr")):
            kind = element.get(W + "type", "") if element is not style else "wholeTable"
            if (rpr := child(element, W + "rPr")) is not None:
                yield _PART_OF_TYPE.get(kind, kind), read_run(rpr, self._theme)


def _is_switched_on(switches: _Element, part: str, bit: int) -> bool:
    said = switches.get(W + part)
    if said is not None:
        return said in {"1", "true", "on"}
    try:
        return bool(int(switches.get(VAL, "0"), 16) & bit)
    except ValueError:
        return False


def _lies_in(part: str, row: _Element | None, cell: _Element) -> bool:
    if part.endswith("Row"):
        return row is not None and _is_outermost(row, _ROW, first=part.startswith("first"))
    return _is_outermost(cell, _CELL, first=part.startswith("first"))


def _is_outermost(element: _Element, tag: str, *, first: bool) -> bool:
    """Whether no sibling of its kind comes before (or after) it; content controls may stand between."""
    return next(element.itersiblings(tag, W + "sdt", preceding=first), None) is None
