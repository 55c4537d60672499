"""Figures that a drafter must look at before relying on a total: left out of it, unlike its other parts, far off."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from service.consolidate.figures import KINDS, rivals, year_of
from service.consolidate.outliers import far_off
from service.model.city import Doubt, Figure, Group, Questioned, Why

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from service.model.city import Coverage, CoverageRow, FigureRow, IndicatorTable
    from service.model.examination import Finding, Indicator
    from service.model.rulebook import Outliers

_LEFT_OUT = {"figure.unit": Why.UNIT, "figure.conflict": Why.CONFLICT}


def doubts(
    reach: Coverage, tables: Sequence[IndicatorTable], rule: Outliers, additive: Collection[str]
) -> tuple[Doubt, ...]:
    """What to look at, by indicator in the order of the tables; figures of no table last.

    Args:
        reach: Who is summed up.
        tables: The figures.
        rule: How far off is far.
        additive: Units of measure whose figures may be added.
    """
    direct = {row.unit.id: row for row in reach.direct}
    far = far_off(tables, rule, additive)
    found: list[Doubt] = []
    for table in tables:
        mine = [one for one in far if one.indicator == table.indicator]
        found += [*_of_table(table, direct), *_faulted(table.indicator, [table], direct), *mine]
    names = dict.fromkeys(finding.indicator or "" for row in reach.direct for finding in _findings(row))
    for name in names:
        if name not in {table.indicator for table in tables}:
            found += _faulted(name, tables, direct)
    return tuple(found)


def _of_table(table: IndicatorTable, direct: Mapping[str, CoverageRow]) -> Iterator[Doubt]:
    rows = [row for row in table.rows if row.depth == 1]
    for kind in KINDS:
        given = [(row, figure) for row in rows if (figure := row.kind(kind))]
        several = [
            Questioned(row.unit, tuple(map(_figure, rivals(table.indicator, kind, direct[row.unit.id]))))
            for row in rows
            if kind in row.unclear
        ]
        yield from _doubt(Why.CONFLICT, table.indicator, kind, several)
        if not table.measure:
            yield from _doubt(Why.MEASURE, table.indicator, kind, _all(given))
        if table.total(kind) is not None:
            yield from _doubt(Why.ABOUT, table.indicator, kind, _all(one for one in given if one[1].approximate))
            usual, other = _other_years(given)
            yield from _doubt(Why.DATE, table.indicator, kind, _all(other), usual=str(usual))


def _doubt(why: Why, indicator: str, kind: str, given: Sequence[Questioned], usual: str = "") -> Iterator[Doubt]:
    if given:
        yield Doubt(why, indicator, kind, tuple(given), usual)


def _all(given: Iterable[tuple[FigureRow, Figure]]) -> list[Questioned]:
    return [Questioned(row.unit, (figure,)) for row, figure in given]


def _figure(one: Indicator) -> Figure:
    return Figure(one.value, one.unit, one.quote, one.paragraph, one.as_of, one.approximate)


def _other_years(given: Sequence[tuple[FigureRow, Figure]]) -> tuple[int, list[tuple[FigureRow, Figure]]]:
    """The year of most figures, the later of two as common, and the figures of other years; undated ones left out."""
    dated = [(row, figure, year) for row, figure in given if (year := year_of(figure.as_of))]
    counts = Counter(year for _, _, year in dated)
    usual = max(counts, key=lambda year: (counts[year], year), default=0)
    return usual, [(row, figure) for row, figure, year in dated if year != usual]


def _findings(row: CoverageRow) -> Iterator[Finding]:
    """What the check found against figures of a report that is summed up; such figures are in no table."""
    answer = row.standing.examination
    if answer is not None and row.group in (Group.COMPLETE, Group.GAPS):
        yield from (finding for finding in answer.findings if finding.code in _LEFT_OUT and finding.quote)


def _faulted(name: str, tables: Sequence[IndicatorTable], direct: Mapping[str, CoverageRow]) -> Iterator[Doubt]:
    told = {row.unit.id for table in tables if table.indicator == name for row in table.rows if row.unclear}
    by_why: dict[Why, list[Questioned]] = defaultdict(list)
    for row in direct.values():
        for finding in _findings(row):
            why = _LEFT_OUT[finding.code]
            if (finding.indicator or "") == name and not (why is Why.CONFLICT and row.unit.id in told):
                other = finding.expected if why is Why.CONFLICT else ""
                by_why[why].append(Questioned(row.unit, (), finding.quote or "", finding.paragraph, other))
    for why, given in by_why.items():
        yield Doubt(why, name, "", tuple(given))
