"""Who accepted what: from the office's file and the ledger to the reports that must say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from service.errors import UsageError
from service.flow.accepted import accepted_in_file, keep_accepted, mistake
from service.flow.clock import now
from service.flow.tools import Tally
from service.gaps import standings
from service.rounds.fingerprint import marks
from service.rounds.waiving import told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.errors import TongketError
    from service.flow.tools import Tools
    from service.ledger.interface import Ledger
    from service.model.standing import Board, Standing, Waiting
    from service.model.waiver import Waiver


def today() -> date:
    """This day with the office's own offset."""
    return date.fromisoformat(now()[:10])


class Waivers:
    """Knows what was accepted when it last looked, and has reports laid again that say otherwise."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._trouble: TongketError | None = None
        self._seen: tuple[tuple[Waiver, ...], date] | None = None

    @property
    def all(self) -> tuple[Waiver, ...]:
        """Everything that was accepted or asked for, the file's first."""
        return self._seen[0] if self._seen else ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What is wrong with the office's file, for the log."""
        return (mistake(self._trouble, self._tools.speech),) if self._trouble else ()

    @property
    def notice(self) -> str:
        """What is wrong with the office's file, for the dashboard; empty where nothing is."""
        return mistake(self._trouble, self._tools.words)

    def look(self) -> Tally:
        """Read the file and the ledger; what changed, a day that is over included, is published anew.

        A file with a mistake is noticed, and what it said before still holds; it keeps nothing from its work.

        Raises:
            WorkspaceError: the ledger can't be used.
        """
        tally = Tally()
        in_file, self._trouble = accepted_in_file(self._tools.settings, self._tools.rulebook)
        if self._trouble is None:
            keep_accepted(self._tools.settings)
        seen = ((*in_file, *self._tools.ledger.waivers()), today())
        if seen != self._seen:
            self._seen = seen
            tally.done = self._lay_again()
        return tally

    def board(self, waiting: Iterable[Waiting] = ()) -> Board:
        """Who has sent what, with what was accepted; `waiting` are files of the inbox that can't be taken yet."""
        tools = self._tools
        registry, submissions = tools.rulebook.registry, tools.ledger.submissions()
        return standings(registry, submissions, waiting, tools.settings.round, waivers=self.all, today=today())

    def _lay_again(self) -> int:
        stale = [
            standing.latest.claim.id
            for standing in self.board().standings
            if standing.latest and standing.latest.published and standing.latest.told != told(standing.waiving)
        ]
        if stale:
            self._tools.ledger.unpublish(stale)
        return len(stale)


def accept(ledger: Ledger, board: Board, unit: str, finding: str, waiver: Waiver) -> Waiver:
    """Remember that a finding of a unit's report is accepted.

    Args:
        ledger: where it is kept.
        board: who has sent what.
        unit: id or name of the unit.
        finding: id or fingerprint of the finding, or its beginning.
        waiver: reason, name, last day and moment.

    Raises:
        UsageError: there is no such unit, report or finding; the hint names what there is.
    """
    standing = _standing(board, unit)
    report = standing.latest
    if report is None or report.examination is None or not report.examination.findings:
        raise UsageError("cli.waive.no_findings", unit=standing.unit.association)
    named = marks(report.examination.findings)
    found = [n for n, mark in enumerate(named) if finding in (mark.id, mark.fingerprint, mark.id.partition("-")[0])]
    if len(found) != 1:
        ids = ", ".join(named[n].id for n in found) if found else ", ".join(mark.id for mark in named)
        key = "cli.waive.several" if found else "cli.waive.unknown_finding"
        raise UsageError(key, finding=finding, unit=standing.unit.association, ids=ids)
    mark, words = named[found[0]], report.examination.findings[found[0]]
    return ledger.waive(replace(waiver, unit=standing.unit.id, finding=mark.id, kin=mark.kin, message=words.message))


def _standing(board: Board, unit: str) -> Standing:
    """The unit that is meant, by its id or its name."""
    wanted = " ".join(unit.casefold().split())
    rows = board.standings
    for standing in rows:
        if wanted == standing.unit.id:
            return standing
    named = [one for one in rows if wanted in _names(one)]
    if len(named) == 1:
        return named[0]
    ids = [one.unit.id for one in named or rows]
    near = ids if named else get_close_matches(wanted, ids, n=3)
    raise UsageError("cli.waive.unknown_unit", unit=unit, near=", ".join(near) or "–")


def _names(standing: Standing) -> tuple[str, ...]:
    unit = standing.unit
    return tuple(name.casefold() for name in (unit.name, f"{unit.type} {unit.name}", unit.association))
