"""The units' own words in the consolidated report, the authorities they cite, the gaps they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.model.examination import Status
from service.outbox.checklist import shorten
from service.outbox.city_tables import unit_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.city import Chapter, CityReport, Excerpt, FrequentGap, Shared, Voice
    from service.model.unit import Unit
    from service.outbox.names import Names
    from service.words import Words

MOST_NAMES = 12
"""A list of units in running text names no more than this."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one unit says: its name and its sentences."""

    unit: str
    heading: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """A sentence that several units write."""

    text: str
    units: str


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the report."""

    title: str
    voices: tuple[Said, ...]
    shared: tuple[Together, ...]
    silent: str
    empty: str


@dataclass(frozen=True, slots=True)
class Cited:
    """An authority and how many units cite it."""

    number: int
    name: str
    correct: int
    misquoted: str
    absent: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap and who shares it."""

    number: int
    text: str
    count: int
    units: str


def part(chapter: Chapter, words: Words, names: Names, *, direct: bool) -> Part:
    """A chapter as the units directly below tell it, or as those further down do."""
    voices = [voice for voice in chapter.voices if (voice.depth == 1) == direct]
    silent = unit_names(chapter.silent, words)
    gone = words.say("city_report.silent", count=len(chapter.silent), units=silent) if chapter.silent else ""
    return Part(
        names.section(chapter.section),
        tuple(_said(voice, words) for voice in voices if voice.excerpts or voice.status is Status.THIN),
        tuple(_together(one, words) for one in chapter.shared) if direct else (),
        gone if direct else "",
        words.say("city_report.nothing") if direct and not chapter.voices else "",
    )


def unit_names(units: Sequence[Unit], words: Words) -> str:
    """Units in running text; of many, the first ones."""
    named = ", ".join(unit_name(unit, words) for unit in units[:MOST_NAMES])
    return f"{named}…" if len(units) > MOST_NAMES else named


def _said(voice: Voice, words: Words) -> Said:
    heading = f"“{shorten(voice.heading, 90)}”" if voice.heading else ""
    if voice.status is Status.THIN:
        heading = ", ".join(part for part in (heading, words.say("city_report.thin")) if part)
    name = unit_name(voice.unit, words)
    return Said(name[:1].upper() + name[1:], heading, tuple(_quote(one, words) for one in voice.excerpts))


def _quote(excerpt: Excerpt, words: Words) -> str:
    text = words.say("city_report.before", text=excerpt.text) if excerpt.late else excerpt.text
    text = words.say("city_report.more", text=text) if excerpt.cut else text
    return f"{text} [{words.say('city_report.paragraph', number=excerpt.paragraph + 1)}]"


def _together(shared: Shared, words: Words) -> Together:
    places = [
        words.say(
            "city_report.shared_unit",
            unit=unit_name(unit, words),
            paragraph=words.say("city_report.paragraph", number=number + 1),
        )
        for unit, number in shared.where[:MOST_NAMES]
    ]
    return Together(shared.text, "; ".join(places) + ("…" if len(shared.where) > MOST_NAMES else ""))


def authorities(report: CityReport, words: Words, names: Names) -> tuple[Cited, ...]:
    """Each authority with the units that cite it, misquote it or don't."""
    return tuple(
        Cited(
            number,
            names.authority(use.authority),
            len(use.correct),
            unit_names(use.misquoted, words),
            unit_names(use.absent, words),
        )
        for number, use in enumerate(report.authorities, 1)
    )


def gaps(report: CityReport, words: Words, names: Names) -> tuple[Gap, ...]:
    """Gaps with their units, the commonest first."""
    return tuple(
        Gap(number, gap_text(gap, words, names), len(gap.units), unit_names(gap.units, words))
        for number, gap in enumerate(report.gaps, 1)
    )


def gap_text(gap: FrequentGap, words: Words, names: Names) -> str:
    """What several reports lack, in a few words."""
    key = f"city_report.gap.{gap.code}"
    if not words.has(key):
        return gap.message
    return words.say(
        key,
        section=names.section(gap.section or ""),
        part=names.part(gap.part or ""),
        authority=names.authority(gap.authority or ""),
    )
