"""Sentences that two units can't both have written, or that a unit wrote of an earlier term."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from service.check.across.marks import PLENTY
from service.check.force import is_told
from service.check.wording import finding
from service.model.examination import Certainty

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from service.model.examination import Examination, Finding, Mark
    from service.model.rulebook import Rulebook
    from service.model.unit import Registry

_COMMON: Final = 4
"""What more units than this have in common was handed down to them."""
_SHOWN: Final = 3
_ENOUGH: Final = 2
"""So many marks are no chance, however little each holds."""


def copy_findings(
    own: Examination,
    speakers: Mapping[str, Examination],
    bearers: Mapping[str, Collection[str]],
    same_unit: Sequence[Examination],
    rulebook: Rulebook,
) -> Iterator[Finding]:
    """One finding for each unit, and for each earlier term of the own one, with which a report shares its marks."""
    if is_told(rulebook, "copy.other_unit"):
        yield from _of_others(own, speakers, bearers, rulebook)
    if is_told(rulebook, "copy.previous_term"):
        yield from _of_before(own, same_unit, rulebook)


def _of_others(
    own: Examination, speakers: Mapping[str, Examination], bearers: Mapping[str, Collection[str]], rulebook: Rulebook
) -> Iterator[Finding]:
    unit = own.unit.id if own.unit else ""
    shared: dict[str, list[Mark]] = defaultdict(list)
    for mark in own.marks:
        others = bearers.get(mark.key, ())
        if len({*others, unit}) > _COMMON:
            continue
        for other in others:
            if not _are_kin(unit, other, rulebook.registry):
                shared[other].append(mark)
    telling = [(other, marks) for other, marks in shared.items() if _tells(marks)]
    telling.sort(key=lambda one: (-len(one[1]), one[0]))
    for other, marks in telling[:_SHOWN]:
        source = speakers[other]
        if source.file.sha256 != own.file.sha256:
            yield _finding(rulebook, "copy.other_unit", marks, source.unit.name if source.unit else other)


def _of_before(own: Examination, same_unit: Sequence[Examination], rulebook: Rulebook) -> Iterator[Finding]:
    """Held against each report of the unit that sums up an earlier term."""
    told = set()
    for other in same_unit:
        before, now = other.terms.closing, own.terms.closing
        if before is None or now is None or before >= now or before in told:
            continue
        keys = {mark.key for mark in other.marks}
        marks = [mark for mark in own.marks if mark.key in keys]
        if _tells(marks):
            told.add(before)
            yield _finding(rulebook, "copy.previous_term", marks, before)


def _tells(marks: Sequence[Mark]) -> bool:
    return len(marks) >= _ENOUGH or any(mark.weight >= PLENTY for mark in marks)


def _finding(rulebook: Rulebook, code: str, marks: Sequence[Mark], name: str) -> Finding:
    first = max(marks, key=lambda mark: (mark.weight, -mark.paragraph))
    return finding(
        rulebook, code, quote=first.quote, paragraph=first.paragraph, certainty=Certainty.CHECK,
        name=name, count=len(marks),
    )  # fmt: skip


def _are_kin(one: str, other: str, registry: Registry) -> bool:
    """Whether one unit is the other, lies above it, or went into it: they may well tell the same."""
    if one == other or one.startswith(f"{other}.") or other.startswith(f"{one}."):
        return True
    first, second = registry.get(one), registry.get(other)
    heirs = [unit.successor or unit.id for unit in (first, second) if unit]
    return len(heirs) == 2 and heirs[0] == heirs[1]
