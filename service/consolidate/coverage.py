"""Which units of a subtree are in the sum, which aren't, and why."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from service.gaps import usable
from service.model.city import Coverage, CoverageRow, Group
from service.model.examination import Severity, Verdict
from service.model.standing import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.model.standing import Board, Standing
    from service.model.unit import Registry, Unit

_GROUPS = {
    Verdict.COMPLETE: Group.COMPLETE,
    Verdict.GAPS: Group.GAPS,
    Verdict.WRONG_KIND: Group.WRONG_KIND,
    Verdict.UNREADABLE: Group.UNREADABLE,
}


def coverage(board: Board, registry: Registry, unit_id: str) -> Coverage:
    """Every unit below `unit_id` that owes or sent a report, each below its parent."""
    rows = {standing.unit.id: standing for standing in board.standings}
    return Coverage(
        tuple(covered(unit, depth, rows[unit.id]) for unit, depth in subtree(registry, unit_id) if unit.id in rows)
    )


def subtree(registry: Registry, unit_id: str) -> Iterator[tuple[Unit, int]]:
    """The units below a unit with their depth, each followed by its own; a ring of parents is walked once."""
    children: dict[str | None, list[Unit]] = defaultdict(list)
    for unit in registry.units:
        children[unit.parent].append(unit)
    seen = {unit_id}
    todo = [(unit, 1) for unit in reversed(children[unit_id])]
    while todo:
        unit, depth = todo.pop()
        if unit.id in seen:
            continue
        seen.add(unit.id)
        yield unit, depth
        todo.extend((child, depth + 1) for child in reversed(children[unit.id]))


def covered(unit: Unit, depth: int, standing: Standing) -> CoverageRow:
    """How one unit stands in the sum."""
    group = _group(standing)
    return CoverageRow(unit, depth, group, standing, _reasons(standing, group))


def _group(standing: Standing) -> Group:
    if standing.state is State.MISSING:
        return Group.MISSING
    if standing.latest is None or standing.examination is None:
        return Group.OPEN
    group = _GROUPS[standing.examination.verdict]
    if group in (Group.COMPLETE, Group.GAPS) and not usable(standing.latest):
        return Group.OTHER_ROUND
    return group


def _reasons(standing: Standing, group: Group) -> tuple[str, ...]:
    """Messages of what must be mended; of a file that isn't summed up, everything that was found."""
    if standing.examination is None or group is Group.COMPLETE:
        return ()
    grave = [finding for finding in standing.examination.findings if finding.severity is Severity.ERROR]
    findings = standing.examination.findings if group is not Group.GAPS and not grave else grave
    return tuple(dict.fromkeys(finding.message for finding in findings))
