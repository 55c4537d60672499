"""Files that no unit's row tells of: those whose unit isn't known, and those that can't be taken yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.model.examination import Verdict
from service.outbox.board.text import Link, documents
from service.outbox.phrasing.names import Names
from service.outbox.phrasing.numbers import short_date

if TYPE_CHECKING:
    from service.model.standing import Board, Waiting
    from service.model.submission import Submission
    from service.words import Words


@dataclass(frozen=True, slots=True)
class Stray:
    """A file that no unit's row tells of."""

    name: str
    folder: str
    day: str
    reason: str
    files: tuple[Link, ...] = ()


def unassigned(board: Board, words: Words) -> tuple[Stray, ...]:
    """Submissions whose unit can't be told, with the reason in plain words."""
    return tuple(
        Stray(
            one.claim.name,
            one.claim.folder,
            short_date(one.claim.received, words),
            _why(one, words),
            documents(one, words),
        )
        for one in board.unassigned
    )


def waiting(board: Board, words: Words) -> tuple[Stray, ...]:
    """Files that lie in the inbox and can't be taken yet."""
    return tuple(
        Stray(one.name, one.folder, short_date(one.since, words), _why_waiting(one, words)) for one in board.waiting
    )


def _why(submission: Submission, words: Words) -> str:
    answered = submission.examination
    if answered is None:
        return words.say("dashboard.unassigned.open")
    if answered.verdict is Verdict.UNREADABLE:
        told = (f"{finding.message} {finding.fix}".strip() for finding in answered.findings)
        return next(filter(None, told), words.say("dashboard.unassigned.unreadable"))
    unit = (
        words.say("dashboard.unassigned.unknown_unit", name=answered.unit.name)
        if answered.unit
        else words.say("dashboard.unassigned.no_unit")
    )
    if answered.verdict is Verdict.WRONG_KIND and answered.kind is not None:
        kind = Names(words).kind(answered.kind.value)
        return f"{words.say('dashboard.unassigned.wrong_kind', kind=kind)} {unit}"
    return unit


def _why_waiting(file: Waiting, words: Words) -> str:
    if not file.reason:
        return words.say("dashboard.waiting.not_quiet")
    if not words.has(file.reason):
        return words.say("dashboard.waiting.unknown")
    try:
        return words.say(file.reason, name=file.name, folder=file.folder, since=short_date(file.since, words))
    except KeyError:  # a sentence with blanks that the board doesn't carry
        return words.say("dashboard.waiting.unknown")
