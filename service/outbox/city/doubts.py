"""What a drafter must look at before using a total, a line for each indicator and reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.outbox.phrasing.numbers import figure
from service.outbox.phrasing.told import shorten
from service.outbox.phrasing.units import unit_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.model.city import CityReport, Doubt, Questioned
    from service.outbox.phrasing.names import Names
    from service.words import Words

BLOCK, NONE = "doubts", "no-doubts"
_QUOTE = 90
"""Letters of a report's own words; the whole is in the unit's report."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """One line of the table."""

    number: int
    name: str
    why: str
    given: tuple[str, ...]
    """A unit and what it reports, each on a line."""


def doubtful(report: CityReport, words: Words, names: Names) -> tuple[Doubtful, ...]:
    """Every doubt, by indicator."""
    return tuple(
        Doubtful(
            number,
            _name(doubt, words, names),
            _why(doubt, report, words),
            tuple(_given(one, words) for one in doubt.given),
        )
        for number, doubt in enumerate(report.doubts, 1)
    )


def _name(doubt: Doubt, words: Words, names: Names) -> str:
    name = names.indicator(doubt.indicator) if doubt.indicator else words.say("city_report.doubt.other")
    return f"{name}: {words.say(f'city_report.kind.{doubt.kind}').lower()}" if doubt.kind else name


def _why(doubt: Doubt, report: CityReport, words: Words) -> str:
    table = next((one for one in report.tables if one.indicator == doubt.indicator), None)
    middle = figure(doubt.middle, table.measure if table else "", words)
    return words.say(f"city_report.doubt.{doubt.why}", usual=doubt.usual, middle=middle, count=doubt.compared)


def _given(one: Questioned, words: Words) -> str:
    return words.say("city_report.doubt.given", unit=unit_name(one.unit, words), figures="; ".join(_told(one, words)))


def _told(one: Questioned, words: Words) -> Iterator[str]:
    for each in one.figures:
        value = figure(each.value, each.measure, words, approximate=each.approximate)
        dated = f"{value} ({each.as_of})" if each.as_of else value
        yield f"{dated} [{words.say('city_report.paragraph', number=each.paragraph + 1)}]"
    if one.quote:
        place = "" if one.paragraph is None else f" [{words.say('city_report.paragraph', number=one.paragraph + 1)}]"
        other = words.say("city_report.doubt.elsewhere", other=one.other) if one.other else ""
        yield " ".join(part for part in (f"“{shorten(one.quote, _QUOTE)}”{place}", other) if part)
