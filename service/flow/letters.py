"""Reminder letters in the outbox: drafted, kept while they hold, taken away or listed once they don't."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from service.consolidate.reminders import reminders, single
from service.errors import UsageError
from service.flow.boards import Dashboard
from service.flow.clock import now
from service.flow.drafts import versions
from service.flow.stand_ins import filled
from service.flow.standing import read_board
from service.model.reminder import Draft
from service.outbox.board.dashboard import INDEX
from service.outbox.board.reminders import by_unit
from service.outbox.phrasing.names import Names
from service.outbox.phrasing.numbers import short_date
from service.outbox.phrasing.units import unit_name
from service.outbox.publish import folder_of, publish, slug
from service.outbox.round.letters import reminder_letter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from service.flow.tools import Tools
    from service.model.reminder import Reminder
    from service.model.standing import Board

LETTERS = "cong-van"
OVERTAKEN = "can-xem-lai.txt"
"""Beside the letters: which of them no longer say how things stand."""


@dataclass(slots=True)
class Drafted:
    """What became of the letters of one run."""

    written: list[str] = field(default_factory=list)
    """Paths below the outbox."""
    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """Sentences about letters that no longer hold and that somebody has edited."""


def draft_letters(tools: Tools, sender: str | None = None, to: Sequence[str] = ()) -> Drafted:
    """Draft the letters that are due; keep those that still hold, take away those that don't.

    Args:
        tools: the means.
        sender: id of the unit that signs; the top one where none is named.
        to: only letters to these units alone, signed by the ones above them.

    Raises:
        UsageError: there is no such unit, or none below or above it.
        TongketError: a template, the ledger or the outbox can't be used.
    """
    board, today = read_board(tools.settings, tools.rulebook), date.fromisoformat(now()[:10])
    due, before = _due(tools, board, today, sender, to), tools.ledger.drafts()
    signing = {reminder.sender.id for reminder in due} if to else {sender or _top(tools)}
    done, known = Drafted(), _known(tools, signing, to)
    for reminder in due:
        holding = [draft for draft in known if _holds(tools, draft, reminder, today) and _lies(tools, draft)]
        if holding:
            done.kept += [draft.path for draft in holding]
        else:
            done.written.append(_lay(tools, reminder, today))
    _retire(tools, [draft for draft in known if draft.path not in (*done.kept, *done.written)], board, done)
    _list(tools, signing, done.left)
    if done.written or done.removed:
        now_known = tools.ledger.drafts()
        index = (tools.settings.outbox / INDEX).exists()
        Dashboard(tools).show(board, listing=index, also=by_unit(set(before) ^ set(now_known)))
    return done


def sweep_letters(tools: Tools, board: Board) -> bool:
    """After the board has changed: take away untouched letters that nobody needs any more, list what else is overtaken.

    Nothing is drafted here: that costs time, and is for a person to ask for. Tell whether a letter was taken away.

    Raises:
        WorkspaceError: the ledger or the outbox can't be used.
    """
    drafts, today = tools.ledger.drafts(), date.fromisoformat(now()[:10])
    taken = False
    for sender in dict.fromkeys(draft.sender for draft in drafts):
        mine = [draft for draft in drafts if draft.sender == sender]
        open_marks = set(_open_marks(tools, board, today, mine))
        done = Drafted()
        unneeded = [draft for draft in mine if not _units(open_marks) & _units(draft.asked)]
        _retire(tools, unneeded, board, done)
        others = [draft for draft in mine if draft not in unneeded and _lies(tools, draft)]
        lines = [line for draft in others if (line := _overtaken(tools, draft, open_marks, today))]
        _list(tools, {sender}, [*done.left, *lines], untouched=not done.left)
        for path in done.removed:
            tools.say("reminder.said.removed", path=path)
        taken = taken or bool(done.removed)
    return taken


def _due(tools: Tools, board: Board, today: date, sender: str | None, to: Sequence[str]) -> tuple[Reminder, ...]:
    registry, gathered, until = tools.rulebook.registry, tools.settings.round, tools.settings.reminders.by(today)
    if to:
        return single(board, registry, to, gathered, today=today, until=until)
    return reminders(board, registry, sender or _top(tools), gathered, today=today, until=until)


def _top(tools: Tools) -> str:
    top = tools.rulebook.registry.top
    return top.id if top else ""


def _known(tools: Tools, senders: Collection[str], to: Sequence[str]) -> list[Draft]:
    """The letters that this run answers for: all of the sender's, or those to the units that were named."""
    return [
        draft
        for draft in tools.ledger.drafts()
        if (draft.single and draft.addressee in to if to else draft.sender in senders and not draft.single)
    ]


def _holds(tools: Tools, draft: Draft, reminder: Reminder, today: date) -> bool:
    """Whether a letter that lies there says what a new one would say."""
    same = (draft.sender, draft.addressee) == (reminder.sender.id, reminder.addressee.id)
    in_time = draft.until >= today.isoformat() and not _moved(tools, draft, today)
    return same and draft.asked == _asked(reminder) and in_time


