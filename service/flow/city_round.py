"""From the ledger to the consolidated outputs of a unit; what a drafter may have edited is never written over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from service.consolidate import consolidate
from service.consolidate.coverage import coverage
from service.errors import UsageError
from service.executor.interface import Done
from service.flow.boards import COMPENDIUM, CONSOLIDATED, REPORT, WORKBOOK, Dashboard
from service.flow.clock import now
from service.flow.compendium import compendium
from service.flow.drafts import lay_beside
from service.flow.judging import Work, gather
from service.flow.publishing import required_authorities
from service.flow.sources import publish_sources
from service.flow.stand_ins import filled
from service.flow.standing import read_board
from service.model.city import Group
from service.outbox.board.dashboard import INDEX
from service.outbox.city.report import city_report
from service.outbox.city.workbook import workbook
from service.outbox.phrasing.names import Names
from service.outbox.publish import folder_of
from service.words.showing import shown

if TYPE_CHECKING:
    from pathlib import Path

    from service.flow.tools import Tools
    from service.model.city import CityReport, Extract
    from service.model.standing import Board

_BETWEEN = 25
"""Reports read between two words of progress."""


def consolidate_unit(tools: Tools, unit_id: str | None) -> tuple[Path, ...]:
    """Build the consolidated outputs of a unit (the top one where none is named); return where they lie.

    Raises:
        UsageError: there is no such unit, or none below it.
        TongketError: a template, the ledger or the outbox can't be used.
    """
    board, report, extracts = summed_up(tools, unit_id)
    written = _write(tools, report, extracts)
    Dashboard(tools).show(board, listing=(tools.settings.outbox / INDEX).exists())
    return written


def summed_up(tools: Tools, unit_id: str | None) -> tuple[Board, CityReport, dict[int, Extract]]:
    """Who has sent what, what the units below one unit (the top one where none is named) say together, and their words.

    Raises:
        UsageError: there is no such unit, or none below it.
        TongketError: the ledger can't be used.
    """
    registry = tools.rulebook.registry
    top = registry.top
    unit_id = unit_id or (top.id if top else "")
    if registry.get(unit_id) is None:
        raise UsageError("city_report.unknown_unit", unit=unit_id)
    board = read_board(tools.settings, tools.rulebook)
    extracts = _extracts(tools, board, unit_id)
    report = consolidate(
        board, registry, unit_id, extracts,
        indicators=[rule.id for rule in tools.rulebook.indicators],
        authorities=required_authorities(tools.rulebook),
        outliers=tools.rulebook.pack.outliers,
    )  # fmt: skip
    return board, report, extracts


def drafted(tools: Tools, report: CityReport) -> bytes:
    """The drafted report of today.

    Raises:
        TemplateError: the template can't be used.
    """
    registry, words, gathered = tools.rulebook.registry, tools.words, tools.settings.round
    names, issued, pack = Names(words, tools.rulebook), date.fromisoformat(now()[:10]), tools.rulebook.name
    return filled(
        tools,
        lambda templates: city_report(
            templates, report, registry, words, issued, names=names, gathered=gathered, pack=pack
        ),
    )


def _extracts(tools: Tools, board: Board, unit_id: str) -> dict[int, Extract]:
    """Each summed-up report's own words, read again from its original: reading is pure, so they are the same."""
    summed = coverage(board, tools.rulebook.registry, unit_id).of(Group.COMPLETE, Group.GAPS)
    work = []
    for row in summed:
        if row.standing.latest is not None:
            claim = row.standing.latest.claim
            work.append(Work(tools.originals.path(claim.sha256), claim.name, claim.folder, claim.id))
    if work:
        tools.say("cli.consolidate.reading", count=len(work))
    found = {}
    for number, outcome in enumerate(tools.executor.each(gather, work), 1):
        if isinstance(outcome, Done):
            found[outcome.item.key] = outcome.value
        else:
            tools.say("cli.consolidate.left_out", file=shown(outcome.item.name))
        if number % _BETWEEN == 0 and number < len(work):
            tools.say("cli.consolidate.progress", done=number, count=len(work))
    return found


def _write(tools: Tools, report: CityReport, extracts: dict[int, Extract]) -> tuple[Path, ...]:
    settings, issued = tools.settings, date.fromisoformat(now()[:10])
    names = Names(tools.words, tools.rulebook)
    data = drafted(tools, report)
    figures = workbook(report, tools.rulebook.registry, tools.words, issued, names=names)
    folder = f"{folder_of(report.unit.id)}/{CONSOLIDATED}"
    laid = lay_beside(settings.outbox, folder, *REPORT, data)
    publish_sources(tools, laid, data)
    with compendium(tools, report, extracts, issued, names) as merged:
        together = lay_beside(settings.outbox, folder, *COMPENDIUM, merged)
    return laid, together, lay_beside(settings.outbox, folder, *WORKBOOK, figures)
