"""Who still owes a report, and which of a unit's files speaks for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from service.model.examination import Verdict
from service.model.rulebook import Round
from service.model.standing import Board, Standing, State
from service.rounds.lineage import OTHER_ROUND, folder_owner, lineages, usable
from service.rounds.waiving import in_force, waive

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from service.model.comparison import Lineage
    from service.model.standing import Waiting
    from service.model.submission import Submission
    from service.model.unit import Registry, Unit
    from service.model.waiver import Waiver

__all__ = ["OTHER_ROUND", "owes", "standings", "usable"]


def standings(
    registry: Registry,
    submissions: Sequence[Submission],
    waiting: Iterable[Waiting] = (),
    gathered: Round | None = None,
    *,
    waivers: Iterable[Waiver] = (),
    today: date = date.min,
) -> Board:
    """Lay every submission beside the unit that it belongs to, and name the units that sent nothing.

    Args:
        registry: All units.
        submissions: Everything that the ledger remembers; `claim.id` says which is newer.
        waiting: Files of the inbox that can't be taken yet.
        gathered: The round; units that weren't there in its years owe nothing.
        waivers: Findings that were accepted or asked for.
        today: By this day waivers expire.
    """
    gathered = gathered or Round()
    known = {unit.id for unit in registry.units}
    lines = lineages(submissions, known)
    by_unit: dict[str | None, list[Submission]] = defaultdict(list)
    for submission in sorted(submissions, key=lambda one: one.claim.id, reverse=True):
        by_unit[_owner(submission, lines.get(submission.claim.id), known)].append(submission)
    accepted = in_force(waivers)
    rows = tuple(
        _waived(_standing(unit, by_unit[unit.id], lines), accepted.get(unit.id, ()), today)
        for unit in registry.units
        if by_unit.get(unit.id) or owes(unit, gathered)
    )
    strays = tuple(by_unit.get(None, ()))
    told = tuple(lines[one.claim.id] for one in strays if one.claim.id in lines)
    return Board(rows, unassigned=strays, waiting=tuple(waiting), lineages=told)


def owes(unit: Unit, gathered: Round) -> bool:
    """Whether a report of this round is owed by the unit. One that was merged away leaves that to its successor."""
    last = gathered.first_year if unit.successor is None else gathered.last_year + 1
    gone = unit.valid_to is not None and unit.valid_to < date(last, 1, 1)
    yet_to_come = unit.valid_from is not None and unit.valid_from > date(gathered.last_year, 12, 31)
    return unit.expected and not gone and not yet_to_come


def _owner(submission: Submission, lineage: Lineage | None, known: Collection[str]) -> str | None:
    """Whose it is; before a file is judged, its folder is the only clue."""
    return lineage.unit if lineage else folder_owner(submission.claim.folder, known)


def _standing(unit: Unit, sent: Sequence[Submission], lines: Mapping[int, Lineage]) -> Standing:
    """The standing of a unit from its submissions, newest first."""
    if not sent:
        return Standing(unit, State.MISSING)
    speaker = _speaker(sent, lines)
    note = sent[0] if sent[0] is not speaker and not _repeats(sent[0], lines) else None
    rest = tuple(one for one in sent if one is not speaker and one is not note)
    state = State.TAKEN if speaker.examination is None else State.JUDGED
    lineages = tuple(lines[one.claim.id] for one in sent if one.claim.id in lines)
    return Standing(unit, state, latest=speaker, note_latest=note, earlier=rest, lineages=lineages)


def _waived(standing: Standing, waivers: Sequence[Waiver], today: date) -> Standing:
    """The standing with what was accepted in the report that speaks for it."""
    if not waivers and not standing.examination:
        return standing
    findings = standing.examination.findings if standing.examination else ()
    return replace(standing, waiving=waive(findings, waivers, today))


def _speaker(sent: Sequence[Submission], lines: Mapping[int, Lineage]) -> Submission:
    """The newest usable one, which no newer file hides that can't be used, is its repeat or may be another unit's."""
    judged = [one for one in sent if one.examination is not None]
    reports = [one for one in judged if one.examination and one.examination.verdict in (Verdict.COMPLETE, Verdict.GAPS)]
    good = [one for one in reports if usable(one)]
    news = [one for one in good if not _repeats(one, lines)]
    sure = [one for one in news if not lines[one.claim.id].presumed]
    for choice in (sure, news, good, reports, judged, sent):
        if choice:
            return choice[0]
    return sent[0]


def _repeats(submission: Submission, lines: Mapping[int, Lineage]) -> bool:
    lineage = lines.get(submission.claim.id)
    return lineage is not None and lineage.repeats is not None
