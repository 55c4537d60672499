"""Indicator tables: what may be added is added, with what it was added from; the rest stands side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.city import Figure, FigureRow, Group, IndicatorTable, Span, Total

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from service.model.city import Coverage, CoverageRow
    from service.model.examination import Indicator

ADDITIVE = frozenset({"person", "count", "VND"})
"""Units of measure whose figures may be added; anything else (percent, unknown ones) never is."""
KINDS = ("result", "target", "goal")
_UNDATED = 9999


def indicator_tables(
    reach: Coverage, order: Sequence[str] = (), additive: Collection[str] = ADDITIVE
) -> tuple[IndicatorTable, ...]:
    """One table for each indicator that at least one summed-up report gives."""
    told = dict.fromkeys(one.id for row in reach.rows for one in _given(row))
    named = [*(name for name in order if name in told), *(name for name in told if name not in order)]
    return tuple(_table(name, reach, additive) for name in named)


def _given(row: CoverageRow) -> tuple[Indicator, ...]:
    answer = row.standing.examination
    return answer.indicators if answer is not None and row.group in (Group.COMPLETE, Group.GAPS) else ()


def _table(name: str, reach: Coverage, additive: Collection[str]) -> IndicatorTable:
    rows = tuple(_row(name, row) for row in reach.rows)
    measures = {figure.measure for row in rows for figure in _figures(row)}
    measure = measures.pop() if len(measures) == 1 else ""
    direct = [row for row in rows if row.depth == 1]
    if measure in additive:
        totals = (_total(kind, direct) for kind in KINDS)
        return IndicatorTable(name, measure, rows, totals=tuple(total for total in totals if total))
    spans = (_span(kind, direct) for kind in KINDS) if measure else ()
    return IndicatorTable(name, measure, rows, spans=tuple(span for span in spans if span))


def _figures(row: FigureRow) -> Iterable[Figure]:
    return (figure for figure in (row.result, row.target, row.goal) if figure)


def _row(name: str, row: CoverageRow) -> FigureRow:
    found = {kind: _one([one for one in _given(row) if (one.id, one.kind) == (name, kind)]) for kind in KINDS}
    figures = {kind: figure for kind, (figure, _) in found.items()}
    unclear = tuple(kind for kind, (_, several) in found.items() if several)
    return FigureRow(row.unit, row.depth, figures["result"], figures["target"], figures["goal"], unclear)


def _one(given: Sequence[Indicator]) -> tuple[Figure | None, bool]:
    """The newest figure, and whether newest figures contradict each other (then none is used)."""
    if not given:
        return None, False
    newest = _newest(given)
    if len({(one.value, one.unit) for one in newest}) > 1:
        return None, True
    exact = min(newest, key=lambda one: one.approximate)
    return Figure(exact.value, exact.unit, exact.quote, exact.paragraph, exact.as_of, exact.approximate), False


def rivals(name: str, kind: str, row: CoverageRow) -> list[Indicator]:
    """The newest figures that a report gives of an indicator, each value once."""
    given = [one for one in _given(row) if (one.id, one.kind) == (name, kind)]
    return list({(one.value, one.unit): one for one in reversed(_newest(given))}.values())[::-1]


def _newest(given: Sequence[Indicator]) -> list[Indicator]:
    """An undated figure is the state at the end of the term, so the newest."""
    last = max((year_of(one.as_of) or _UNDATED for one in given), default=_UNDATED)
    return [one for one in given if (year_of(one.as_of) or _UNDATED) == last]


def year_of(as_of: str | None) -> int:
    """The last year that a date names; 0 where there is none."""
    digits = "".join(letter if letter.isdigit() else " " for letter in as_of or "").split()
    return max((int(word) for word in digits if len(word) == 4), default=0)


def _total(kind: str, direct: Sequence[FigureRow]) -> Total | None:
    """The sum over the units directly below: their own units are contained in what they report."""
    given = [(row.unit.id, figure) for row in direct if (figure := row.kind(kind))]
    if not given:
        return None
    dates = dict.fromkeys(figure.as_of for _, figure in given if figure.as_of)
    return Total(
        kind,
        value=sum(figure.value for _, figure in given),
        approximate=any(figure.approximate for _, figure in given),
        units=tuple(unit for unit, _ in given),
        expected=len(direct),
        as_of=tuple(sorted(dates)),
    )


def _span(kind: str, direct: Sequence[FigureRow]) -> Span | None:
    values = [figure.value for row in direct if (figure := row.kind(kind))]
    return Span(kind, min(values), max(values), len(values), len(direct)) if values else None
