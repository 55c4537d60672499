"""Every template filled once with nothing in particular: whoever edits one learns of a slip before a report does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from service.consolidate import consolidate
from service.consolidate.progress import progress
from service.gaps import standings
from service.model.compendium import Result
from service.model.examination import SECTIONS, Examination, FileFacts, Kind, SectionAnswer, Status, Verdict
from service.model.owned import Change, Fate, Known, Owned, Source
from service.model.reminder import Ask, Need, Reminder
from service.outbox.board.dashboard import dashboard
from service.outbox.city.blocks.memory import Memory
from service.outbox.city.compendium import first_pages
from service.outbox.city.report import city_report
from service.outbox.city.trail import change_page, trace_page
from service.outbox.gap.report import gap_report
from service.outbox.phrasing.names import Names
from service.outbox.round.letters import reminder_letter
from service.outbox.round.report import round_report
from service.outbox.sheets.page import Press

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from service.model.rulebook import Rulebook
    from service.settings import Settings
    from service.words import Words

_FILE = FileFacts("bao-cao.docx", "0" * 64, 0, "docx")
_KNOWN = Known("", "…", gone=True)
_SOURCE = Source("", _FILE.name, _FILE.sha256, 0, "…", "members.result", 1, "person")
_MISSING = tuple(SectionAnswer(section, Status.MISSING) for section in SECTIONS)
_SAMPLES = (
    Examination(_FILE, Kind.TERM_REPORT, Verdict.GAPS, sections=_MISSING),
    Examination(_FILE, None, Verdict.UNREADABLE),
)


def samples(settings: Settings, rulebook: Rulebook, words: Words, issued: date) -> Iterator[Callable[[], object]]:
    """What fills each output's templates for a round in which nobody has sent anything; nothing is kept.

    Each raises TemplateError where one is broken, or asks for what isn't there.
    """
    templates, registry, names = settings.templates, rulebook.registry, Names(words, rulebook)
    for sample in _SAMPLES:
        yield partial(gap_report, templates, sample, registry, words, issued, names=names)
    board = standings(registry, (), (), settings.round)
    top = registry.top
    pages = [top.id] if top else []
    yield partial(
        dashboard, templates, board, registry, words, issued.isoformat(), gathered=settings.round, pages=pages
    )
    if top and registry.below(top.id):
        report = consolidate(board, registry, top.id, {})
        yield partial(city_report, templates, report, registry, words, issued, names=names, gathered=settings.round)
        memory = Memory(
            report.unit.id, issued.isoformat(), rulebook.name, ((_KNOWN, Owned("", "", sources=(_SOURCE,))),)
        )
        yield lambda: trace_page(Press(templates, words), memory, registry, names, "")
        yield lambda: change_page(Press(templates, words), [Change(Fate.NEW, "", "")], "", "")
        yield partial(
            first_pages, templates, report, Result((), ()), registry, words,
            issued=issued, names=names, gathered=settings.round,
        )  # fmt: skip
        told = progress(board, registry, top.id, settings.round, issued)
        asked = tuple(Ask(Need.LATE, row) for row in told.rows[:1])
        letter = Reminder(top, told.rows[0].unit, issued, below=asked)
        yield partial(reminder_letter, templates, letter, registry, words, issued, gathered=settings.round, names=names)
        yield partial(round_report, templates, told, registry, words, issued, gathered=settings.round, names=names)
