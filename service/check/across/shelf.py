"""The answers of a workspace, laid out so that one report can be held against the others."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from service.check.across.children import child_findings
from service.check.across.copies import copy_findings
from service.model.examination import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from service.model.examination import Examination
    from service.model.rulebook import Rulebook

CODES = frozenset(["copy.other_unit", "copy.previous_term", "figure.children"])
"""The findings that are made here; a report's own findings have other codes."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is to compare with."""

    speakers: Mapping[str, Examination]
    """By unit: the report that speaks for it."""
    earlier: Mapping[str, tuple[Examination, ...]]
    """By unit: all its reports, of other terms too."""
    bearers: Mapping[str, frozenset[str]]
    """By a mark's key: the units whose speaking report bears it."""


def shelve(speakers: Iterable[Examination], every: Iterable[Examination] = ()) -> Shelf:
    """Lay out the reports that speak for their units, and all others besides."""
    by_unit = {one.unit.id: one for one in speakers if one.unit is not None and is_report(one)}
    earlier: dict[str, list[Examination]] = defaultdict(list)
    for one in every:
        if one.unit is not None and is_report(one):
            earlier[one.unit.id].append(one)
    bearers: dict[str, set[str]] = defaultdict(set)
    for unit, one in by_unit.items():
        for mark in one.marks:
            bearers[mark.key].add(unit)
    return Shelf(
        by_unit,
        {unit: tuple(found) for unit, found in earlier.items()},
        {key: frozenset(units) for key, units in bearers.items()},
    )


def compared(own: Examination, shelf: Shelf, rulebook: Rulebook) -> Examination:
    """A report's answer with what comparing finds in place of what an earlier comparison found.

    Depends on the reports alone, not on the order in which they came.
    """
    kept = tuple(finding for finding in own.findings if finding.code not in CODES)
    if own.unit is None or not is_report(own):
        return own if kept == own.findings else replace(own, findings=kept)
    unit = own.unit.id
    found = (
        *copy_findings(own, shelf.speakers, shelf.bearers, shelf.earlier.get(unit, ()), rulebook),
        *child_findings(own, shelf.speakers, rulebook),
    )
    return replace(own, findings=(*kept, *found))


def is_report(one: Examination) -> bool:
    """Whether an answer is that of a term report that could be read."""
    return one.verdict in (Verdict.COMPLETE, Verdict.GAPS)
