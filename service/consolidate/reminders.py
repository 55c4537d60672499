"""Whom to remind of what: nobody who is in time, complete, merged away, or whose gaps were accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.consolidate.progress import of_unit, progress
from service.errors import UsageError
from service.model.city import Group
from service.model.progress import Timing
from service.model.reminder import Ask, Need, Reminder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from service.model.progress import ProgressRow
    from service.model.rulebook import Round
    from service.model.standing import Board
    from service.model.unit import Registry

_UNUSABLE = (Group.OTHER_ROUND, Group.WRONG_KIND, Group.UNREADABLE)


def need(row: ProgressRow) -> Need | None:
    """Why a unit is reminded; None where nothing is asked of it, or a newer file still waits for its answer."""
    newer = row.standing.note_latest
    if not row.owes or (newer is not None and newer.examination is None):
        return None
    if row.group is Group.MISSING:
        return Need.LATE if row.timing is Timing.OVERDUE else None
    if row.group in _UNUSABLE:
        return Need.UNUSABLE
    return Need.GAPS if row.group is Group.GAPS and not row.settled else None


def reminders(
    board: Board, registry: Registry, sender_id: str, gathered: Round, *, today: date, until: date
) -> tuple[Reminder, ...]:
    """A letter to each unit directly below the sender of which, or below which, something is asked.

    Raises:
        UsageError: there is no such unit, or none below it.
    """
    told = progress(board, registry, sender_id, gathered, today)
    asks = {row.unit.id: Ask(why, row) for row in told.rows if (why := need(row))}
    found = []
    for addressee in registry.below(sender_id):
        rows = next((count.rows for count in told.places if count.name == addressee.id), ())
        below = tuple(asks[row.unit.id] for row in rows if row.unit.id != addressee.id and row.unit.id in asks)
        own = asks.get(addressee.id)
        if own or below:
            found.append(Reminder(told.unit, addressee, until, own, below))
    return tuple(found)


def single(
    board: Board, registry: Registry, addressees: Sequence[str], gathered: Round, *, today: date, until: date
) -> tuple[Reminder, ...]:
    """A letter to each of these units of which something is asked, from the unit above it.

    Raises:
        UsageError: there is no such unit, or none above it.
    """
    found = []
    for unit_id in addressees:
        unit = registry.get(unit_id)
        if unit is None:
            raise UsageError("city_report.unknown_unit", unit=unit_id)
        sender = registry.get(unit.parent) if unit.parent else None
        if sender is None:
            raise UsageError("reminder.nobody_above", unit=unit.association)
        row = of_unit(board, unit_id, gathered, today)
        why = need(row) if row else None
        if row and why:
            found.append(Reminder(sender, unit, until, Ask(why, row), single=True))
    return tuple(found)
