"""Who still owes a report, and which of a unit's files speaks for it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from service.model.examination import Verdict
from service.model.rulebook import Round
from service.model.standing import Board, Standing, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.model.standing import Waiting
    from service.model.submission import Submission
    from service.model.unit import Registry, Unit

OTHER_ROUND = "term.other_round"


def standings(
    registry: Registry,
    submissions: Sequence[Submission],
    waiting: Iterable[Waiting] = (),
    gathered: Round | None = None,
) -> Board:
    """Lay every submission beside the unit that it belongs to, and name the units that sent nothing.

    Args:
        registry: All units.
        submissions: Everything that the ledger remembers; `claim.id` says which is newer.
        waiting: Files of the inbox that can't be taken yet.
        gathered: The round; units that weren't there in its years owe nothing.
    """
    gathered = gathered or Round()
    known = {unit.id for unit in registry.units}
    by_unit: dict[str | None, list[Submission]] = defaultdict(list)
    for submission in sorted(submissions, key=lambda one: one.claim.id, reverse=True):
        by_unit[_owner(submission, known)].append(submission)
    rows = tuple(
        _standing(unit, by_unit[unit.id]) for unit in registry.units if by_unit.get(unit.id) or owes(unit, gathered)
    )
    return Board(rows, unassigned=tuple(by_unit.get(None, ())), waiting=tuple(waiting))


def owes(unit: Unit, gathered: Round) -> bool:
    """Whether a report of this round is owed by the unit. One that was merged away leaves that to its successor."""
    last = gathered.first_year if unit.successor is None else gathered.last_year + 1
    gone = unit.valid_to is not None and unit.valid_to < date(last, 1, 1)
    yet_to_come = unit.valid_from is not None and unit.valid_from > date(gathered.last_year, 12, 31)
    return unit.expected and not gone and not yet_to_come


def usable(submission: Submission) -> bool:
    """Whether the file is a term report of this round: one that may speak for its unit and be summed up."""
    answer = submission.examination
    if answer is None or answer.verdict not in (Verdict.COMPLETE, Verdict.GAPS):
        return False
    return all(finding.code != OTHER_ROUND for finding in answer.findings)


def _owner(submission: Submission, known: set[str]) -> str | None:
    answer = submission.examination
    if answer is not None:
        return answer.unit.id if answer.unit and answer.unit.id in known else None
    return _folder_owner(submission.claim.folder, known)


def _folder_owner(folder: str, known: set[str]) -> str | None:
    """The unit whose id is spelt by the folder or by its lower end: the only clue before a file is judged."""
    path = folder.strip("/").lower().replace("/", ".")
    if not path:
        return None
    matches = [unit for unit in known if unit == path or unit.endswith("." + path)]
    return matches[0] if len(matches) == 1 else None


def _standing(unit: Unit, sent: Sequence[Submission]) -> Standing:
    """The standing of a unit from its submissions, newest first."""
    if not sent:
        return Standing(unit, State.MISSING)
    speaker = _speaker(sent)
    note = sent[0] if sent[0] is not speaker else None
    rest = tuple(one for one in sent if one is not speaker and one is not note)
    state = State.TAKEN if speaker.examination is None else State.JUDGED
    return Standing(unit, state, latest=speaker, note_latest=note, earlier=rest)


def _speaker(sent: Sequence[Submission]) -> Submission:
    """The newest usable one; a newer file that can't be used doesn't hide it."""
    judged = [one for one in sent if one.examination is not None]
    reports = [one for one in judged if one.examination and one.examination.verdict in (Verdict.COMPLETE, Verdict.GAPS)]
    for choice in ([one for one in reports if usable(one)], reports, judged, sent):
        if choice:
            return choice[0]
    return sent[0]
