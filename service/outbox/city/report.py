"""The drafted consolidated report: coverage first, then figures and words, each with where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.rulebook import Round
from service.outbox.city.blocks.memory import Memory
from service.outbox.city.blocks.wrap import begin, end, owned_blocks, place
from service.outbox.city.chapters import authorities, gaps, part
from service.outbox.city.charts import charts
from service.outbox.city.coverage import first_page
from service.outbox.city.doubts import doubtful
from service.outbox.city.owning import owned
from service.outbox.city.tables import different_dates, goal_grids, grids, summaries
from service.outbox.phrasing.names import Names
from service.outbox.sheets.templating import fill, fixed_words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from service.model.city import CityReport
    from service.model.unit import Registry
    from service.words import Words

TEMPLATE = "bao-cao-tong-hop.docx"


def city_report(
    templates: Path,
    report: CityReport,
    registry: Registry,
    words: Words,
    issued: date,
    *,
    names: Names | None = None,
    gathered: Round | None = None,
    pack: str = "",
) -> bytes:
    """The Word file that the office edits and sends: what is generated stands in blocks that remember their sources.

    Args:
        templates: Folder of the office's templates.
        report: What to tell.
        registry: All units.
        words: The catalogue.
        issued: Date of the draft.
        names: What sections, indicators and authorities are called.
        gathered: The round that is summed up.
        pack: The rule pack by which the reports were read.

    Raises:
        TemplateError: the template is missing, broken or asks for what isn't there.
    """
    names = names or Names(words)
    drawn = charts(report, words, names)
    title = f"{words.say('city_report.title')}: {report.unit.association}"
    values: dict[str, object] = {
        **first_page(report, registry, words, issued, gathered or Round()),
        **_contents(report, words, names),
        "own": begin,
        "end": end,
        "place": place,
        "charts": drawn,
    }
    values["say"] = fixed_words(words, "city_report.say", values | {"place": report.unit.name})
    filled = fill(templates, TEMPLATE, values, title=title, issued=issued)
    blocks = owned(report, (*goal_grids(report, words, names), *grids(report, words, names)), words, names)
    return owned_blocks(filled, blocks, Memory(report.unit.id, issued.isoformat(), pack), TEMPLATE, drawn)


def _contents(report: CityReport, words: Words, names: Names) -> dict[str, object]:
    deeper = [part(chapter, words, names, direct=False) for chapter in report.chapters]
    deeper = [one for one in deeper if one.voices]
    numbers = ("I", "II", "III") if deeper else ("I", "", "II")
    return {
        "summaries": summaries(report, words, names),
        "dates": different_dates(report, words, names),
        "doubts": doubtful(report, words, names),
        "grids": grids(report, words, names),
        "goal_grids": goal_grids(report, words, names),
        "total_title": words.say("city_report.figure.total"),
        **{chapter.section: part(chapter, words, names, direct=True) for chapter in report.chapters},
        "authorities": authorities(report, words, names),
        "gaps": gaps(report, words, names),
        "deeper": deeper,
        "annex_units": numbers[0],
        "annex_deeper": numbers[1],
        "annex_figures": numbers[2],
    }
