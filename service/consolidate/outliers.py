"""Results that lie far from those of the other units of the same level, by medians: one slip doesn't shift them."""

from __future__ import annotations

import math
from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

from service.model.city import Doubt, Figure, Questioned, Why

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from service.model.city import IndicatorTable
    from service.model.rulebook import Outliers

_SIGMA = 1.4826
"""So many median deviations are one standard deviation of figures that scatter as usual."""
_SIZED = 3
"""From so many counts a unit's size can be told; with fewer it is taken to be like the others."""


def far_off(tables: Sequence[IndicatorTable], rule: Outliers, additive: Collection[str]) -> list[Doubt]:
    """Results that are far from those of the other units of the same level.

    Counts are held against each other by times, after what the unit's own size makes of all of its counts is taken
    out; percentages by points. Far is more than `rule.score` usual deviations, and more than a least distance.

    Args:
        tables: The figures.
        rule: How far off is far.
        additive: Units of measure of counts.
    """
    found: list[Doubt] = []
    for depth, level in sorted({(row.depth, row.unit.level) for table in tables for row in table.rows}):
        columns = {
            table.indicator: {
                row.unit.id: row.result
                for row in table.rows
                if row.result and (row.depth, row.unit.level) == (depth, level)
            }
            for table in tables
            if table.measure
        }
        counts = {name: _counted(given) for name, given in columns.items() if _measure(given) in additive}
        found += _judged(tables, columns, _sized(_least(counts, rule)), rule.score, math.log10(rule.times))
        rates = {name: _valued(given) for name, given in columns.items() if _measure(given) == "percent"}
        found += _judged(tables, columns, _least(rates, rule), rule.score, rule.points)
    return found


def _measure(given: Mapping[str, Figure]) -> str:
    return next((figure.measure for figure in given.values()), "")


def _counted(given: Mapping[str, Figure]) -> dict[str, float]:
    """Orders of magnitude: units differ by times, not by so many."""
    return {unit: math.log10(figure.value) for unit, figure in given.items() if figure.value > 0}


def _valued(given: Mapping[str, Figure]) -> dict[str, float]:
    return {unit: figure.value for unit, figure in given.items()}


def _least(columns: Mapping[str, dict[str, float]], rule: Outliers) -> dict[str, dict[str, float]]:
    return {name: given for name, given in columns.items() if len(given) >= rule.units}


def _sized(columns: Mapping[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The same without what each unit's own size makes of all of its counts: an island district is small in each."""
    by_unit: dict[str, list[float]] = defaultdict(list)
    for given in columns.values():
        middle = median(given.values())
        for unit, value in given.items():
            by_unit[unit].append(value - middle)
    size = {unit: median(found) if len(found) >= _SIZED else 0.0 for unit, found in by_unit.items()}
    return {name: {unit: value - size[unit] for unit, value in given.items()} for name, given in columns.items()}


def _judged(
    tables: Sequence[IndicatorTable],
    figures: Mapping[str, Mapping[str, Figure]],
    columns: Mapping[str, Mapping[str, float]],
    score: float,
    least: float,
) -> Iterator[Doubt]:
    for table in tables:
        given = columns.get(table.indicator, {})
        if not given:
            continue
        middle = median(given.values())
        spread = _SIGMA * median(abs(value - middle) for value in given.values())
        far = {unit for unit, value in given.items() if abs(value - middle) > max(score * spread, least)}
        told = figures[table.indicator]
        rows = [row for row in table.rows if row.unit.id in far]
        if rows:
            usual = median(figure.value for figure in told.values())
            named = tuple(Questioned(row.unit, (row.result,)) for row in rows if row.result)
            yield Doubt(Why.FAR, table.indicator, "result", named, middle=usual, compared=len(told))
