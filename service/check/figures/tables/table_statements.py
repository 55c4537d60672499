"""The statements on indicators that tables make."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from service.check.case import Zone
from service.check.figures.numbers.numbers import Figure, Measure
from service.check.figures.readings.indicators import Statement
from service.check.figures.readings.labels import Named, named
from service.check.figures.tables.columns import Column, Role, columns, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.check.case import Context
    from service.check.figures.tables.tables import Grid, Value
    from service.model.indicator import IndicatorRule

TOTAL: Final = re.compile(
    r"(?:[\d.\-+*ivx]* ?)?(?:tổng|tổng số|tổng cộng|cộng|tổng hợp|cộng chung|"
    r"toàn (?:quận|huyện|xã|phường|thị trấn|thành phố|hội|trường|đơn vị)|"
    r"(?:cộng|tổng|tổng cộng|tổng số) toàn (?:quận|huyện|xã|phường|thị trấn|thành phố|hội|trường|đơn vị)|"
    r"cả (?:quận|huyện|xã|phường))"
    r"(?: ?[:.]| ?\(.*\)| cộng| (?:toàn )?(?:quận|huyện|xã|phường|thị trấn)(?: [^\W\d_]+){0,3})?"
)
"""The label of a row (or the head of a column) that adds up the others."""
_BASE: Final = re.compile(
    r"tổng (?:số )?(?:hộ|gia đình|dòng họ|thôn|tổ dân phố|cơ quan|đơn vị|cộng đồng|khu dân cư)(?: dân| gia đình)?"
    r"(?:,? (?:thôn|tổ dân phố|đơn vị|trường học|toàn \w+))*$"
)
_SUMS: Final = re.compile(r"\d ?(?:(?:nghìn|ngàn|triệu|tỉ|tr) ?)?(?:đồng|đ(?!\w)|vnđ|vnd)?")
"""A sum told above a table is no unit of measure."""
_OUTGOING: Final = re.compile(r"(?<!\w)(?:chi|sử dụng|dư|tồn|tặng|trao)(?!\w)(?! hội)")
_SOME_YEARS: Final = 3
_RECOGNISED: Final = re.compile(r"đạt|công nhận|kết quả")
_KINDS: Final = {Role.RESULT: "result", Role.TARGET: "target", Role.GOAL: "goal"}


@dataclass(frozen=True, slots=True)
class _Place:
    grid: Grid
    value: Value
    unit: tuple[str, float]
    kind: str
    year: int | None = None


def table_statements(grid: Grid, context: Context) -> Iterator[Statement]:
    """The statements of one table: by its rows, or by the row that adds up its units."""
    found = columns(grid, context)
    heads = _heads(grid, found)
    labels = {row: named(grid.case, grid.label(row)) for row in grid.body}
    if _by_units(labels, heads):
        yield from _total_row(grid, found, heads, context)
        return
    if not any(labels.values()) and (whole := _grand_total(grid, found, context)) is not None:
        yield whole
        return
    plain = [column for column in found if column.role is Role.PLAIN]
    for row, label in labels.items():
        if label is None:
            continue
        yield from _unrivalled([*_row_statements(grid, row, label, (found, plain), context)])


def _row_statements(
    grid: Grid, row: int, label: Named, heads: tuple[tuple[Column, ...], list[Column]], context: Context
) -> Iterator[Statement]:
    found, plain = heads
    for column in _telling(found, plain, label.rule, context):
        shares = column.role is Role.PLAIN and any(other.role is Role.RESULT for other in found)
        kind = _KINDS.get(column.role) or (
            "result" if column.role is Role.YEAR or shares else _default_kind(grid, context)
        )
        value = grid.value(row, column.index)
        if value is not None and kind:
            unit = _unit(grid, row, column)
            year = column.year if column.role is Role.YEAR else None
            yield from _statements(_Place(grid, value, unit, kind, year), label)


def _unrivalled(told: list[Statement]) -> Iterator[Statement]:
    """Those of a row that stand alone: two columns for one kind are of two units, or of two times, and no conflict."""
    values: dict[tuple[str, str], set[float]] = defaultdict(set)
    for one in told:
        values[one.rule, one.kind].add(one.value)
    yield from (one for one in told if len(values[one.rule, one.kind]) == 1)


def _heads(grid: Grid, found: tuple[Column, ...]) -> dict[int, Named | None]:
    """The indicator that each column's head names; of several for one only that of the recognised."""
    heads = {column.index: named(grid.case, _head_label(column.head)) for column in found}
    told: dict[str, list[Column]] = defaultdict(list)
    for column in found:
        head = heads[column.index]
        if _BASE.search(column.head):
            heads[column.index] = None
        elif head is not None and unit_of(column.head)[0] != "percent":
            told[head.rule.id].append(column)
    for columns_of_one in told.values():
        if len(columns_of_one) > 1:
            for column in columns_of_one:
                if not _RECOGNISED.search(column.head):
                    heads[column.index] = None
    return heads


def _by_units(labels: dict[int, Named | None], heads: dict[int, Named | None]) -> bool:
    """Whether the columns name indicators and the rows units."""
    by_row = sum(1 for label in labels.values() if label is not None)
    by_column = sum(1 for head in heads.values() if head is not None)
    return by_column > 0 and by_column >= by_row


def _total_row(
    grid: Grid, found: tuple[Column, ...], heads: dict[int, Named | None], context: Context
) -> Iterator[Statement]:
    total = next((row for row in grid.body if TOTAL.fullmatch(_row_label(grid, row))), None)
    kind = _default_kind(grid, context)
    if total is None and len(grid.body) == 1:
        total = grid.body[0]
    if total is None or not kind:
        return
    for column in found:
        head = heads[column.index]
        value = grid.value(total, column.index)
        role = _KINDS.get(column.role, kind)
        if head is None or value is None or column.role in (Role.START, Role.SHARE):
            continue
        yield from _statements(_Place(grid, value, _unit(grid, total, column), role), head)


