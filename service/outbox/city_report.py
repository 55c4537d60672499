"""The drafted consolidated report: coverage first, then figures and words, each with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from service.model.city import Group
from service.model.rulebook import Round
from service.outbox.city_chapters import authorities, gaps, part
from service.outbox.city_tables import MOST_DEEPER, different_dates, grids, summaries, unit_name
from service.outbox.letterhead import letterhead
from service.outbox.names import Names
from service.outbox.numbers import short_date
from service.outbox.templating import fill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from service.model.city import CityReport, CoverageRow
    from service.model.unit import Registry
    from service.words import Words

TEMPLATE = "bao-cao-tong-hop.docx"
_SUMMED = (Group.COMPLETE, Group.GAPS)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group of units on page one."""

    title: str
    count: str
    units: str


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit in the annex."""

    number: str
    unit: str
    file: str
    state: str
    note: str


def city_report(
    templates: Path,
    report: CityReport,
    registry: Registry,
    words: Words,
    issued: date,
    *,
    names: Names | None = None,
    gathered: Round | None = None,
) -> bytes:
    """The Word file that the office edits and sends.

    Raises:
        TemplateError: the template is missing, broken or asks for what isn't there.
    """
    names = names or Names(words)
    gathered = gathered or Round()
    title = f"{words.say('city_report.title')}: {report.unit.association}"
    values = {
        "head": letterhead(report.unit, registry, issued, words),
        "unit": report.unit.association,
        "year": issued.year,
        "issued": short_date(issued.isoformat()),
        "closing": gathered.closing,
        "opening": gathered.opening,
        **_coverage(report, registry, words, short_date(issued.isoformat())),
        **_contents(report, words, names),
    }
    return fill(templates, TEMPLATE, values, title=title, issued=issued)


def _contents(report: CityReport, words: Words, names: Names) -> dict[str, object]:
    deeper = [part(chapter, words, names, direct=False) for chapter in report.chapters]
    deeper = [one for one in deeper if one.voices]
    numbers = ("I", "II", "III") if deeper else ("I", "", "II")
    return {
        "summaries": summaries(report, words, names),
        "dates": different_dates(report, words, names),
        "grids": grids(report, words, names),
        "total_title": words.say("city_report.figure.total"),
        **{chapter.section: part(chapter, words, names, direct=True) for chapter in report.chapters},
        "authorities": authorities(report, words, names),
        "gaps": gaps(report, words, names),
        "deeper": deeper,
        "annex_units": numbers[0],
        "annex_deeper": numbers[1],
        "annex_figures": numbers[2],
    }


def _coverage(report: CityReport, registry: Registry, words: Words, issued: str) -> dict[str, object]:
    direct = report.coverage.direct
    deeper = [row for row in report.coverage.rows if row.depth > 1]
    return {
        "coverage": [
            _counts(f"city_report.coverage.{name}", rows, issued, words)
            for name, rows in (("direct", direct), ("deeper", deeper))
            if rows
        ],
        "groups": _groups(report, registry, words),
        "units": _unit_lines(report.coverage.rows, words),
    }


def _counts(key: str, rows: Sequence[CoverageRow], issued: str, words: Words) -> str:
    return words.say(
        key,
        date=issued,
        owed=len(rows),
        sent=sum(row.group is not Group.MISSING for row in rows),
        summed=sum(row.group in _SUMMED for row in rows),
        complete=sum(row.group is Group.COMPLETE for row in rows),
    )


def _groups(report: CityReport, registry: Registry, words: Words) -> tuple[GroupLine, ...]:
    found = ((group, report.coverage.of(group)) for group in Group)
    return tuple(
        GroupLine(words.say(f"city_report.group.{group}"), str(len(rows)), _names(rows, registry, words))
        for group, rows in found
        if rows or group in (*_SUMMED, Group.MISSING)
    )


def _names(rows: Sequence[CoverageRow], registry: Registry, words: Words) -> str:
    """Names of the units, those further down after the unit that they belong to; of too many, how many they are."""
    direct = ", ".join(unit_name(row.unit, words) for row in rows if row.depth == 1)
    parts = [direct] if direct else []
    deeper = [row for row in rows if row.depth > 1]
    for parent_id, children in groupby(deeper, key=lambda row: row.unit.parent or ""):
        parent = registry.get(parent_id)
        named = [unit_name(row.unit, words) for row in children]
        many = len(deeper) > MOST_DEEPER
        units = words.say("city_report.many", count=len(named)) if many else ", ".join(named)
        parts.append(words.say("city_report.below", parent=unit_name(parent, words) if parent else "", units=units))
    return "; ".join(parts)


def _unit_lines(rows: Sequence[CoverageRow], words: Words) -> tuple[UnitLine, ...]:
    lines: list[UnitLine] = []
    number = 0
    for row in rows:
        number += row.depth == 1
        name = unit_name(row.unit, words)
        state = words.say(f"city_report.group.{row.group}")
        lines.append(
            UnitLine(
                str(number) if row.depth == 1 else "",
                name if row.depth == 1 else f"– {name}",
                _file(row, words),
                state,
                "; ".join([*(reason.rstrip(".") for reason in row.reasons), *_newer(row, words)]),
            )
        )
    return tuple(lines)


def _file(row: CoverageRow, words: Words) -> str:
    if row.standing.latest is None:
        return ""
    claim = row.standing.latest.claim
    return words.say("city_report.file", file=claim.name, date=short_date(claim.received))


def _newer(row: CoverageRow, words: Words) -> list[str]:
    newer = row.standing.note_latest
    if newer is None:
        return []
    key = "city_report.newer_open" if newer.examination is None else "city_report.newer"
    return [words.say(key, file=newer.claim.name)]
