"""The units' own words in the consolidated report, the authorities they cite, the gaps they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.model.examination import Status
from service.outbox.city import codes
from service.outbox.phrasing.told import gap_text, shorten
from service.outbox.phrasing.units import MOST_NAMES, unit_name, unit_names

if TYPE_CHECKING:
    from service.model.city import Chapter, CityReport, Excerpt, Shared, Voice
    from service.outbox.phrasing.names import Names
    from service.words import Words


@dataclass(frozen=True, slots=True)
class Said:
    """What one unit says: its name and its sentences."""

    unit: str
    heading: str
    texts: tuple[str, ...]
    block: str
    """Code of the block that it is in the document."""


@dataclass(frozen=True, slots=True)
class Together:
    """A sentence that several units write."""

    text: str
    units: str
    block: str


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the report."""

    title: str
    voices: tuple[Said, ...]
    shared: tuple[Together, ...]
    silent: str
    empty: str
    block: str


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
        tuple(_said(voice, chapter.section, words) for voice in voices if speaks(voice)),
        tuple(_together(one, chapter.section, words) for one in chapter.shared) if direct else (),
        gone if direct else "",
        words.say("city_report.nothing") if direct and not chapter.voices else "",
        codes.title(chapter.section),
    )


def speaks(voice: Voice) -> bool:
    """Whether anything is told of what a unit says."""
    return bool(voice.excerpts) or voice.status is Status.THIN


def _said(voice: Voice, section: str, words: Words) -> Said:
    heading = f"“{shorten(voice.heading, 90)}”" if voice.heading else ""
    if voice.status is Status.THIN:
        heading = ", ".join(part for part in (heading, words.say("city_report.thin")) if part)
    name = unit_name(voice.unit, words)
    texts = tuple(_quote(one, words) for one in voice.excerpts)
    return Said(name[:1].upper() + name[1:], heading, texts, codes.voice(section, voice))


def _quote(excerpt: Excerpt, words: Words) -> str:
    text = words.say("city_report.before", text=excerpt.text) if excerpt.late else excerpt.text
    text = words.say("city_report.more", text=text) if excerpt.cut else text
    return f"{text} [{words.say('city_report.paragraph', number=excerpt.paragraph + 1)}]"


def _together(shared: Shared, section: str, words: Words) -> Together:
    places = [
        words.say(
            "city_report.shared_unit",
            unit=unit_name(unit, words),
            paragraph=words.say("city_report.paragraph", number=number + 1),
        )
        for unit, number in shared.where[:MOST_NAMES]
    ]
    named = "; ".join(places) + ("…" if len(shared.where) > MOST_NAMES else "")
    count = len({unit.id for unit, _ in shared.where})
    units = words.say("city_report.shared_by", count=count, units=named)
    return Together(shared.text, units, codes.shared(section, shared))


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
