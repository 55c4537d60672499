"""Who is in the consolidated report and who isn't: at a glance on page one, by name in the annex."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.model.city import Group
from service.outbox.phrasing.numbers import short_date
from service.outbox.phrasing.told import shorten
from service.outbox.phrasing.units import typed_names, unit_name
from service.outbox.sheets.letterhead import letterhead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from service.model.city import CityReport, CoverageRow
    from service.model.rulebook import Round
    from service.model.unit import Registry
    from service.words import Words

MOST_NAMED = 12
"""Of more units further down than this, page one tells how many they are in each district;"""
MOST_DIRECT = 60
"""of more units directly below than this, it tells how many they are."""
_REASON = 110
"""The annex tells what lacks; the whole sentence is in the unit's gap report."""
_SUMMED = (Group.COMPLETE, Group.GAPS)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group of units on page one."""

    title: str
    count: str
    lines: tuple[str, ...]
    """The units directly below, then those further down."""


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit that sent a file, in the annex."""

    number: str
    unit: str
    file: str
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class SilentLine:
    """Units of one place that sent nothing, in the annex."""

    place: str
    count: str
    units: str


def first_page(
    report: CityReport, registry: Registry, words: Words, issued: date, gathered: Round
) -> dict[str, object]:
    """What both drafts say on page one: whose they are, of which round, and who is in them.

    Args:
        report: What is told.
        registry: All units.
        words: The catalogue.
        issued: Date of the draft.
        gathered: The round that is summed up.
    """
    day = short_date(issued.isoformat(), words)
    return {
        "head": letterhead(report.unit, registry, issued, words),
        "unit": report.unit.association,
        "year": issued.year,
        "issued": day,
        "closing": gathered.closing,
        "opening": gathered.opening,
        **coverage_values(report, registry, words, day),
    }


def coverage_values(report: CityReport, registry: Registry, words: Words, issued: str) -> dict[str, object]:
    """What the template asks for about coverage."""
    maker = _Coverage(report, registry, words)
    return {
        "coverage": maker.sentences(issued),
        "groups": maker.groups(),
        "units": maker.units(),
        "silent_units": maker.silent(),
    }


class _Coverage:
    """Tells the coverage of one report."""

    def __init__(self, report: CityReport, registry: Registry, words: Words) -> None:
        self._rows = report.coverage.rows
        self._registry = registry
        self._words = words

    def sentences(self, issued: str) -> list[str]:
        """How many have sent and how many are summed up, on each level."""
        direct = [row for row in self._rows if row.depth == 1]
        deeper = [row for row in self._rows if row.depth > 1]
        return [
            self._words.say(
                f"city_report.coverage.{name}",
                date=issued,
                owed=len(rows),
                sent=sum(row.group is not Group.MISSING for row in rows),
                summed=sum(row.group in _SUMMED for row in rows),
                complete=sum(row.group is Group.COMPLETE for row in rows),
            )
            for name, rows in (("direct", direct), ("deeper", deeper))
            if rows
        ]

    def groups(self) -> tuple[GroupLine, ...]:
        """The table of page one."""
        found = ((group, [row for row in self._rows if row.group is group]) for group in Group)
        return tuple(
            GroupLine(self._state(group), str(len(rows)), tuple(self._lines(rows)))
            for group, rows in found
            if rows or group in (*_SUMMED, Group.MISSING)
        )

    def _lines(self, rows: Sequence[CoverageRow]) -> Iterator[str]:
        direct = [row for row in rows if row.depth == 1]
        deeper = [row for row in rows if row.depth > 1]
        levels = any(row.depth > 1 for row in self._rows)
        if direct:
            many = len(direct) > MOST_DIRECT
            units = self._words.say("city_report.in_annex", count=len(direct)) if many else self._names(direct)
            yield self._words.say("city_report.level.direct", count=len(direct), units=units) if levels else units
        if deeper:
            units = "; ".join(self._below(deeper))
            yield self._words.say("city_report.level.deeper", count=len(deeper), units=units)

    def _below(self, deeper: Sequence[CoverageRow]) -> Iterator[str]:
        for parent_id, children in _by_parent(deeper):
            parent = self._unit(parent_id)
            if len(deeper) > MOST_NAMED:
                yield f"{parent} {self._share(parent_id, children)}"
            else:
                yield self._words.say("city_report.below", parent=parent, units=self._names(children))

    def _share(self, parent_id: str, rows: Sequence[CoverageRow]) -> str:
        """How many of a unit's own units these are: "9/11 phường"."""
        all_of = [row for row in self._rows if row.unit.parent == parent_id]
        types = ", ".join(dict.fromkeys(row.unit.type for row in rows if row.unit.type))
        return f"{len(rows)}/{len(all_of)} {types}".strip().replace(" ", "\u00a0")

    def units(self) -> tuple[UnitLine, ...]:
        """Every unit that sent a file, with what became of it."""
        sent = [row for row in self._rows if row.group is not Group.MISSING]
        return tuple(
            UnitLine(str(number), self._placed(row), self._file(row), self._state(row.group), self._note(row))
            for number, row in enumerate(sent, 1)
        )

    def silent(self) -> tuple[SilentLine, ...]:
        """Every unit that sent nothing, below the unit that it belongs to."""
        gone = [row for row in self._rows if row.group is Group.MISSING]
        direct = [row for row in gone if row.depth == 1]
        lines = []
        if direct:
            owed = sum(row.depth == 1 for row in self._rows)
            title = self._words.say("city_report.level.direct_units")
            lines.append(SilentLine(title, f"{len(direct)}/{owed}", self._names(direct)))
        for parent_id, children in _by_parent([row for row in gone if row.depth > 1]):
            lines.append(
                SilentLine(
                    self._unit(parent_id), self._share(parent_id, children), typed_names(row.unit for row in children)
                )
            )
        return tuple(lines)

    def _placed(self, row: CoverageRow) -> str:
        name = unit_name(row.unit, self._words)
        if row.depth == 1:
            return name
        return self._words.say("city_report.placed", unit=name, parent=self._unit(row.unit.parent or ""))

    def _file(self, row: CoverageRow) -> str:
        if row.standing.latest is None:
            return ""
        claim = row.standing.latest.claim
        return self._words.say("city_report.file", file=claim.name, date=short_date(claim.received, self._words))

    def _note(self, row: CoverageRow) -> str:
        return "; ".join([*(shorten(reason, _REASON).rstrip(".") for reason in row.reasons), *self._newer(row)])

    def _newer(self, row: CoverageRow) -> list[str]:
        newer = row.standing.note_latest
        if newer is None:
            return []
        key = "city_report.newer_open" if newer.examination is None else "city_report.newer"
        return [self._words.say(key, file=newer.claim.name)]

    def _state(self, group: Group) -> str:
        return self._words.say(f"city_report.group.{group}")

    def _names(self, rows: Sequence[CoverageRow]) -> str:
        return ", ".join(unit_name(row.unit, self._words) for row in rows)

    def _unit(self, unit_id: str) -> str:
        unit = self._registry.get(unit_id)
        return unit_name(unit, self._words) if unit else ""


def _by_parent(rows: Sequence[CoverageRow]) -> Iterator[tuple[str, list[CoverageRow]]]:
    groups: dict[str, list[CoverageRow]] = {}
    for row in rows:
        groups.setdefault(row.unit.parent or "", []).append(row)
    yield from groups.items()
