"""The tables of the round report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.model.city import Group
from service.model.examination import SECTIONS
from service.model.progress import Count, Timing
from service.outbox.phrasing.numbers import short_date
from service.outbox.phrasing.told import gap_text
from service.outbox.phrasing.units import typed_names, unit_name, unit_names
from service.outbox.round.letters import lacking
from service.outbox.round.text import percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from service.model.progress import Progress, ProgressRow
    from service.model.unit import Registry, Unit
    from service.outbox.phrasing.names import Names
    from service.words import Words

_MOST_FINDINGS = 10
_MOST_PLACES = 4
_UNUSABLE = (Group.OTHER_ROUND, Group.WRONG_KIND, Group.UNREADABLE)


@dataclass(frozen=True, slots=True)
class CountLine:
    """One level or place, counted."""

    number: str
    name: str
    deadline: str
    owed: int
    sent: int
    share: str
    in_time: int
    late: int
    awaited: int
    overdue: int
    complete: int
    """With all four sections, or with nothing left that must be mended."""
    gaps: int
    unusable: int
    last: bool = False
    """The total."""


@dataclass(frozen=True, slots=True)
class NamedLine:
    """Something with its count, its share and where it is."""

    number: str
    name: str
    count: int
    share: str
    where: str = ""
    thin: int = 0


@dataclass(frozen=True, slots=True)
class StateLine:
    """One unit in the annex."""

    number: str
    unit: str
    deadline: str
    sent: str
    timing: str
    state: str
    versions: str
    note: str
    place: bool = False
    """The unit directly below, above its own."""


class RoundTables:
    """Lays a round out in tables."""

    def __init__(self, told: Progress, registry: Registry, words: Words, names: Names) -> None:
        self._told = told
        self._registry = registry
        self._words = words
        self._names = names
        self._deep = any(row.depth > 1 for row in told.rows)

    def levels(self) -> tuple[CountLine, ...]:
        """Each level, and all together where there are several."""
        lines = [self._line("", self._level(count.name), count) for count in self._told.levels]
        if len(lines) > 1:
            lines.append(self._line("", self._say("level.all"), self._told.all, last=True))
        return tuple(lines)

    def places(self) -> tuple[CountLine, ...]:
        """Each unit directly below with all that lies below it; none where nothing lies further down."""
        if not self._deep:
            return ()
        places = self._told.places
        lines = [self._line(str(number), self._unit(count.name), count) for number, count in enumerate(places, 1)]
        return (*lines, self._line("", self._say("level.all"), self._told.all, last=True))

    def overdue(self) -> tuple[str, ...]:
        """Who hasn't sent a report though the last day has passed: place by place."""
        return tuple(self._overdue())

    def states(self) -> tuple[NamedLine, ...]:
        """How the reports stand; a state without a unit is left out."""
        every = self._told.all
        counts = {
            "complete": every.complete,
            "gaps": every.gaps,
            "accepted": every.accepted,
            **{group.value: every.grouped(group) for group in (*_UNUSABLE, Group.OPEN, Group.MISSING)},
        }
        kept = [(key, count) for key, count in counts.items() if count or key in ("complete", "gaps", "missing")]
        return tuple(
            NamedLine("", self._say(f"group.{key}"), count, percent(count, every.owed, self._words))
            for key, count in kept
        )

    def sections(self) -> tuple[NamedLine, ...]:
        """The four sections, the one that most reports lack first."""
        lines = []
        for section in SECTIONS:
            found = {gap.code: gap.units for gap in self._told.missing if gap.section == section}
            missing, thin = found.get("section.missing", ()), found.get("section.thin", ())
            short = {unit.id: unit for unit in (*missing, *thin)}
            share = percent(len(short), self._told.judged, self._words)
            where = self._where(tuple(short.values()))
            lines.append(NamedLine("", self._names.section(section), len(missing), share, where, len(thin)))
        return tuple(sorted(lines, key=lambda line: -(line.count + line.thin)))

    def findings(self) -> tuple[NamedLine, ...]:
        """What else is found most often."""
        return tuple(
            NamedLine(
                str(number), gap_text(gap, self._words, self._names), len(gap.units),
                percent(len(gap.units), self._told.judged, self._words), self._where(gap.units),
            )
            for number, gap in enumerate(self._told.findings[:_MOST_FINDINGS], 1)
        )  # fmt: skip

    def units(self) -> tuple[StateLine, ...]:
        """Every unit: when it was due, when it came, how it stands and what it lacks."""
        return tuple(self._state(number, row) for number, row in enumerate(self._told.rows, 1))

    def _line(self, number: str, name: str, count: Count, *, last: bool = False) -> CountLine:
        return CountLine(
            number, name, self._days(count.deadlines), count.owed, count.sent,
            percent(count.sent, count.owed, self._words),
            in_time=count.timed(Timing.IN_TIME),
            late=count.timed(Timing.LATE),
            awaited=count.timed(Timing.AWAITED),
            overdue=count.timed(Timing.OVERDUE),
            complete=count.complete + count.accepted,
            gaps=count.gaps,
            unusable=count.grouped(*_UNUSABLE),
            last=last,
        )  # fmt: skip

    def _days(self, days: Sequence[date]) -> str:
        """One day, or the first and the last of several."""
        if not days:
            return self._say("no_deadline")
        shown = [short_date(day.isoformat(), self._words) for day in dict.fromkeys((days[0], days[-1]))]
        return " – ".join(shown)

    def _level(self, level: str) -> str:
        key = f"round_report.level.{level}"
        return self._words.say(key) if self._words.has(key) else level

    def _overdue(self) -> Iterator[str]:
        for count in self._told.places:
            late = [row for row in count.rows if row.timing is Timing.OVERDUE]
            if not late:
                continue
            alone = len(late) == 1 and late[0].unit.id == count.name
            units = typed_names(row.unit for row in late)
            place = self._unit(count.name)
            yield place if alone else self._say("placed", place=place, count=len(late), units=units)

    def _where(self, units: Sequence[Unit]) -> str:
        """Where most of the units lie: by name where they are few or lie side by side, else by place and number."""
        if len(units) <= _MOST_PLACES or not self._deep:
            return unit_names(units, self._words)
        places = {row.unit.id: count.name for count in self._told.places for row in count.rows}
        often = Counter(places.get(unit.id, self._told.unit.id) for unit in units).most_common()
        named = (
            self._say("place_count", place=self._unit(place), count=number) for place, number in often[:_MOST_PLACES]
        )
        rest = sum(number for _, number in often[_MOST_PLACES:])
        return "; ".join(named) + (self._say("more_places", count=rest) if rest else "")

    def _state(self, number: int, row: ProgressRow) -> StateLine:
        name = unit_name(row.unit, self._words)
        return StateLine(
            str(number),
            name if row.depth == 1 else f"– {name}",
            short_date(row.unit.deadline.isoformat(), self._words)
            if row.unit.deadline and row.owes
            else self._say("none"),
            short_date(row.sent.isoformat(), self._words) if row.sent else self._say("none"),
            self._timing(row),
            self._say(f"state.{'accepted' if row.group is Group.GAPS and row.settled else row.group}"),
            str(row.versions) if row.versions else self._say("none"),
            lacking(row.grave, self._words, self._names),
            place=row.depth == 1 and self._deep,
        )

    def _timing(self, row: ProgressRow) -> str:
        undated = row.timing is Timing.AWAITED and row.unit.deadline is None
        return self._say(f"timing.{row.timing}{'_undated' if undated else ''}", days=row.days)

    def _unit(self, unit_id: str) -> str:
        unit = self._registry.get(unit_id)
        return unit_name(unit, self._words) if unit else unit_id

    def _say(self, key: str, **values: object) -> str:
        return self._words.say(f"round_report.{key}", **values)
