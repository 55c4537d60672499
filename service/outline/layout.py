"""Tables that only lay text out: a report in one big cell, titles beside their text, headings and text in rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.language import words_in
from service.model.manuscript import Place
from service.model.record import replace
from service.outline.labels import LabelKind, read_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.model.manuscript import Cell, Manuscript, Paragraph, Table

_PROSE = 25
"""A cell, or a paragraph in it, of so many words is running text."""
_FRAME = 45
"""A lone cell of no more words frames a heading."""
_TITLE = 30
_PLAIN_TITLE = range(2, 19)
_NAME = 3
"""What names a column has no more words."""
_STRONG = frozenset((LabelKind.PART, LabelKind.CHAPTER, LabelKind.ROMAN, LabelKind.CAPITAL))
# Compiled by `re` when first used: few files need it.
_FIGURES = r"[\W_]*(?:[0-9]+[\W_]*)+[^\W\d_]{0,6}[\W_]*"


def unboxed(manuscript: Manuscript) -> Manuscript:
    """The manuscript with the paragraphs of layout tables, or of their rows of text, standing outside any table.

    The tables keep their numbers; what became text is no row of theirs any more.
    """
    freed: dict[int, frozenset[int]] = {}
    for table in manuscript.tables:
        above = manuscript.tables[table.parent] if table.parent is not None else None
        if above is None or len(freed.get(above.index, ())) == above.rows:
            rows = _text_rows(manuscript.paragraphs, table)
            if rows:
                freed[table.index] = rows
    if not freed:
        return manuscript
    return replace(
        manuscript,
        paragraphs=tuple(_moved(paragraph, freed) for paragraph in manuscript.paragraphs),
        tables=tuple(_without(table, freed) for table in manuscript.tables),
    )


def _moved(paragraph: Paragraph, freed: dict[int, frozenset[int]]) -> Paragraph:
    place = paragraph.place
    rows = freed.get(place.table) if place.table is not None else None
    if rows is None or place.row is None:
        return paragraph
    if place.row in rows:
        return replace(paragraph, place=Place(text_box=place.text_box))
    return replace(paragraph, place=replace(place, row=_above(place.row, rows)))


def _without(table: Table, freed: dict[int, frozenset[int]]) -> Table:
    rows = freed.get(table.index, frozenset())
    cells = tuple(replace(cell, row=_above(cell.row, rows)) for cell in table.cells if cell.row not in rows)
    parent = None if table.parent in freed else table.parent
    return replace(
        table, rows=table.rows - len(rows), columns=table.columns if cells else 0, cells=cells, parent=parent
    )


def _above(row: int, rows: frozenset[int]) -> int:
    """The number of a row once `rows` are gone."""
    return row - sum(one < row for one in rows)


def _text_rows(paragraphs: Sequence[Paragraph], table: Table) -> frozenset[int]:
    """The rows of a table that are text laid out; empty for a table of figures or a letterhead."""
    said = [cell for cell in table.cells if cell.text.strip()]
    everything = frozenset(range(table.rows))
    if not said:
        return frozenset()
    if len(said) == 1:
        return everything if _words(said[0]) > _FRAME else frozenset()
    if len({cell.column for cell in said}) == 1:
        return everything if any(_is_prose(paragraphs, cell) for cell in said) else frozenset()
    if table.columns <= 3 and _is_laid_out(paragraphs, said):
        return everything - _head_row(said)
    return _rows_of_text(paragraphs, table, said)


def _head_row(cells: Sequence[Cell]) -> frozenset[int]:
    """The row that names the columns of a text laid out ("Nội dung | Báo cáo"): no part of it."""
    first = [cell for cell in cells if cell.row == 0]
    named = all(_words(cell) <= _NAME and not read_label(cell.text.strip()).number for cell in first)
    return frozenset((0,)) if len(first) > 1 and named else frozenset()


def _is_laid_out(paragraphs: Sequence[Paragraph], cells: Sequence[Cell]) -> bool:
    """Titles beside text: most words stand in running text, titles stand before it, and figures are few.

    Where the report itself stands in the table, nothing else has to make its titles stand out.
    """
    prose = [cell for cell in cells if _is_prose(paragraphs, cell)]
    words = sum(_words(cell) for cell in prose)
    figures = sum(1 for cell in cells if re.fullmatch(_FIGURES, cell.text.strip()))
    if not prose or 2 * words < sum(map(_words, cells)) or 10 * figures > len(cells):
        return False
    whole = 2 * sum(len(cell.text) for cell in cells) > sum(len(paragraph.text) for paragraph in paragraphs)
    titles = (cell for cell in cells if _is_title(paragraphs, cell) or (whole and _is_plain_title(cell)))
    titled = {cell.row for cell in titles} & {cell.row for cell in prose}
    return len(titled) >= 2 or (len(titled) == 1 and len({cell.row for cell in cells}) <= 2)


def _rows_of_text(paragraphs: Sequence[Paragraph], table: Table, cells: Sequence[Cell]) -> frozenset[int]:
    """Rows of one cell over the whole width that hold running text, with the titles right above them."""
    wide = {cell.row: cell for cell in cells if cell.column_span == table.columns and table.columns > 1}
    rows = {row for row, cell in wide.items() if _is_prose(paragraphs, cell)}
    for row in sorted(wide, reverse=True):
        if row + 1 in rows and _is_title(paragraphs, wide[row]):
            rows.add(row)
    return frozenset(rows)


def _is_prose(paragraphs: Sequence[Paragraph], cell: Cell) -> bool:
    return any(words_in(text) >= _PROSE for text in _texts(paragraphs, cell))


def _is_title(paragraphs: Sequence[Paragraph], cell: Cell) -> bool:
    """Whether a cell begins as a heading does: a strong label, or a lesser one or none that stands out."""
    first = next((paragraphs[index] for index in cell.paragraphs if paragraphs[index].text.strip()), None)
    if first is None or words_in(first.text) > _TITLE:
        return False
    label = read_label(first.text, first.label)
    if label.kind in _STRONG:
        return True
    stands_out = first.look.bold or first.look.capitals
    return stands_out and label.kind in {LabelKind.DECIMAL, LabelKind.NONE}


def _is_plain_title(cell: Cell) -> bool:
    text = cell.text.strip()
    return _words(cell) in _PLAIN_TITLE and text[0].isupper() and not text.endswith((".", ";", ",", ":"))


def _texts(paragraphs: Sequence[Paragraph], cell: Cell) -> Iterable[str]:
    return (paragraphs[index].text for index in cell.paragraphs)


def _words(cell: Cell) -> int:
    return len(cell.text.split())
