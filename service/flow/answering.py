"""From the ledger's open claims to answers; and from answers to the outbox."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from service import answer as contract
from service.executor.interface import Done, Reason
from service.flow.judging import Work, answer, given_up
from service.inbox.seen import shown
from service.model.examination import Verdict
from service.outbox.gap_report import gap_report
from service.outbox.names import Names
from service.outbox.publish import folder_of, publish, slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.executor.interface import Failed
    from service.flow.tools import Tools
    from service.model.examination import Examination
    from service.model.submission import Submission

RESULT = "result.json"
GAP_REPORT = "phieu-ra-soat.docx"
_TRIES = 2
"""A document that has ended or hung this many workers is given up."""


def answer_open(tools: Tools) -> int:
    """Judge every claim that is open; return how many were answered."""
    done = 0
    while claims := tools.ledger.open_claims():
        work = [Work(tools.originals.path(c.sha256), c.name, c.folder, c.id) for c in claims]
        for outcome in tools.executor.each(answer, work):
            settled = outcome.value if isinstance(outcome, Done) else _failed(tools, outcome)
            if settled is not None:
                tools.ledger.settle(outcome.item.key, settled)
                tools.tell(_told(tools, outcome.item, settled))
                done += 1
    return done


def _failed(tools: Tools, failed: Failed[Work]) -> Examination | None:
    """An answer for a file that can't be judged here; None where it is to be tried once more."""
    tries = tools.ledger.count_attempt(failed.item.key)
    if tries < _TRIES and failed.reason is not Reason.RAISED:
        return None
    data = tools.originals.read(tools.ledger.submission(failed.item.key).claim.sha256)
    return given_up(failed, data, tools.rulebook)


def _told(tools: Tools, work: Work, settled: Examination) -> str:
    say = tools.words.say
    unit = settled.unit.name if settled.unit else say("cli.unit.unknown")
    return say("cli.run.answered", file=shown(work.name), unit=unit, verdict=say(f"cli.verdict.{settled.verdict}"))


def publish_answers(tools: Tools) -> int:
    """Lay every unpublished answer in the outbox; return how many were laid there."""
    todo = tools.ledger.unpublished()
    if not todo:
        return 0
    everything = [each for each in tools.ledger.submissions() if each.examination is not None]
    for submission in (each for each in todo if each.examination is not None):
        outputs = _publish(tools, submission, _earlier(submission, everything))
        tools.ledger.mark_published(submission.claim.id, outputs)
    return len(todo)


def _unit_of(submission: Submission) -> str | None:
    examination = submission.examination
    return examination.unit.id if examination and examination.unit else None


def _earlier(submission: Submission, everything: Sequence[Submission]) -> list[Submission]:
    """The unit's submissions before this one, oldest first."""
    unit, number = _unit_of(submission), submission.claim.id
    return [each for each in everything if each.claim.id < number and _unit_of(each) == unit]


def _publish(tools: Tools, submission: Submission, earlier: Sequence[Submission]) -> tuple[str, ...]:
    examination = submission.examination
    if examination is None:
        return ()
    folder = _folder(submission, len(earlier))
    comparable = [each.examination for each in earlier if each.examination and _unit_of(submission)]
    issued = date.fromisoformat(submission.claim.received[:10])
    report = gap_report(
        tools.settings.templates,
        examination,
        tools.rulebook.registry,
        tools.words,
        issued,
        received=submission.claim.received,
        earlier=_last_readable(comparable),
        names=Names(tools.words, tools.rulebook),
    )
    result = contract.to_json(examination, indent=1).encode()
    outputs = {f"{folder}/{GAP_REPORT}": report, f"{folder}/{RESULT}": result}
    for path, data in outputs.items():
        publish(tools.settings.outbox, path, data)
    return tuple(outputs)


def _last_readable(earlier: Sequence[Examination]) -> Examination | None:
    readable = (each for each in reversed(earlier) if each.verdict in (Verdict.COMPLETE, Verdict.GAPS))
    return next(readable, None)


def _folder(submission: Submission, earlier: int) -> str:
    """A folder for each submission, numbered in its unit's order, so that no version hides another."""
    stem = slug(submission.claim.name.rsplit(".", 1)[0])[:48].strip("-")
    return f"{folder_of(_unit_of(submission))}/{earlier + 1:02d}-{stem or 'bao-cao'}"
