"""Totals of tables: rows and columns that say they add up the others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from service.check.figures.doubts.faults import Fault, plain
from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.labels import named
from service.check.figures.tables.columns import Column, Role, columns, unit_of
from service.check.figures.tables.table_statements import TOTAL
from service.check.figures.tables.tables import NOTHING
from service.language import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.check.case import Context
    from service.check.figures.tables.tables import Grid, Value

_GROUP: Final = re.compile(r"(?:[ivx]+|[a-e])[.)]?")
_DETAIL: Final = re.compile(r"[-+*•]|trong đó|riêng|\d+\.\d+")
_RATE: Final = re.compile(r"%|tỉ lệ|bình quân|trung bình|xếp loại|xếp hạng|thứ tự|diện tích|/năm")
_STOCK: Final = re.compile(
    r"(?:số |tổng số )?(?:hội viên|chi hội|trung tâm|hội cơ sở|số dư|dư |tồn quỹ|đơn vị|dân số|số hộ|cán bộ|gia đình|"
    r"dòng họ|cộng đồng|ban khuyến học)"
)
_FRESH: Final = re.compile(r"mới|tăng|kết nạp|phát triển|thành lập|mở|trao|vận động")


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total with what it should add up."""

    total: Value
    parts: tuple[Value | None, ...]
    """None stands for "none at all" ("-")."""
    scale: float
    head: str

    @property
    def stated(self) -> float:
        return self.total.figure.count

    @property
    def added(self) -> float:
        return sum(self.worth(part) for part in self.parts if part)

    def worth(self, part: Value) -> float:
        """A part's value; "4,580" among figures with points for thousands is four and a half."""
        figure = part.figure
        return figure.value if figure.reading is not None and self._pointed else figure.count

    @property
    def _pointed(self) -> bool:
        others = [part for part in (*self.parts, self.total) if part and part.figure.reading is None]
        return len(others) >= 2 and all("." in part.text for part in others if part.figure.count >= 1000)

    @property
    def slack(self) -> float:
        """What rounding of the parts may come to."""
        steps = [part.figure.step for part in (*self.parts, self.total) if part and part.figure.reading is None]
        coarse = max(steps, default=1.0)
        if coarse >= 1 and self.scale == 1:
            return 0.0
        return coarse * max(1.0, len(self.parts) / 2)

    def fits(self, value: float | None = None) -> bool:
        """Whether a value (the parts added up, unless told) is the total."""
        return abs((self.added if value is None else value) - self.stated) <= self.slack + 1e-6


def table_total_faults(grid: Grid, context: Context) -> Iterator[Fault]:
    """The totals of a table that its own figures contradict."""
    found = columns(grid, context)
    yield from _faults([each for column in found for each in _column_sums(grid, column, found)])
    yield from _faults(list(_row_sums(grid, found)))