def _grand_total(grid: Grid, found: tuple[Column, ...], context: Context) -> Statement | None:
    """What all sources brought in all years, where only the caption says that it is the fund."""
    totals = [column for column in found if column.role is Role.TOTAL]
    rows = [row for row in grid.body if TOTAL.fullmatch(_row_label(grid, row))]
    if len(totals) != 1 or len(rows) != 1 or sum(column.role is Role.YEAR for column in found) < _SOME_YEARS:
        return None
    caption = grid.caption
    raised = next((rule for rule in grid.case.rulebook.indicators if "figure.raised" in rule.nouns), None)
    fund = any(hit.name in ("figure.fund", "figure.raised") for hit in grid.case.phrases.find(caption))
    value = grid.value(rows[0], totals[0].index)
    unit = _unit(grid, rows[0], totals[0])
    if raised is None or not fund or value is None or unit[0] != "money" or _OUTGOING.search(caption):
        return None
    if _default_kind(grid, context) != "result":
        return None
    return _statement(_Place(grid, value, unit, "result"), Named(raised, None), value.figure)


def _row_label(grid: Grid, row: int) -> str:
    """The words that name a total row, which may stand in a merged cell before the column of names."""
    texts = [grid.text(row, column) for column in range(grid.names + 1)]
    return next((text for text in reversed(texts) if text and not text.isdigit()), "")


def _head_label(head: str) -> str:
    return re.sub(r"^(?:số lượng|kết quả|tổng số) (?=\w)", "", head)


def _telling(found: tuple[Column, ...], plain: list[Column], rule: IndicatorRule, context: Context) -> Iterator[Column]:
    """The columns of a row that tell the indicator's state or total."""
    dated = [column for column in found if column.role is Role.GOAL and column.year]
    final = max((column.year or 0 for column in dated), default=0)
    for column in found:
        planned_yearly = len(dated) > 1 and column in dated and (column.year != final or rule.period == "term")
        if column.role in _KINDS and not planned_yearly:
            yield column
    reached = any(column.role is Role.RESULT for column in found)
    if reached:
        yield from (column for column in plain if unit_of(column.head)[0] == "percent")
    years = [column for column in found if column.role is Role.YEAR]
    totals = [column for column in found if column.role is Role.TOTAL]
    if rule.period == "term" or (totals and not years and not reached):
        yield from totals
    elif years and not any(column.role is Role.RESULT for column in found):
        last = max(years, key=lambda column: column.year or 0)
        end = int(context.closing[-4:]) if context.closing else None
        if end is None or (last.year or 0) >= end - 1:
            yield last
    if len(plain) == 1 and not years and not totals and not any(column.role is Role.RESULT for column in found):
        yield plain[0]


def _default_kind(grid: Grid, context: Context) -> str:
    zone = context.zone(grid.paragraph)
    if re.search(r"đăng kí|giao chỉ tiêu|phân bổ|đầu nhiệm kì", grid.caption):
        return ""
    if zone is Zone.FUTURE:
        return "goal"
    return "result" if zone in (Zone.PAST, Zone.ANNEX, Zone.OTHER, Zone.OPENING) else ""


def _unit(grid: Grid, row: int, column: Column) -> tuple[str, float]:
    """The unit of measure of a cell: its row's, else its column's, else the caption's for money."""
    for words in (grid.label(row), *_unit_cells(grid, row), column.head):
        unit = unit_of(words)
        if unit[0]:
            return unit
    unit = unit_of(_SUMS.sub("", grid.caption))
    return unit if unit[0] == "money" else ("", unit[1])


def _unit_cells(grid: Grid, row: int) -> Iterator[str]:
    for column in range(grid.table.columns):
        if re.match(r"(?:đvt|đơn vị(?: tính)?|đv tính)", grid.head(column)):
            yield grid.text(row, column)


def _statements(place: _Place, label: Named) -> Iterator[Statement]:
    """One statement for the figure of a cell, one more for the fraction or share beside it."""
    first = _statement(place, label, place.value.figure)
    if first is not None:
        yield first
    if place.value.share is not None and (second := _statement(place, label, place.value.share)) is not None:
        yield second


def _statement(place: _Place, label: Named, figure: Figure) -> Statement | None:
    percent = figure.measure is Measure.PERCENT or (
        place.unit[0] == "percent" and figure.base is None and figure.measure is Measure.COUNT
    )
    rule = label.rate if percent else label.rule
    if place.unit[0] == "money" and rule is not None and rule.unit != "VND":
        return None  # in a table of sums "Hội viên đóng góp" counts no members
    if rule is None or (rule.unit == "percent" and not percent) or (figure.label == "name" and percent):
        return None
    value, step = _worth(place, figure, rule)
    if percent and value > 100:
        return None
    return Statement(
        rule=rule.id,
        kind=place.kind,
        value=value,
        step=step,
        strength=3,
        quote=place.value.text,
        paragraph=place.value.paragraph,
        approximate=figure.approximate,
        year=place.year,
        as_of=str(place.year) if place.year else None,
    )


def _worth(place: _Place, figure: Figure, rule: IndicatorRule) -> tuple[float, float]:
    if rule.unit == "VND":
        scale = place.unit[1] if figure.measure is not Measure.MONEY else 1.0
        return figure.value * scale, figure.step * scale
    if rule.unit == "percent":
        return figure.value, figure.step
    if figure.base is not None and not rule.things:
        return figure.base, 1.0
    return figure.count, max(1.0, figure.step)
