"""What many reports have in common: the authorities they cite, the gaps they share."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from service.model.city import AuthorityUse, FrequentGap
from service.model.examination import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.city import CoverageRow
    from service.model.examination import Finding
    from service.model.unit import Unit


def authority_uses(summed: Sequence[CoverageRow], required: Sequence[str]) -> tuple[AuthorityUse, ...]:
    """Each required authority, then each other that a report cites, with the units that do and don't."""
    cited = dict.fromkeys(required)
    for row in summed:
        cited |= dict.fromkeys(_citations(row))
    return tuple(_use(name, summed) for name in cited)


def _citations(row: CoverageRow) -> dict[str, str]:
    answer = row.standing.examination
    return {one.id: one.status for one in answer.authorities} if answer else {}


def _use(name: str, summed: Sequence[CoverageRow]) -> AuthorityUse:
    by_status: dict[str | None, list[Unit]] = defaultdict(list)
    for row in summed:
        by_status[_citations(row).get(name)].append(row.unit)
    return AuthorityUse(name, tuple(by_status["correct"]), tuple(by_status["misquoted"]), tuple(by_status[None]))


def frequent_gaps(summed: Sequence[CoverageRow]) -> tuple[FrequentGap, ...]:
    """Findings that ask for something, grouped over units, the commonest first; of equals the graver first."""
    units: dict[tuple[str | None, ...], dict[str, Unit]] = defaultdict(dict)
    first: dict[tuple[str | None, ...], Finding] = {}
    for row in summed:
        for finding in row.standing.examination.findings if row.standing.examination else ():
            if finding.severity is Severity.INFO:
                continue
            section = finding.section if finding.code.startswith("section.") else None
            key = (finding.code, section, finding.part, finding.authority)
            units[key][row.unit.id] = row.unit
            first.setdefault(key, finding)
    order = sorted(units, key=lambda key: (-len(units[key]), first[key].severity is not Severity.ERROR))
    return tuple(_gap(key, first[key], units[key]) for key in order)


def _gap(key: tuple[str | None, ...], finding: Finding, units: dict[str, Unit]) -> FrequentGap:
    _, section, part, authority = key
    return FrequentGap(finding.code, tuple(units.values()), section, part, authority, finding.message)
