"""Makes tables whose columns depend on the data fit between the margins of their page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

_EMU_PER_TWIP = 635


def fit_tables(document: Any) -> None:
    """Narrow the widest columns of each table that is wider than its page, and make its grid say the same."""
    for table, room in _tables(document):
        widths = _widths(table)
        if widths and (sum(widths) > room or _grid(table) != widths):
            _set(table, narrowed(widths, room))


def narrowed(widths: list[int], room: int) -> list[int]:
    """Widths that fill `room`: the narrow ones stay, the widest share what is left."""
    least_first = sorted(widths)
    left = room
    for position, width in enumerate(least_first):
        share = left // (len(widths) - position)
        if width > share:
            return [min(one, share) for one in widths]
        left -= width
    return widths


def _tables(document: Any) -> Iterator[tuple[Any, int]]:
    """Each table of the body with the width between the margins of its section, in twips."""
    rooms = iter(
        [
            ((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)) // _EMU_PER_TWIP
            for section in document.sections
        ]
    )
    room = next(rooms, 0)
    for element in document.element.body:
        if element.tag == qn("w:tbl"):
            yield element, room
        elif element.tag == qn("w:p") and element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            room = next(rooms, room)


def _widths(table: Any) -> list[int]:
    """Widths of the cells of the first row; empty where one isn't given in twips or spans several columns."""
    row = table.find(qn("w:tr"))
    cells = [] if row is None else row.findall(qn("w:tc"))
    widths = [_width(cell) for cell in cells]
    return widths if all(widths) else []


def _grid(table: Any) -> list[int]:
    # Where a loop made columns, docxtpl shares the width out evenly in the grid and leaves the cells as they were.
    return [int(column.get(qn("w:w"), "0")) for column in table.find(qn("w:tblGrid"))]


def _width(cell: Any) -> int:
    if cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") is not None:
        return 0
    width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    text = width.get(qn("w:w"), "") if width is not None and width.get(qn("w:type")) == "dxa" else ""
    return int(text) if text.isdigit() else 0


def _set(table: Any, widths: list[int]) -> None:
    grid = table.find(qn("w:tblGrid"))
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        column = grid.makeelement(qn("w:gridCol"), {qn("w:w"): str(width)})
        grid.append(column)
    for row in table.findall(qn("w:tr")):
        cells = row.findall(qn("w:tc"))
        if len(cells) == len(widths):
            for cell, width in zip(cells, widths, strict=True):
                cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").set(qn("w:w"), str(width))
