"""Findings of one cause are one point: grouped and counted alike in every output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.examination import Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.model.examination import Examination, Finding
    from service.model.waiver import Waiving

MOST_PLACES = 8
"""Of more places where the same is to be mended, a list tells how many more there are."""
_SECTION = "section."
_SPIRIT, _SPIRIT_NAMED = "resolution29_alignment", "nq29"


def points(findings: Iterable[Finding], *severities: Severity) -> int:
    """How many points the findings of some severities (of all where none is named) make on a gap report."""
    found = tuple(findings)
    wanted = severities or tuple(Severity)
    return sum(len(of_one_cause([one for one in found if one.severity is severity])) for severity in wanted)


def accepted_points(findings: Sequence[Finding], waiving: Waiving) -> int:
    """How many points of a report are accepted."""
    return points(finding for position, finding in enumerate(findings) if waiving.of(position) is not None)


def accepted_sections(examination: Examination, waiving: Waiving) -> tuple[str, ...]:
    """The required sections that are lacking, and of which a reviewer has accepted that."""
    due = {one.section for one in waiving.due(examination.findings) if one.code.startswith(_SECTION)}
    known = {one.section for one in examination.findings if one.code.startswith(_SECTION)} - due
    return tuple(one.id for one in examination.sections if one.status is not Status.PRESENT and one.id in known)


def numbered(findings: Sequence[Finding], waiving: Waiving) -> list[int]:
    """The number of each finding's point on the gap report: graver ones first, what is accepted at the end."""
    due = [finding for position, finding in enumerate(findings) if waiving.of(position) is None]
    accepted = [finding for position, finding in enumerate(findings) if waiving.of(position) is not None]
    shelves = [*([one for one in due if one.severity is severity] for severity in Severity), accepted]
    groups = [group for shelf in shelves for group in of_one_cause(shelf)]
    numbers = {id(finding): number for number, group in enumerate(groups, 1) for finding in group}
    return [numbers[id(finding)] for finding in findings]


def of_one_cause(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings that are mended together, in the order of the first of each."""
    spirit = any(one.section == _SPIRIT and one.code.startswith(_SECTION) for one in findings)
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.code.startswith(_SECTION) or (spirit and names_the_spirit(finding)):
            # A section that isn't there and the document that it is about are one thing to write.
            cause = ("section", finding.section or _SPIRIT)
        else:
            cause = (finding.code, "")
        groups.setdefault(cause, []).append(finding)
    return list(groups.values())


def names_the_spirit(finding: Finding) -> bool:
    """Whether it is about the one document that a required section is about."""
    return finding.code == "authority.missing" and finding.authority == _SPIRIT_NAMED
