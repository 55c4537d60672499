"""The round reports: for the top unit and for every unit that has others below it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from service.consolidate.progress import progress
from service.flow.boards import CONSOLIDATED, PROGRESS, Dashboard
from service.flow.clock import now
from service.flow.drafts import lay_beside
from service.flow.stand_ins import filled
from service.flow.standing import read_board
from service.outbox.board.dashboard import INDEX
from service.outbox.phrasing.names import Names
from service.outbox.publish import folder_of
from service.outbox.round.report import round_report

if TYPE_CHECKING:
    from pathlib import Path

    from service.flow.tools import Tools
    from service.model.progress import Progress
    from service.model.unit import Registry


def report_round(tools: Tools, unit_id: str | None = None) -> tuple[Path, ...]:
    """Build the round report of a unit, or of every unit that has others below it; return where they lie.

    Raises:
        UsageError: there is no such unit, or none below it.
        TongketError: a template, the ledger or the outbox can't be used.
    """
    registry, gathered = tools.rulebook.registry, tools.settings.round
    board, today = read_board(tools.settings, tools.rulebook), date.fromisoformat(now()[:10])
    units = (unit_id,) if unit_id else reviewing(registry)
    written = tuple(lay_report(tools, progress(board, registry, unit, gathered, today)) for unit in units)
    Dashboard(tools).show(board, listing=(tools.settings.outbox / INDEX).exists())
    return written


def reviewing(registry: Registry) -> tuple[str, ...]:
    """Ids of the units that have others below them, in registry order."""
    parents = {unit.parent for unit in registry.units}
    return tuple(unit.id for unit in registry.units if unit.id in parents)


def lay_report(tools: Tools, told: Progress) -> Path:
    """Lay the report of one unit beside those that lie there."""
    settings = tools.settings
    names = Names(tools.words, tools.rulebook)
    until = settings.reminders.by(told.today)
    registry, words, gathered = tools.rulebook.registry, tools.words, settings.round
    data = filled(
        tools,
        lambda templates: round_report(templates, told, registry, words, until, gathered=gathered, names=names),
    )
    return lay_beside(settings.outbox, f"{folder_of(told.unit.id)}/{CONSOLIDATED}", *PROGRESS, data)
