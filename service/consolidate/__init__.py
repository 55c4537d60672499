"""Gathers what the units below one unit report: coverage, figures, their own words, shared gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.consolidate.coverage import coverage
from service.consolidate.doubts import doubts
from service.consolidate.figures import ADDITIVE, indicator_tables
from service.consolidate.patterns import authority_uses, frequent_gaps
from service.consolidate.voices import chapters
from service.errors import UsageError
from service.model.city import CityReport, Group
from service.model.rulebook import Outliers

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from service.model.city import Extract
    from service.model.standing import Board
    from service.model.unit import Registry

AUTHORITIES = ("nq29", "kl49", "ct11", "ctr76", "nq45")


def consolidate(
    board: Board,
    registry: Registry,
    unit_id: str,
    extracts: Mapping[int, Extract],
    *,
    indicators: Sequence[str] = (),
    authorities: Sequence[str] = AUTHORITIES,
    additive: Collection[str] = ADDITIVE,
    outliers: Outliers = Outliers(),  # noqa: B008 - a value that nobody can change
) -> CityReport:
    """Sum up the subtree below a unit.

    Args:
        board: Who has sent what.
        registry: All units.
        unit_id: The unit that consolidates; its own report is no part of the sum.
        extracts: The words of each usable report, by the id of its claim.
        indicators: Order in which indicators are told; others follow.
        authorities: Authorities that every report should cite, in order; others that are cited follow.
        additive: Units of measure whose figures may be added.
        outliers: From when on a figure is far from those of other units.

    Raises:
        UsageError: there is no such unit, or none below it.
    """
    unit = registry.get(unit_id)
    if unit is None:
        raise UsageError("city_report.unknown_unit", unit=unit_id)
    reach = coverage(board, registry, unit_id)
    if not reach.rows:
        raise UsageError("city_report.nobody_below", unit=unit_id)
    summed = reach.of(Group.COMPLETE, Group.GAPS)
    tables = indicator_tables(reach, order=indicators, additive=additive)
    return CityReport(
        unit,
        reach,
        tables=tables,
        chapters=chapters(summed, extracts),
        authorities=authority_uses(summed, authorities),
        gaps=frequent_gaps(summed),
        doubts=doubts(reach, tables, outliers, additive),
    )
