"""Which findings a reviewer has accepted, and which waivers no longer hold."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from service.model.waiver import Lapse, Lapsed, Waiving
from service.rounds.fingerprint import marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from service.model.examination import Finding
    from service.model.waiver import Mark, Waiver


def waive(findings: Sequence[Finding], waivers: Iterable[Waiver], today: date) -> Waiving:
    """Lay the waivers of a unit beside the findings of its report.

    A waiver holds for its finding alone and to its last day. Where several findings have one fingerprint, it holds
    for one of them only if it says which, and if there are as many as it says: else nobody knows which was meant.

    Args:
        findings: of the report that speaks for the unit.
        waivers: of that unit; a later one for the same finding replaces an earlier one.
        today: waivers whose last day is before it have expired.
    """
    named = marks(findings)
    places = _places(named)
    accepted: list[Waiver | None] = [None] * len(named)
    lapsed: list[Lapsed] = []
    proposals: list[Waiver] = []
    for waiver in waivers:
        found = places.get(waiver.finding, ())
        if waiver.proposed:
            proposals.append(waiver)
        elif waiver.until is not None and waiver.until < today:
            lapsed.append(Lapsed(waiver, Lapse.EXPIRED, named[found[0]].id if len(found) == 1 else ""))
        elif len(found) == 1:
            accepted[found[0]] = waiver
        else:
            lapsed.append(_without_place(waiver, named, several=len(found) > 1))
    decided = [one for one in proposals if not _decided(one, places, accepted)]
    return Waiving(named, tuple(accepted), tuple(lapsed), tuple(decided))


def same_waiver(one: Waiver, other: Waiver) -> bool:
    """Whether both are one waiver, seen again: what comes with a file comes with every later version of it, too."""
    return (one.unit, one.finding, one.by, one.reason, one.given, one.origin) == (
        other.unit, other.finding, other.by, other.reason, other.given, other.origin
    )  # fmt: skip


def in_force(waivers: Iterable[Waiver]) -> dict[str, list[Waiver]]:
    """Waivers that weren't taken back, by unit, in the order in which they were given."""
    found: dict[str, list[Waiver]] = defaultdict(list)
    for waiver in waivers:
        if not waiver.withdrawn:
            found[waiver.unit].append(waiver)
    return found


def told(waiving: Waiving) -> str:
    """16 hexadecimal digits of what a report says of its waivers; empty where it says nothing."""
    if not (waiving.count or waiving.lapsed or waiving.proposals):
        return ""
    said = (waiving.accepted, waiving.lapsed, waiving.proposals)
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _places(named: Sequence[Mark]) -> dict[str, list[int]]:
    """Which findings a text may name: an id, or a fingerprint or its short form, of one or of several."""
    found: dict[str, list[int]] = defaultdict(list)
    for position, mark in enumerate(named):
        for name in {mark.id, mark.id.partition("-")[0], mark.fingerprint}:
            found[name].append(position)
    return found


def _without_place(waiver: Waiver, named: Sequence[Mark], *, several: bool) -> Lapsed:
    if several:
        return Lapsed(waiver, Lapse.UNCLEAR)
    stem = waiver.finding.partition("-")[0]
    equals = Counter(mark.id.partition("-")[0] for mark in named)
    if equals[stem]:
        return Lapsed(waiver, Lapse.UNCLEAR)  # there were more of them, or fewer, when it was given
    kin = [mark.id for mark in named if waiver.kin and mark.kin == waiver.kin]
    return Lapsed(waiver, Lapse.CHANGED, kin[0]) if kin else Lapsed(waiver, Lapse.GONE)


def _decided(proposal: Waiver, places: dict[str, list[int]], accepted: Sequence[Waiver | None]) -> bool:
    found = places.get(proposal.finding, ())
    return bool(found) and all(accepted[position] is not None for position in found)