def _moved(tools: Tools, draft: Draft, today: date) -> str:
    """The day that the settings name by now where a letter names another one; empty where it doesn't."""
    until = tools.settings.reminders.until
    return until.isoformat() if until and until >= today and until.isoformat() != draft.until else ""


def _asked(reminder: Reminder) -> tuple[str, ...]:
    return tuple(ask.mark for ask in reminder.asks)


def _lay(tools: Tools, reminder: Reminder, today: date) -> str:
    settings = tools.settings
    data = filled(tools, lambda templates: reminder_letter(
        templates, reminder, tools.rulebook.registry, tools.words, today,
        gathered=settings.round, names=Names(tools.words, tools.rulebook),
    ))  # fmt: skip
    folder = f"{folder_of(reminder.sender.id)}/{LETTERS}"
    stem = f"don-doc{'-rieng' if reminder.single else ''}-{slug(reminder.addressee.id.rpartition('.')[2])}"
    taken = versions(settings.outbox / folder, stem, ".docx")
    path = f"{folder}/{stem}{f'-{max(taken) + 1:02d}' if taken else ''}.docx"
    publish(settings.outbox, path, data)
    sha256, until = hashlib.sha256(data).hexdigest(), reminder.until.isoformat()
    sender, addressee = reminder.sender.id, reminder.addressee.id
    tools.ledger.keep_draft(Draft(path, sha256, sender, addressee, until, _asked(reminder), reminder.single))
    return path


def _retire(tools: Tools, drafts: Iterable[Draft], board: Board, done: Drafted) -> None:
    """Take away what nobody has touched; leave and tell the rest."""
    today = date.fromisoformat(now()[:10])
    for draft in drafts:
        if _lies(tools, draft) and not _take_away(tools, draft):
            marks = set(_open_marks(tools, board, today, [draft]))
            done.left.append(_overtaken(tools, draft, marks, today) or _said(tools, "more", draft, ()))
            continue
        tools.ledger.forget_draft(draft.path)
        done.removed.append(draft.path)


def _lies(tools: Tools, draft: Draft) -> bool:
    return (tools.settings.outbox / draft.path).is_file()


def _take_away(tools: Tools, draft: Draft) -> bool:
    """Remove a letter whose bytes are those that were laid; whether it's gone."""
    path = tools.settings.outbox / draft.path
    with suppress(OSError):  # open in Word, perhaps: then it is somebody's
        if hashlib.sha256(path.read_bytes()).hexdigest() == draft.sha256:
            path.unlink()
            return True
    return False


def _open_marks(tools: Tools, board: Board, today: date, drafts: Iterable[Draft]) -> Iterator[str]:
    """What would be asked today by the letters of these senders and to these units."""
    for sender, to in {(draft.sender, draft.addressee if draft.single else "") for draft in drafts}:
        with suppress(UsageError):  # the registry may have changed since
            for reminder in _due(tools, board, today, sender, (to,) if to else ()):
                yield from _asked(reminder)


def _overtaken(tools: Tools, draft: Draft, marks: Collection[str], today: date) -> str:
    """Why a letter no longer says how things stand; empty where it does."""
    gone = [mark for mark in draft.asked if mark not in marks]
    settled = [mark for mark in gone if not _units((mark,)) & _units(marks)]
    if settled:
        return _said(tools, "gone", draft, settled)
    if gone:
        return _said(tools, "changed", draft, gone)
    if draft.until < today.isoformat():
        day = short_date(draft.until, tools.words)
        return tools.words.say("reminder.overtaken.expired", file=_file(draft), day=day)
    if moved := _moved(tools, draft, today):
        old, day = short_date(draft.until, tools.words), short_date(moved, tools.words)
        return tools.words.say("reminder.overtaken.moved", file=_file(draft), old=old, day=day)
    return ""


def _units(marks: Iterable[str]) -> set[str]:
    """Ids of the units of which something is asked."""
    return {mark.partition(" ")[0] for mark in marks}


def _said(tools: Tools, key: str, draft: Draft, marks: Iterable[str]) -> str:
    units = (tools.rulebook.registry.get(mark.partition(" ")[0]) for mark in marks)
    names = ", ".join(unit_name(unit, tools.words) for unit in units if unit)
    return tools.words.say(f"reminder.overtaken.{key}", file=_file(draft), units=names)


def _file(draft: Draft) -> str:
    return draft.path.rpartition("/")[2]


def _list(tools: Tools, senders: Iterable[str], lines: Sequence[str], *, untouched: bool = False) -> None:
    """Lay the list of overtaken letters beside them, or take it away when there are none."""
    for sender in senders:
        folder = f"{folder_of(sender)}/{LETTERS}"
        path = f"{folder}/{OVERTAKEN}"
        if lines:
            heading = tools.words.say(f"reminder.overtaken.{'unsent' if untouched else 'heading'}")
            # The mark at the beginning and the line ends are for old Notepads.
            text = "\r\n".join([heading, "", *(f"- {line}" for line in lines), ""])
            publish(tools.settings.outbox, path, text.encode("utf-8-sig"))
        else:
            with suppress(OSError):
                (tools.settings.outbox / path).unlink(missing_ok=True)
