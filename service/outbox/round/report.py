"""The round report: who has sent, who is late, and what the reports that came still need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.outbox.phrasing.numbers import short_date
from service.outbox.round.tables import RoundTables
from service.outbox.round.text import RoundText
from service.outbox.sheets.letterhead import letterhead
from service.outbox.sheets.templating import fill, fixed_words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from service.model.progress import Progress
    from service.model.rulebook import Round
    from service.model.unit import Registry
    from service.outbox.phrasing.names import Names
    from service.words import Words

TEMPLATE = "bao-cao-tien-do.docx"


def round_report(
    templates: Path, told: Progress, registry: Registry, words: Words, until: date, *, gathered: Round, names: Names
) -> bytes:
    """The Word file that reviewers sign.

    Args:
        templates: folder of the office's templates.
        told: how far the round has come.
        registry: all units.
        words: the catalogue.
        until: by when units are asked to send what lacks.
        gathered: the round.
        names: names of sections and authorities.

    Raises:
        TemplateError: the template is missing, broken or asks for what isn't there.
    """
    unit, issued = told.unit, told.today
    above = registry.get(unit.parent) if unit.parent else None
    tables, text = (
        RoundTables(told, registry, words, names),
        RoundText(told, words, short_date(until.isoformat(), words)),
    )
    values: dict[str, object] = {
        "head": letterhead(unit, registry, issued, words),
        "unit": unit.association,
        "superior": above.association if above else "",
        "year": issued.year,
        "issued": short_date(issued.isoformat(), words),
        "closing": gathered.closing,
        "opening": gathered.opening,
        "summary": text.summary(),
        "levels": tables.levels(),
        "places": tables.places(),
        "overdue": tables.overdue(),
        "states": tables.states(),
        "waived": text.waived(),
        "judged": told.judged,
        "sections": tables.sections(),
        "findings": tables.findings(),
        "rounds": text.rounds(),
        "requests": text.requests(),
        "units": tables.units(),
    }
    values["say"] = fixed_words(words, "round_report.say", values | {"place": unit.name})
    return fill(templates, TEMPLATE, values, title=f"{words.say('round_report.title')}: {unit.association}",
                issued=issued)  # fmt: skip
