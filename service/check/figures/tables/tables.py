"""Tables of figures as grids: which rows are heads, which column names the rows, what each cell is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.numbers import Figure, Measure, amount, figures
from service.language import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.check.case import Case
    from service.model.manuscript import Cell, Table

_INDEX: Final = re.compile(r"(?:s?tt|stt\.?|số thứ tự|số tt|tt\.?)")
_YEARS: Final = re.compile(
    r"(?:(?:năm|thực hiện|kết quả|ước|kh|th|\d{1,2} tháng(?: đầu)?|nhiệm kì|giai đoạn|đến) ?)*"
    r"(?:19|20)\d\d(?: ?- ?(?:19|20)?\d\d)?"
)
_NUMBERED: Final = re.compile(r"\(?(?:\d{1,2}|[a-e])\)?")
_WORDED: Final = re.compile(r"[^\W\d_]{2}")
"""Letters that make a word; a code ("A1") names no row."""
_LONGEST: Final = 120
"""A longer cell holds sentences, which are read as running text."""
NOTHING: Final = re.compile(r"[-/–]|0|không|không có")
"""What stands in a cell for none at all."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell of figures says."""

    figure: Figure
    share: Figure | None
    """A second figure: the "11/12" of "91,7% (11/12)"."""
    text: str
    paragraph: int


@dataclass(frozen=True)
class Grid:
    """One table of the report."""

    case: Case
    table: Table

    @cached_property
    def cells(self) -> dict[tuple[int, int], Cell]:
        """The cell at every place of the grid; a merged cell at each place that it covers."""
        return {
            (row, column): cell
            for cell in self.table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }

    @cached_property
    def heads(self) -> int:
        """How many rows at the top are heads."""
        row = 0
        while row < self.table.rows and self._is_head(row):
            row += 1
        return max(1, row) if row < self.table.rows else 1

    @cached_property
    def body(self) -> tuple[int, ...]:
        """The rows below the heads, repeated heads and rows of column numbers left out."""
        head = self._words(0)
        return tuple(
            row
            for row in range(self.heads, self.table.rows)
            if self._words(row) != head and not self._is_numbering(row)
        )

    @cached_property
    def names(self) -> int:
        """The column that names the rows."""
        best, most = 0, 0
        for column in range(self.table.columns):
            named = sum(
                1 for row in self.body if _WORDED.search(self.text(row, column)) and self.value(row, column) is None
            )
            if self.head(column) and _INDEX.fullmatch(self.head(column)):
                continue
            if named > most * 1.3 or (not most and named):
                best, most = column, named
        return best

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns of figures."""
        return tuple(
            column
            for column in range(self.table.columns)
            if column != self.names
            and not _INDEX.fullmatch(self.head(column))
            and any(self.value(row, column) for row in self.body)
        )

    def text(self, row: int, column: int) -> str:
        """The folded text of a cell; empty where there is none."""
        return self._texts.get((row, column), "")

    @cached_property
    def _texts(self) -> dict[tuple[int, int], str]:
        folded = {(cell.row, cell.column): fold(" ".join(cell.text.split())) for cell in self.table.cells}
        return {place: folded[cell.row, cell.column] for place, cell in self.cells.items()}

    def head(self, column: int) -> str:
        """The folded words above a column, from the top down, each once."""
        words: list[str] = []
        for row in range(self.heads):
            cell = self.cells.get((row, column))
            spans_all = cell is not None and cell.column_span >= self.table.columns > 1
            text = self.text(row, column)
            if text and text not in words and not spans_all:
                words.append(text)
        return " ".join(words)

    def label(self, row: int) -> str:
        """The folded words that name a row."""
        return self.text(row, self.names)

    def said(self, row: int, column: int) -> str:
        """The words of a cell as the document writes them, on one line."""
        cell = self.cells.get((row, column))
        return " ".join(cell.text.split()) if cell else ""

    def said_head(self, column: int) -> str:
        """The words above a column as the document writes them, each once."""
        return " ".join(dict.fromkeys(text for row in range(self.heads) if (text := self.said(row, column))))

    def is_merged(self, row: int, column: int) -> bool:
        """Whether the place belongs to a cell that covers several."""
        cell = self.cells.get((row, column))
        return cell is None or cell.row_span > 1 or cell.column_span > 1

    def value(self, row: int, column: int) -> Value | None:
        """What the cell says where it holds a figure and hardly anything else."""
        return self._values.get((row, column))

    @cached_property
    def _values(self) -> dict[tuple[int, int], Value]:
        """The figure of every cell that holds one, at the cell's first place."""
        read = (((cell.row, cell.column), self._read(cell)) for cell in self.table.cells)
        return {place: value for place, value in read if value is not None}

    def _read(self, cell: Cell) -> Value | None:
        text = self.text(cell.row, cell.column)
        return _value(cell, text, self.case) if len(text) <= _LONGEST else None

    @cached_property
    def caption(self) -> str:
        """The folded words of the paragraphs right above the table."""
        first = min((number for cell in self.table.cells for number in cell.paragraphs), default=0)
        above = [
            line
            for line in self.case.within(max(0, first - 3), first)
            if line.source.place.table is None and line.text.strip()
        ]
        return " ".join(line.folded for line in above[-2:] if len(line.text) < 160)

    @cached_property
    def paragraph(self) -> int:
        """The first paragraph of the table."""
        return min((number for cell in self.table.cells for number in cell.paragraphs), default=0)

    def _words(self, row: int) -> tuple[str, ...]:
        return tuple(self.text(row, column) for column in range(self.table.columns))

    def _is_head(self, row: int) -> bool:
        if self._is_numbering(row):
            return True
        words = [word for word in self._words(row) if word]
        if not words:
            return True
        cell = self.cells.get((row, 0))
        if cell is not None and cell.column_span >= self.table.columns > 1:
            return row == 0
        plain = [word for word in words if not _YEARS.fullmatch(word)]
        return not any(_figure_alone(word) for word in plain) and (row == 0 or self._below_head(row))

    def _below_head(self, row: int) -> bool:
        """A second row of heads stands under merged cells of the first."""
        above = [self.cells.get((row - 1, column)) for column in range(self.table.columns)]
        return any(cell is not None and (cell.row_span > 1 or cell.column_span > 1) for cell in above)

    def _is_numbering(self, row: int) -> bool:
        words = [word for word in self._words(row) if word]
        numbers = [int(found[0]) for word in words if (found := re.search(r"\d+", word))]
        return (
            len(words) >= 3
            and all(_NUMBERED.fullmatch(word) for word in words)
            and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
            and len(numbers) >= 2
            and row <= self.table.rows // 2
        )


