"""From single answers to what their comparison shows: each report held against the others of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.check.across.shelf import compared, is_report, shelve
from service.flow.tools import Tally
from service.flow.workspaces import ledger_file
from service.gaps import standings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from service.check.across.shelf import Shelf
    from service.flow.tools import Tools
    from service.model.examination import Examination
    from service.model.rulebook import Rulebook
    from service.model.submission import Submission
    from service.settings import Settings


def compare_answers(tools: Tools) -> Tally:
    """Store with every answer what comparing it shows now; one that changes is laid in the outbox anew.

    What is stored depends on the answers alone, not on their order: to run it again changes nothing.
    """
    submissions = tools.ledger.submissions()
    shelf = _shelf(submissions, tools.rulebook)
    tally = Tally()
    for submission in submissions:
        answer = submission.examination
        if answer is None or not is_report(answer):
            continue
        now = compared(answer, shelf, tools.rulebook)
        if now != answer:
            tools.ledger.settle(submission.claim.id, now)
            tally.done += 1
    return tally


def beside_workspace(examinations: Sequence[Examination], settings: Settings, rulebook: Rulebook) -> list[Examination]:
    """Files judged where they lie, held against what a workspace has received; nothing is written."""
    file = ledger_file(settings)
    if not file.exists():
        return list(examinations)
    from service.ledger.sql import SqlLedger  # noqa: PLC0415 - a fresh workspace needs no database

    with SqlLedger(file) as ledger:
        submissions = ledger.submissions()
    shelf = _shelf(submissions, rulebook, without={one.file.sha256 for one in examinations})
    return [compared(one, shelf, rulebook) for one in examinations]


def _shelf(submissions: Iterable[Submission], rulebook: Rulebook, without: Collection[str] = ()) -> Shelf:
    """What has been received: of each unit the report that speaks for it, and its reports of other terms."""
    kept = [one for one in submissions if one.claim.sha256 not in without]
    board = standings(rulebook.registry, kept, gathered=rulebook.round)
    speakers = [row.examination for row in board.standings if row.examination]
    return shelve(speakers, [one.examination for one in kept if one.examination])
