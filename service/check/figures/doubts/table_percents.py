"""Percentages of tables that contradict the figures of their own row."""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING, Final

from service.check.figures.doubts.faults import Fault, percent, plain
from service.check.figures.doubts.percents import fits
from service.check.figures.numbers.numbers import Figure, Measure, figures
from service.check.figures.tables.columns import Role, columns, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.check.case import Context
    from service.check.figures.tables.tables import Grid, Value

_LEAST_ROWS: Final = 3
_WHOLE: Final = re.compile(r"(?:tổng(?: số)?|số lượng|hiện có)(?: (?:hộ|gia đình|đơn vị|có|hiện có))?")
_PART: Final = re.compile(r"(?:số )?(?:đã )?(?:được )?(?:đạt|công nhận|kết quả)")
_FULFILLED: Final = re.compile(r"(?:đạt|bằng|hoàn thành)? ?(?:gần |trên )?\d[\d.,]* ?%")


def table_percent_faults(grid: Grid, context: Context) -> Iterator[Fault]:
    """The percentages of a table that its own figures contradict."""
    seen: set[int] = set()
    for fault in (*_in_cells(grid), *_in_columns(grid), *_of_plan(grid, context)):
        if fault.paragraph not in seen:
            seen.add(fault.paragraph)
            yield fault


def _in_cells(grid: Grid) -> Iterator[Fault]:
    """As in "75,0% (31.460/41.950)" in one cell, or the fraction in one cell and its percentage in the next."""
    for row in grid.body:
        values = [(column, grid.value(row, column)) for column in grid.columns]
        for column, value in values:
            if value is None:
                continue
            share = _share(grid, column, value)
            if share is None:
                continue
            fraction = (
                value.share
                if value.share is not None and value.share.base
                else value.figure
                if value.figure.base
                else None
            )
            if fraction is None and (beside := _beside(values, column)) is not None:
                fraction = beside
            if (
                fraction is not None
                and fraction.base
                and not fits(share.value, share.step, fraction.count, fraction.base)
            ):
                yield _fault(value, share, fraction.count, fraction.base)


def _share(grid: Grid, column: int, value: Value) -> Figure | None:
    for figure in (value.figure, value.share):
        if figure is not None and figure.measure is Measure.PERCENT and not figure.approximate:
            return figure
    named = (
        unit_of(grid.head(column))[0] == "percent"
        and value.figure.base is None
        and value.figure.measure is Measure.COUNT
    )
    return value.figure if named and not value.figure.approximate else None


def _beside(values: list[tuple[int, Value | None]], column: int) -> Figure | None:
    """The fraction right before a percentage, where the row has no other."""
    before = [value for at, value in values if at == column - 1 and value is not None and value.figure.base is not None]
    fractions = [value for _, value in values if value is not None and value.figure.base is not None]
    return before[0].figure if before and len(fractions) == 1 and not before[0].figure.approximate else None


def _in_columns(grid: Grid) -> Iterator[Fault]:
    """A column of percentages that is the share of one column in another in nearly every row."""
    shares = [column for column in grid.columns if _is_share_column(grid, column)]
    counts = [column for column in grid.columns if column not in shares]
    told = {column: [_exact(grid.value(row, column)) for row in grid.body] for column in grid.columns}
    for share in shares:
        best = 0
        faults: list[tuple[Value, float, float]] = []
        for part, whole in permutations(counts, 2):
            right, wrong = _held(told[share], told[part], told[whole])
            least = _LEAST_ROWS - 1 if _says_so(grid, part, whole) else _LEAST_ROWS
            if right >= least and len(wrong) <= max(1, right // 4) and right > best:
                best, faults = right, wrong
        yield from (_fault(value, value.figure, count, base) for value, count, base in faults)


def _says_so(grid: Grid, part: int, whole: int) -> bool:
    """Whether the heads themselves tell a whole and those of it who reached something: "Tổng số | Đạt"."""
    return bool(_WHOLE.fullmatch(grid.head(whole)) and _PART.match(grid.head(part)))


def _is_share_column(grid: Grid, column: int) -> bool:
    if unit_of(grid.head(column))[0] == "percent":
        return True
    values = [value for row in grid.body if (value := grid.value(row, column)) is not None]
    return bool(values) and all(value.figure.measure is Measure.PERCENT for value in values)


def _exact(value: Value | None) -> Value | None:
    return None if value is None or value.figure.approximate or value.figure.base else value


def _held(
    shares: Sequence[Value | None], parts: Sequence[Value | None], wholes: Sequence[Value | None]
) -> tuple[int, list[tuple[Value, float, float]]]:
    """In how many rows one column is the share of another in a third, and those in which it is not."""
    right, wrong = 0, []
    for told, part, whole in zip(shares, parts, wholes, strict=True):
        if told is None or part is None or whole is None or whole.figure.count <= 0:
            continue
        if fits(told.figure.value, told.figure.step, part.figure.count, whole.figure.count):
            right += 1
        else:
            wrong.append((told, part.figure.count, whole.figure.count))
    return right, wrong


def _of_plan(grid: Grid, context: Context) -> Iterator[Fault]:
    """As in "Bằng 109,7%" beside what was set and what was reached."""
    found = columns(grid, context)
    targets = [column.index for column in found if column.role is Role.TARGET]
    results = [column.index for column in found if column.role is Role.RESULT]
    if len(targets) != 1 or len(results) != 1:
        return
    others = [
        column
        for column in range(max(targets + results) + 1, grid.table.columns)
        if re.search(r"đánh giá|so sánh|so với|hoàn thành|ghi chú|%", grid.head(column))
    ]
    for row in grid.body:
        target, result = grid.value(row, targets[0]), grid.value(row, results[0])
        if target is None or result is None or any(_is_rate(grid, row, value) for value in (target, result)):
            continue
        for column in others:
            yield from _plan_fault(grid, row, column, result, target)


def _is_rate(grid: Grid, row: int, value: Value) -> bool:
    figure = value.figure
    return (
        figure.measure is Measure.PERCENT
        or figure.approximate
        or figure.base is not None
        or value.share is not None
        or unit_of(grid.label(row))[0] == "percent"
    )


def _plan_fault(grid: Grid, row: int, column: int, result: Value, target: Value) -> Iterator[Fault]:
    text = grid.text(row, column)
    found = figures(text)
    cell = grid.cells.get((row, column))
    if cell is None or len(found) != 1 or not _FULFILLED.fullmatch(text.strip(" .")):
        return
    if (
        found[0].measure is not Measure.PERCENT
        or found[0].approximate
        or result.figure.measure is not target.figure.measure
    ):
        return
    part, whole = result.figure.value, target.figure.value
    if whole <= 0 or not 0.2 <= part / whole <= 5 or fits(found[0].value, found[0].step, part, whole):
        return
    blanks = {
        "found": percent(found[0].value),
        "expected": percent(100 * part / whole),
        "count": result.text,
        "base": target.text,
    }
    yield Fault("figure.percent", cell.paragraphs[0], cell.text.strip(), blanks, variant="table")


def _fault(value: Value, share: Figure, part: float, whole: float) -> Fault:
    blanks = {
        "found": percent(share.value),
        "expected": percent(100 * part / whole),
        "count": plain(part),
        "base": plain(whole),
    }
    return Fault(
        "figure.percent", value.paragraph, value.text, blanks, ((value.paragraph, share.value),), variant="table"
    )