def grids(case: Case) -> Iterator[Grid]:
    """The tables of the report that hold figures in two rows and columns at least."""
    for table in case.manuscript.tables:
        grid = Grid(case, table)
        if table.rows < 2 or table.columns < 2 or case.line(grid.paragraph) is None:
            continue
        if grid.columns:
            yield grid


def _value(cell: Cell, text: str, case: Case) -> Value | None:
    found = figures(text)
    if not found or len(found) > 2:
        return None
    figure = found[0]
    share = found[1] if len(found) == 2 else None
    if share is not None and not (share.measure is Measure.PERCENT or figure.measure is Measure.PERCENT or share.base):
        return None
    if figure.ranged or figure.label == "document":
        return None
    rest = _letters(text[: figure.opening]) + _letters(_after(text, figure.end, share))
    if len(rest) > 14 or re.match(r"\s*(?:vượt|tăng|giảm|bằng|chưa|không|đạt và|hoàn thành|thiếu)", text):
        return None
    numbers = [n for n in cell.paragraphs if any(letter.isdigit() for letter in _text(case, n))]
    return Value(
        figure,
        share,
        _text(case, numbers[0]).strip() if numbers else cell.text,
        numbers[0] if numbers else cell.paragraphs[0],
    )


def _after(text: str, end: int, share: Figure | None) -> str:
    return text[end:] if share is None else text[end : share.opening] + text[share.end :]


def _text(case: Case, number: int) -> str:
    return case.manuscript.paragraphs[number].text


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())


def _figure_alone(text: str) -> bool:
    figure = amount(text)
    return figure is not None and len(_letters(text[: figure.opening] + text[figure.end :])) <= 8