def _faults(sums: Sequence[_Sum]) -> Iterator[Fault]:
    wrong = [each for each in sums if not each.fits()]
    # Where most totals don't fit, the table means something else than a sum. One slipped figure explains itself.
    if sum(1 for each in wrong if _slip(each) is None) > max(1, len(sums) // 2):
        return
    for each in wrong:
        low, high = sorted((abs(each.added), abs(each.stated)))
        slip = _slip(each)
        if slip is not None:
            yield slip
        elif low and high / low <= 2:
            yield Fault(
                "figure.total",
                each.total.paragraph,
                each.total.text,
                {"found": plain(each.stated), "expected": plain(each.added), "name": each.head},
                ((each.total.paragraph, each.stated * each.scale),),
                variant="table",
            )


def _slip(each: _Sum) -> Fault | None:
    """The one cell that is a thousand times too great or too small for the total."""
    for part in each.parts:
        if part is None:
            continue
        for factor in (1000.0, 0.001):
            worth = each.worth(part)
            if each.fits(each.added + worth * (factor - 1)) and worth * abs(factor - 1) > each.slack * 2:
                return _slipped(part, worth * factor, each)
    for factor in (1000.0, 0.001):
        if abs(each.added - each.stated * factor) <= max(each.slack, 1e-6 * each.added):
            return _slipped(each.total, each.stated * factor, each)
    return None


def _slipped(value: Value, expected: float, each: _Sum) -> Fault:
    blanks = {"found": value.text, "expected": plain(expected), "name": each.head}
    return Fault(
        "figure.unit",
        value.paragraph,
        value.text,
        blanks,
        ((value.paragraph, value.figure.count * each.scale),),
        variant="table",
    )


# --- a row that adds up the rows above it -------------------------------------------------------------------------


def _column_sums(grid: Grid, column: Column, found: tuple[Column, ...]) -> Iterator[_Sum]:
    if column.role is Role.SHARE or _RATE.search(column.head):
        return
    totals = [row for row in grid.body if _is_total(grid, row)]
    if not totals or (len(totals) > 1 and totals[-1] != grid.body[-1]):
        return
    last = totals[-1]
    if last not in (grid.body[0], grid.body[-1]) and grid.body[-1] - last > 1:
        return
    rows = [row for row in grid.body if row != last and row not in totals and _has_figures(grid, row, found)]
    if len(rows) < 2 or any(_measures_differ(grid, row) for row in rows):
        return
    whole = grid.value(last, column.index)
    values = [_part(grid, row, column.index) for row in rows]
    if whole is None or not _addable(whole) or any(value is False for value in values):
        return
    _, scale = unit_of(column.head)
    kept = [value for value in values if not isinstance(value, bool)]
    each = _Sum(whole, tuple(kept), scale if unit_of(column.head)[0] == "money" else 1.0, grid.said_head(column.index))
    if not each.fits() and (len(totals) > 1 or _nested_fits(grid, rows, each)):
        return
    yield each


def _is_total(grid: Grid, row: int) -> bool:
    texts = [grid.text(row, column) for column in range(grid.names + 1)]
    label = next((text for text in reversed(texts) if text and not text.isdigit()), "")
    return bool(TOTAL.fullmatch(label))


def _has_figures(grid: Grid, row: int, found: tuple[Column, ...]) -> bool:
    return any(grid.text(row, column.index) for column in found)


def _measures_differ(grid: Grid, row: int) -> bool:
    """A row that names its own unit of measure is an indicator's; its figures add up with no other row's."""
    return bool(_RATE.search(grid.label(row))) and named(grid.case, grid.label(row)) is not None


def _part(grid: Grid, row: int, column: int) -> Value | bool | None:
    """The figure of a part; None for none at all; False where it can't be told."""
    text = grid.text(row, column)
    if NOTHING.fullmatch(text):
        return None
    value = grid.value(row, column)
    return value if value is not None and _addable(value) else False


def _addable(value: Value) -> bool:
    figure = value.figure
    return not (figure.approximate or figure.ranged or figure.base or value.share) and figure.measure in (
        Measure.COUNT,
        Measure.MONEY,
    )


def _nested_fits(grid: Grid, rows: Sequence[int], each: _Sum) -> bool:
    """Whether the table has groups with their own rows: then the total may add up only some of them."""
    groups = [
        n
        for n, row in enumerate(rows)
        if any(_GROUP.fullmatch(grid.text(row, column)) for column in range(grid.names + 1))
        or (_GROUP.match(grid.label(row) + " ") and re.match(r"(?:[ivx]+|[a-e])[.)] ", grid.label(row)))
    ]
    details = [
        n
        for n, row in enumerate(rows)
        if _DETAIL.match(grid.label(row))
        or (grid.names and _DETAIL.match(grid.text(row, 0)) and "." in grid.text(row, 0))
    ]
    if groups or details:
        return True
    values = [part.figure.count if part else 0.0 for part in each.parts]
    return each.fits(each.added / 2) or any(
        value and each.fits(each.added - value) and "trong đó" in grid.label(row)
        for value, row in zip(values, rows, strict=True)
    )


# --- a column that adds up the columns before it ------------------------------------------------------------------


def _row_sums(grid: Grid, found: tuple[Column, ...]) -> Iterator[_Sum]:
    totals = [column for column in found if column.role is Role.TOTAL]
    if len(totals) != 1:
        return
    parts = [column for column in found if column.role is Role.YEAR]
    by_year = len(parts) >= 2
    if not by_year:
        parts = [column for column in found if column.role in (Role.PLAIN, Role.YEAR)]
    if len(parts) < 2 or any(named(grid.case, column.head) and not by_year for column in parts):
        return
    for row in grid.body:
        label = grid.label(row)
        if _RATE.search(label) or (by_year and _is_stock(grid, label)):
            continue
        whole = grid.value(row, totals[0].index)
        values = [_part(grid, row, column.index) for column in parts]
        if whole is None or not _addable(whole) or any(value is False for value in values):
            continue
        kept = tuple(value for value in values if not isinstance(value, bool))
        each = _Sum(whole, kept, unit_of(label)[1] if unit_of(label)[0] == "money" else 1.0, grid.said(row, grid.names))
        if by_year and not each.fits() and any(part and part.figure.count == each.stated for part in kept):
            continue  # the last year's state, not a sum
        yield each


def _is_stock(grid: Grid, label: str) -> bool:
    label = fold(label)
    known = named(grid.case, label)
    if known is not None:
        return known.rule.period == "end"
    return bool(_STOCK.match(label)) and not _FRESH.search(label)
