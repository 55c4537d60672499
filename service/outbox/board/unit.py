"""What the page of one unit shows: its answer, its sections, what to mend, everything it sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from service.model.examination import PARTS, SECTIONS
from service.outbox.board.findings import FindingView, WaiverView, findings, fixed, waivers
from service.outbox.board.history import Sent, history
from service.outbox.board.reminders import links
from service.outbox.board.rows import DIRECT
from service.outbox.board.signs import note, standing_label, state_of, statuses, to_mend
from service.outbox.board.text import Link, documents, short_name
from service.outbox.phrasing.names import Names
from service.outbox.phrasing.numbers import short_date
from service.outbox.phrasing.versions import since

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.model.examination import SectionAnswer
    from service.model.reminder import Draft
    from service.model.standing import Standing
    from service.model.submission import Submission
    from service.model.unit import Registry, Unit
    from service.words import Words

UP = "../../"
"""From a unit's page to the outbox."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """How a required section stands."""

    name: str
    status: str
    heading: str
    evidence: str
    parts: str
    near: str


@dataclass(frozen=True, slots=True)
class Below:
    """A unit below this one."""

    name: str
    page: str
    label: str
    state: str
    sections: tuple[str, ...]
    findings: int
    day: str


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a unit."""

    above: tuple[Unit, ...] = ()
    """Its superiors, highest first."""
    beside: tuple[Unit | None, Unit | None] = (None, None)
    """The units before and after it under the same superior."""
    below: tuple[Standing, ...] = ()
    group: str = ""
    """Key of the group in which the first page lists it."""
    letters: tuple[Draft, ...] = ()
    """Reminder letters that lie drafted and ask something of it."""


@dataclass(frozen=True, slots=True)
class UnitView:
    """Everything on a unit's page."""

    name: str
    association: str
    level: str
    above: tuple[Link, ...]
    before: Link | None
    after: Link | None
    label: str
    state: str
    summary: str
    told: tuple[str, ...]
    """What changed since the version before."""
    note: str
    kind: str
    inbox: str
    files: tuple[Link, ...]
    letters: tuple[Link, ...]
    """Reminder letters that lie drafted and ask something of it."""
    sections: tuple[SectionView, ...]
    findings: tuple[FindingView, ...]
    fixed: tuple[str, ...]
    """What was mended since the version before."""
    waivers: tuple[WaiverView, ...]
    history: tuple[Sent, ...]
    below: tuple[Below, ...]
    listed: str
    """Address of the list of units below it, where they are too many for this page."""
    count_below: int


def unit_view(standing: Standing, around: Around, registry: Registry, words: Words, *, most: int) -> UnitView:
    """The page of a unit; of units below it no more than `most` are listed."""
    unit, latest, answered = standing.unit, standing.latest, standing.examination
    label, lineage = standing_label(standing), standing.lineage(latest)
    level = f"dashboard.level.{unit.level}"
    return UnitView(
        name=short_name(unit),
        association=unit.association,
        level=words.say(level) if words.has(level) else unit.level,
        above=tuple(map(_link, around.above)),
        before=_link(around.beside[0]) if around.beside[0] else None,
        after=_link(around.beside[1]) if around.beside[1] else None,
        label=label,
        state=state_of(label),
        summary=_summary(latest, words),
        told=tuple(since(lineage, words)) if lineage else (),
        note=note(standing, words),
        kind=Names(words).kind(answered.kind.value) if answered and answered.kind and label == "wrong_kind" else "",
        inbox="/".join(unit.id.split(".")),
        files=documents(latest, words, UP) if latest else (),
        letters=links(around.letters, registry, words, UP),
        sections=tuple(_sections(standing, words)),
        findings=tuple(findings(standing, words)),
        fixed=fixed(lineage),
        waivers=tuple(waivers(standing, words)),
        history=tuple(history(standing, words, UP)),
        below=tuple(_below(one, words) for one in around.below) if len(around.below) <= most else (),
        listed=_list_address(around) if len(around.below) > most else "",
        count_below=len(around.below),
    )


def _link(unit: Unit) -> Link:
    return Link(short_name(unit), f"{unit.id}.html")


def _list_address(around: Around) -> str:
    return f"{UP}index.html#" + (urlencode({"group": around.group}) if around.group != DIRECT else "units")


def _summary(latest: Submission | None, words: Words) -> str:
    if latest is None:
        return words.say("dashboard.unit.missing")
    key = "taken" if latest.examination is None else "file"
    return words.say(f"dashboard.unit.{key}", file=latest.claim.name, day=short_date(latest.claim.received, words))


def _sections(standing: Standing, words: Words) -> Iterator[SectionView]:
    answered = standing.examination
    known = {section.id: section for section in answered.sections} if answered else {}
    for one, status in zip(SECTIONS, statuses(answered, standing.waiving), strict=True):
        if one in known:
            yield _section(known[one], status, words)


def _section(section: SectionAnswer, status: str, words: Words) -> SectionView:
    return SectionView(
        name=Names(words).section(section.id),
        status=status,
        heading=section.heading or "",
        evidence=section.evidence or "",
        parts=_parts(section, words),
        near="; ".join(section.near_misses),
    )


def _parts(section: SectionAnswer, words: Words) -> str:
    if section.parts is None:
        return ""
    names = [Names(words).part(part) for part in PARTS if part in section.parts]
    if not names:
        return words.say("dashboard.unit.parts_none")
    return words.say("dashboard.unit.parts", parts="; ".join(names))


def _below(standing: Standing, words: Words) -> Below:
    label = standing_label(standing)
    return Below(
        name=short_name(standing.unit),
        page=f"{standing.unit.id}.html",
        label=label,
        state=state_of(label),
        sections=statuses(standing.examination, standing.waiving),
        findings=to_mend(standing.examination, standing.waiving),
        day=short_date(standing.received or "", words),
    )
