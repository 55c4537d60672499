"""How far the round has come below one unit, from the board, the schedule and today's date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from service.consolidate.coverage import coverage, covered
from service.consolidate.patterns import frequent_gaps
from service.errors import UsageError
from service.gaps import owes, usable
from service.model.city import CoverageRow, Group
from service.model.examination import Severity
from service.model.progress import Count, Progress, ProgressRow, Timing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from service.model.examination import Finding
    from service.model.rulebook import Round
    from service.model.standing import Board, Standing
    from service.model.unit import Registry

_REPORTS = (Group.COMPLETE, Group.GAPS)
_LEVELS = ("city", "district", "commune", "base")
_SECTION = "section."


def progress(board: Board, registry: Registry, unit_id: str, gathered: Round, today: date) -> Progress:
    """How far the units below one unit have come.

    Raises:
        UsageError: there is no such unit, or none below it.
    """
    unit = registry.get(unit_id)
    if unit is None:
        raise UsageError("city_report.unknown_unit", unit=unit_id)
    below = coverage(board, registry, unit_id).rows
    if not below:
        raise UsageError("city_report.nobody_below", unit=unit_id)
    rows = tuple(_row(row, gathered, today) for row in below)
    judged = [row for row in rows if row.group in _REPORTS]
    found = frequent_gaps([_left(row) for row in judged])
    return Progress(
        unit, today, rows,
        levels=_levels(rows),
        places=_places(rows, registry, unit_id),
        missing=tuple(gap for gap in found if gap.code.startswith(_SECTION)),
        findings=tuple(gap for gap in found if not gap.code.startswith(_SECTION)),
        judged=len(judged),
    )  # fmt: skip


def of_unit(board: Board, unit_id: str, gathered: Round, today: date) -> ProgressRow | None:
    """How one unit itself stands; None where it neither owes nor sent anything."""
    standing = board.of(unit_id)
    if standing is None:
        return None
    return _row(covered(standing.unit, 1, standing), gathered, today)


def _row(row: CoverageRow, gathered: Round, today: date) -> ProgressRow:
    standing = row.standing
    due = tuple(one for one in _left_over(standing) if one.severity is not Severity.INFO)
    sent = _sent(standing)
    last = row.unit.deadline
    return ProgressRow(
        row.unit, row.depth, row.group,
        _timing(sent, last, today) if owes(row.unit, gathered) else Timing.EXEMPT,
        standing,
        sent=sent,
        days=max(((sent or today) - last).days, 0) if last else 0,
        versions=_versions(standing),
        due=due,
        waived=standing.waiving.count,
    )  # fmt: skip


def _timing(sent: date | None, last: date | None, today: date) -> Timing:
    if sent is None:
        return Timing.OVERDUE if last and today > last else Timing.AWAITED
    if last is None:
        return Timing.SENT
    return Timing.LATE if sent > last else Timing.IN_TIME


def _sent(standing: Standing) -> date | None:
    """The day of the first report of this round; of a file that still waits for its answer, while there is none."""
    reports = [one for one in standing.submissions if usable(one)]
    reports = reports or [one for one in standing.submissions if one.examination is None]
    days = [day for one in reports if (day := _day(one.claim.received))]
    return min(days, default=None)


def _day(received: str) -> date | None:
    try:
        return date.fromisoformat(received[:10])
    except ValueError:
        return None


def _versions(standing: Standing) -> int:
    return max((lineage.version.number for lineage in standing.lineages), default=len(standing.submissions))


def _left_over(standing: Standing) -> tuple[Finding, ...]:
    return standing.waiving.due(standing.examination.findings) if standing.examination else ()


def _left(row: ProgressRow) -> CoverageRow:
    """The row as if nothing had been found that reviewers accepted."""
    latest = row.standing.latest
    if latest is not None and latest.examination is not None:
        latest = replace(latest, examination=replace(latest.examination, findings=row.due))
    return CoverageRow(row.unit, row.depth, row.group, replace(row.standing, latest=latest))


def _levels(rows: Sequence[ProgressRow]) -> tuple[Count, ...]:
    counts = _counted(rows, lambda row: row.unit.level)
    order = {level: place for place, level in enumerate(_LEVELS)}
    return tuple(sorted(counts, key=lambda count: order.get(count.name, len(order))))


def _places(rows: Sequence[ProgressRow], registry: Registry, unit_id: str) -> tuple[Count, ...]:
    parents = {unit.id: unit.parent for unit in registry.units}

    def place(row: ProgressRow) -> str:
        unit = row.unit.id
        for _ in range(row.depth - 1):
            unit = parents.get(unit) or unit_id
        return unit

    return _counted(rows, place)


def _counted(rows: Iterable[ProgressRow], name: Callable[[ProgressRow], str]) -> tuple[Count, ...]:
    found: dict[str, list[ProgressRow]] = {}
    for row in rows:
        if row.owes:
            found.setdefault(name(row), []).append(row)
    return tuple(Count(key, tuple(group)) for key, group in found.items())
