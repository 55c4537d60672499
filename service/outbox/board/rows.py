"""What the dashboard shows of the whole round: a row for each unit, counts and bars."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from service.model.examination import SECTIONS
from service.outbox.board.signs import (
    SEGMENTS,
    SIGNS,
    accepted,
    doubtful,
    note,
    signs,
    standing_label,
    state_of,
    statuses,
    to_mend,
)
from service.outbox.board.text import gap_report, href, short_name, unit_page
from service.outbox.phrasing.names import Names
from service.outbox.phrasing.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.model.standing import Board, Standing
    from service.model.unit import Registry, Unit
    from service.words import Words

STATUSES = ("missing", "thin", "accepted", "present")
DIRECT = "-"
"""Key of the group of the top unit and the bodies that stand directly below it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One unit in the table."""

    id: str
    name: str
    group: str
    """Key of its group."""
    place: str
    """Name of its group; empty where that says nothing new."""
    level: str
    state: str
    """One of SEGMENTS."""
    label: str
    """Key of the exact answer."""
    sections: tuple[str, ...]
    """Status of each required section; "none" where there's nothing to judge."""
    findings: int
    """How many things are to mend; notes and what is accepted not counted."""
    doubts: int
    """How many points a person has to check."""
    waived: int
    """How many points are accepted."""
    received: str
    """Seconds that sort; empty while nothing came."""
    day: str
    report: str
    """Address of its gap report; empty while there's none."""
    note: str
    """What else a reader should know."""
    terms: str
    """Further words by which a search finds it."""
    signs: tuple[str, ...] = ()
    """Those of SIGNS that hold."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar, in percent of its length."""

    kind: str
    count: int
    start: str
    width: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart."""

    key: str
    name: str
    total: int
    counts: dict[str, int]
    segments: tuple[Segment, ...]
    page: str = ""
    """Address of the page that tells more."""

    @property
    def sent(self) -> int:
        """How many units of it sent something."""
        return self.total - self.counts.get("missing", 0)


class Groups:
    """Which district every unit belongs to."""

    def __init__(self, registry: Registry, words: Words) -> None:
        self._units = {unit.id: unit for unit in registry.units}
        self._parents = {unit.parent for unit in registry.units}
        self._top = registry.top
        self._words = words

    def key(self, unit: Unit) -> str:
        """Id of the district above a unit (or the unit itself), or DIRECT."""
        seen = {unit.id}
        while unit.parent in self._units and self._units[unit.parent].parent in self._units:
            if unit.parent in seen:
                break
            unit = self._units[unit.parent]
            seen.add(unit.id)
        stands_alone = unit.parent is not None and (unit.level == "district" or unit.id in self._parents)
        return unit.id if stands_alone else DIRECT

    def name(self, key: str) -> str:
        """What a group is called."""
        if key in self._units:
            return short_name(self._units[key])
        name = short_name(self._top) if self._top else self._words.say("dashboard.association")
        return self._words.say("dashboard.groups.direct", name=name)


def rows(board: Board, groups: Groups, words: Words, made: str) -> tuple[Row, ...]:
    """A row for every standing, in the order of the board."""
    return tuple(_row(standing, groups, words, made) for standing in board.standings)


def group_bars(table: Sequence[Row], groups: Groups) -> tuple[Bar, ...]:
    """How far each district has come, in the order of the table; its counts are of SEGMENTS and SIGNS."""
    members: dict[str, list[Row]] = {}
    for row in table:
        members.setdefault(row.group, []).append(row)
    listed = {row.id for row in table}
    return tuple(
        bar(key, groups.name(key), counted(of), SEGMENTS, href(unit_page(key)) if key in listed else "")
        for key, of in members.items()
    )


def counted(table: Sequence[Row]) -> Counter[str]:
    """How many units stand in each state, and how many bear each sign."""
    return Counter(kind for row in table for kind in (row.state, *row.signs))


def section_bars(table: Sequence[Row], words: Words) -> tuple[Bar, ...]:
    """Which of the required sections reports lack, the one most often missing first."""
    judged = [row.sections for row in table if row.state in ("complete", "gaps")]
    names = Names(words)
    bars = [
        bar(section, names.section(section), Counter(one[place] for one in judged), STATUSES)
        for place, section in enumerate(SECTIONS)
    ]
    return tuple(sorted(bars, key=lambda one: (-one.counts["missing"], -one.counts["thin"])))


def bar(key: str, name: str, tally: Counter[str], order: Sequence[str], page: str = "") -> Bar:
    """A bar of the kinds in `order`."""
    counts = {kind: tally[kind] for kind in order}
    total = sum(counts.values())
    return Bar(key, name, total, counts | {sign: tally[sign] for sign in SIGNS}, tuple(_segments(counts, total)), page)


def _row(standing: Standing, groups: Groups, words: Words, made: str) -> Row:
    unit, label = standing.unit, standing_label(standing)
    group = groups.key(unit)
    return Row(
        id=unit.id,
        name=short_name(unit),
        group=group,
        place="" if group in (DIRECT, unit.id) else groups.name(group),
        level=unit.level,
        state=state_of(label),
        label=label,
        sections=statuses(standing.examination, standing.waiving),
        findings=to_mend(standing.examination, standing.waiving),
        doubts=doubtful(standing.examination, standing.waiving),
        waived=accepted(standing),
        received=_moment(standing.received or ""),
        day=short_date(standing.received or "", words),
        report=gap_report(standing.latest),
        note=note(standing, words, made),
        terms=" ".join((*unit.aliases, *(PurePath(one.claim.name).stem for one in standing.submissions))),
        signs=signs(standing, made),
    )


def _moment(received: str) -> str:
    """A moment that sorts: offices in one ledger share an offset, but its clock may have changed."""
    try:
        return f"{datetime.fromisoformat(received).timestamp():.0f}"
    except ValueError:
        return ""


def _segments(counts: dict[str, int], total: int) -> Iterator[Segment]:
    start = 0
    for kind, count in counts.items():
        if count:
            yield Segment(kind, count, f"{100 * start / total:.2f}", f"{100 * count / total:.2f}")
            start += count
