"""What the dashboard shows of the whole round: a row for each unit, counts and bars."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from service.gaps import usable
from service.model.examination import SECTIONS, Severity, Verdict
from service.outbox.board_text import day, gap_report, href, short_name, unit_page
from service.outbox.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.model.examination import Examination
    from service.model.standing import Board, Standing
    from service.model.submission import Submission
    from service.model.unit import Registry, Unit
    from service.words import Words

STATES = ("complete", "gaps", "unusable", "missing")
"""The four answers that the page counts; a file that waits to be read ("taken") has none yet."""
SEGMENTS = ("complete", "gaps", "unusable", "taken", "missing")
"""States in the order in which a bar shows them."""
STATUSES = ("missing", "thin", "present")
_STATE_OF = {"wrong_kind": "unusable", "unreadable": "unusable", "other_round": "unusable"}
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
    """Key of the exact answer: complete, gaps, wrong_kind, unreadable, other_round, taken, missing."""
    sections: tuple[str, ...]
    """Status of each required section; "none" where there's nothing to judge."""
    findings: int
    """How many things are to mend; notes not counted."""
    received: str
    """ISO 8601; empty while nothing came."""
    day: str
    report: str
    """Address of its gap report; empty while there's none."""
    note: str
    """What else a reader should know."""
    terms: str
    """Further words by which a search finds it."""


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


def answer(submission: Submission | None) -> str:
    """Key of how a submission stands, in the finest words that the page has."""
    if submission is None:
        return "missing"
    if submission.examination is None:
        return "taken"
    verdict = submission.examination.verdict
    readable = verdict in (Verdict.COMPLETE, Verdict.GAPS)
    return "other_round" if readable and not usable(submission) else verdict.value


def state_of(label: str) -> str:
    """The answer that the page counts, from the exact one."""
    return _STATE_OF.get(label, label)


def statuses(answered: Examination | None) -> tuple[str, ...]:
    """Status of each required section; "none" where there's nothing to judge."""
    known = {section.id: section.status.value for section in answered.sections} if answered else {}
    return tuple(known.get(section, "none") for section in SECTIONS)


def to_mend(answered: Examination | None) -> int:
    """How many findings ask for a change."""
    return sum(finding.severity is not Severity.INFO for finding in answered.findings) if answered else 0


def note(standing: Standing, words: Words, made: str = "") -> str:
    """What the answer alone doesn't tell: a newer file, or a deadline."""
    newer = standing.note_latest
    if newer is not None:
        kind = "newer_open" if newer.examination is None else "newer_unusable"
        return words.say(f"dashboard.table.{kind}", file=newer.claim.name)
    due = standing.unit.deadline
    if due is None or standing.latest is not None:
        return ""
    kind = "overdue" if made[:10] > due.isoformat() else "deadline"
    return words.say(f"dashboard.table.{kind}", day=f"{due:%d/%m/%Y}")


def group_bars(table: Sequence[Row], groups: Groups) -> tuple[Bar, ...]:
    """How far each district has come, in the order of the table."""
    members: dict[str, list[str]] = {}
    for row in table:
        members.setdefault(row.group, []).append(row.state)
    listed = {row.id for row in table}
    return tuple(
        bar(key, groups.name(key), Counter(states), SEGMENTS, href(unit_page(key)) if key in listed else "")
        for key, states in members.items()
    )


def section_bars(table: Sequence[Row], words: Words) -> tuple[Bar, ...]:
    """Which of the required sections reports lack, the one most often missing first."""
    judged = [row.sections for row in table if row.state in ("complete", "gaps")]
    names = Names(words)
    bars = [
        bar(section, names.section(section), Counter(one[place] for one in judged), STATUSES)
        for place, section in enumerate(SECTIONS)
    ]
    return tuple(sorted(bars, key=lambda one: (-one.counts["missing"], -one.counts["thin"])))


def bar(key: str, name: str, counted: Counter[str], order: Sequence[str], page: str = "") -> Bar:
    """A bar of the counted kinds."""
    counts = {kind: counted[kind] for kind in order}
    total = sum(counts.values())
    return Bar(key, name, total, counts, tuple(_segments(counts, total)), page)


def _row(standing: Standing, groups: Groups, words: Words, made: str) -> Row:
    unit, label = standing.unit, answer(standing.latest)
    group = groups.key(unit)
    return Row(
        id=unit.id,
        name=short_name(unit),
        group=group,
        place="" if group in (DIRECT, unit.id) else groups.name(group),
        level=unit.level,
        state=state_of(label),
        label=label,
        sections=statuses(standing.examination),
        findings=to_mend(standing.examination),
        received=_moment(standing.received or ""),
        day=day(standing.received or ""),
        report=gap_report(standing.latest),
        note=note(standing, words, made),
        terms=" ".join((*unit.aliases, *(one.claim.name for one in standing.submissions))),
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
