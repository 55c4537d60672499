"""From the ledger's open claims to answers."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from service.errors import WorkspaceError
from service.executor.interface import Done
from service.flow.judging import Work, answer, given_up, worth_another_try
from service.flow.tools import Tally
from service.model.submission import Submission
from service.rounds.hearing import heard
from service.rounds.lineage import lineages
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from service.executor.interface import Failed
    from service.flow.tools import Tools
    from service.model.examination import Examination
    from service.model.submission import Claim

_TRIES = 2
"""A document that has ended or hung this many workers is given up."""


def answer_open(tools: Tools, stopping: Callable[[], bool]) -> Tally:
    """Judge every claim that is open, or until `stopping`; a file whose original can't be had is put off.

    Raises:
        WorkspaceError: the ledger can't be used, or no worker can be started.
    """
    tally, put_off = Tally(), set[int]()
    while not stopping():
        claims = [claim for claim in tools.ledger.open_claims() if claim.id not in put_off]
        if not claims:
            break
        for outcome in tools.executor.each(answer, _work(tools, claims, stopping)):
            if isinstance(outcome, Done):
                _settle(tools, outcome.item, outcome.value, tally)
            elif not stopping():  # else the worker may have been stopped together with us
                put_off.update(_failed(tools, outcome, tally))
    return tally


def _work(tools: Tools, claims: Iterable[Claim], stopping: Callable[[], bool]) -> Iterator[Work]:
    going_on = takewhile(lambda _: not stopping(), claims)
    return (Work(tools.originals.path(claim.sha256), claim.name, claim.folder, claim.id) for claim in going_on)


def _settle(tools: Tools, work: Work, settled: Examination, tally: Tally) -> None:
    if settled.replies:
        _hear(tools, work, settled)
    tools.ledger.settle(work.key, settled)
    tally.done += 1
    say = tools.speech.say
    unit = settled.unit.name if settled.unit else say("cli.unit.unknown")
    verdict = say(f"cli.verdict.{settled.verdict}")
    tools.say("cli.run.answered", file=shown(work.name), unit=unit, verdict=verdict)


def _hear(tools: Tools, work: Work, settled: Examination) -> None:
    """Remember what reviewers answered to our comments, before the answer: a sudden end between costs nothing."""
    submissions = [one for one in tools.ledger.submissions() if one.claim.id != work.key]
    this = Submission(tools.ledger.submission(work.key).claim, settled)
    units = {unit.id for unit in tools.rulebook.registry.units}
    unit = lineages((*submissions, this), units)[work.key].unit
    if unit is not None:
        for waiver in heard(settled, unit, tools.settings.reviewers, shown(work.name)):
            tools.ledger.waive(waiver)


def _failed(tools: Tools, failed: Failed[Work], tally: Tally) -> Iterator[int]:
    """Give the file up, or leave its claim open for another try; yield its id where there is no use in one now."""
    work = failed.item
    try:
        tools.originals.read(tools.ledger.submission(work.key).claim.sha256)
    except WorkspaceError as trouble:
        tally.troubles.append(trouble)
        yield work.key
        return
    if tools.ledger.count_attempt(work.key) >= _TRIES or not worth_another_try(failed):
        _settle(tools, work, given_up(failed, tools.rulebook), tally)
