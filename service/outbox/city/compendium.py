"""The first pages of the compendium, and its own words: who stands in it, who doesn't, what was taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.compendium import Captions
from service.model.examination import SECTIONS
from service.model.rulebook import Round
from service.outbox.city.coverage import first_page
from service.outbox.phrasing.names import Names
from service.outbox.sheets.templating import fill, fixed_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from service.model.city import CityReport
    from service.model.compendium import Result, Taken
    from service.model.unit import Registry, Unit
    from service.words import Words

TEMPLATE = "tap-hop.docx"
_ROMAN = ("I", "II", "III", "IV", "V", "VI")


def captions(unit: Unit, words: Words, names: Names | None = None) -> Captions:
    """What the compendium of a unit says itself."""
    names = names or Names(words)
    chapters = tuple(
        (section, words.say("compendium.chapter", number=number, section=names.section(section)))
        for number, section in zip(_ROMAN, SECTIONS, strict=False)
    )
    title = words.say("compendium.title", unit=unit.association)
    return Captions(title, words.say("compendium.contents"), chapters, words.say("compendium.silent"))


def first_pages(
    templates: Path,
    report: CityReport,
    result: Result,
    registry: Registry,
    words: Words,
    *,
    issued: date,
    names: Names | None = None,
    gathered: Round | None = None,
) -> bytes:
    """The Word file of the pages before the units' text: coverage, and what didn't come along.

    Raises:
        TemplateError: the template is missing, broken or asks for what isn't there.
    """
    values: dict[str, object] = {
        **first_page(report, registry, words, issued, gathered or Round()),
        "notes": list(_notes(result, registry, words, names or Names(words))),
    }
    values["say"] = fixed_words(words, "compendium.say", values | {"place": report.unit.name})
    return fill(
        templates, TEMPLATE, values, title=words.say("compendium.title", unit=report.unit.association), issued=issued
    )


def _notes(result: Result, registry: Registry, words: Words, names: Names) -> Iterator[str]:
    known = {unit.id: unit.association for unit in registry.units}
    for one in result.left_out:
        yield words.say("compendium.left_out", unit=known.get(one.unit, one.unit), reason=_reason(one.key, words))
    for taken in result.taken:
        if told := [*_removed(taken, words), *_plain(taken, words, names)]:
            yield words.say("compendium.taken_out", unit=known.get(taken.unit, taken.unit), what="; ".join(told))


def _removed(taken: Taken, words: Words) -> Iterator[str]:
    return (words.say(f"compendium.removed.{kind}", count=count) for kind, count in taken.removed)


def _plain(taken: Taken, words: Words, names: Names) -> Iterator[str]:
    if taken.plain:
        sections = ", ".join(names.section(section) for section in taken.plain)
        yield words.say("compendium.plain", sections=sections)


def _reason(key: str, words: Words) -> str:
    said = f"compendium.reason.{key.rpartition('.')[2]}"
    return words.say(said if words.has(said) else "compendium.reason.other")
