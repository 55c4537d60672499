"""From answers to the outbox."""

from __future__ import annotations

from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from service import answer as contract
from service.errors import TongketError, WorkspaceError
from service.flow.tools import Tally
from service.inbox.seen import shown
from service.model.examination import Verdict
from service.outbox.annotated import annotated_copy
from service.outbox.gap_report import gap_report
from service.outbox.names import Names
from service.outbox.publish import folder_of, publish, slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from service.flow.tools import Tools
    from service.model.examination import Examination
    from service.model.rulebook import Rulebook
    from service.model.submission import Submission

RESULT = "result.json"
GAP_REPORT = "phieu-ra-soat.docx"
ANNOTATED = "ban-ghi-chu.docx"
_LONGEST = 48


def publish_answers(tools: Tools, stopping: Callable[[], bool] = lambda: False) -> Tally:
    """Lay every unpublished answer in the outbox, or until `stopping`.

    A folder that can't be written keeps no other answer back.

    Raises:
        TemplateError: a template can't be filled.
        WorkspaceError: the ledger can't be used.
    """
    tally, todo = Tally(), tools.ledger.unpublished()
    everything = [each for each in tools.ledger.submissions() if each.examination] if todo else []
    laid = {each.claim.id: each.outputs for each in everything if each.outputs}
    for submission in takewhile(lambda _: not stopping(), todo):
        folder = _folder(submission, laid)
        try:
            outputs = tuple(_lay(tools, submission, folder, _earlier(submission, everything)))
        except WorkspaceError as trouble:
            tally.troubles.append(trouble)
            continue
        tools.ledger.mark_published(submission.claim.id, outputs)
        laid[submission.claim.id] = outputs
        tally.done += 1
    return tally


def reopen(tools: Tools, *, everything: bool) -> None:
    """Have answers given and laid again: all of them, or those whose files no longer lie in the outbox.

    Judging is a pure function of the original and the pack, so what hasn't changed comes back byte for byte.
    """
    outbox = tools.settings.outbox
    lost = [
        submission.claim.id
        for submission in tools.ledger.submissions()
        if everything or (submission.published and not all((outbox / path).exists() for path in submission.outputs))
    ]
    if lost:
        tools.ledger.reopen(lost)
        tools.say("cli.run.reopened", count=len(lost))


def required_authorities(rulebook: Rulebook) -> tuple[str, ...]:
    """The documents that every report must cite, in the order of the pack."""
    return tuple(rule.id for rule in rulebook.authorities if rule.required and rule.listed)


def _folder(submission: Submission, laid: Mapping[int, Sequence[str]]) -> str:
    """A folder for each submission, numbered in its unit's order, so that no version hides another."""
    top = folder_of(_unit_of(submission))
    own = laid.get(submission.claim.id, ())
    if own and _above(own[0]).startswith(f"{top}/"):
        return _above(own[0])
    folders = [_above(outputs[0]) for outputs in laid.values()]
    numbers = [int(folder.rpartition("/")[2].partition("-")[0]) for folder in folders if _above(folder) == top]
    stem = slug(submission.claim.name.rpartition(".")[0] or submission.claim.name)[:_LONGEST].strip("-")
    return f"{top}/{max(numbers, default=0) + 1:02d}-{stem}"


def _above(path: str) -> str:
    return path.rpartition("/")[0]


def _lay(tools: Tools, submission: Submission, folder: str, earlier: Examination | None) -> Iterator[str]:
    examination = submission.examination
    if examination is None:
        return
    # First, because it costs next to nothing to find out here that nothing can be written.
    publish(tools.settings.outbox, f"{folder}/{RESULT}", contract.to_json(examination, indent=1).encode())
    report = _gap_report(tools, submission, examination, earlier)
    if report is not None:
        publish(tools.settings.outbox, f"{folder}/{GAP_REPORT}", report)
        yield f"{folder}/{GAP_REPORT}"
    copy = _annotated(tools, submission, examination)
    if copy is not None:
        publish(tools.settings.outbox, f"{folder}/{ANNOTATED}", copy)
        yield f"{folder}/{ANNOTATED}"
    yield f"{folder}/{RESULT}"


def _annotated(tools: Tools, submission: Submission, examination: Examination) -> bytes | None:
    """The officer's own file with a comment at each place; None where there is nothing to say or nowhere to say it."""
    claim = submission.claim
    try:
        data = tools.originals.read(claim.sha256)
        return annotated_copy(data, examination, tools.words, date.fromisoformat(claim.received[:10]))
    except TongketError:
        return None  # a lost original is told where it is judged
    except Exception as trouble:  # noqa: BLE001  # what one report holds must not keep the others from their answers
        tools.say("cli.error.output_failed", file=shown(claim.name), problem=f"{type(trouble).__name__}: {trouble}")
        return None


def _gap_report(
    tools: Tools, submission: Submission, examination: Examination, earlier: Examination | None
) -> bytes | None:
    try:
        return gap_report(
            tools.settings.templates,
            examination,
            tools.rulebook.registry,
            tools.words,
            date.fromisoformat(submission.claim.received[:10]),
            received=submission.claim.received,
            earlier=earlier,
            names=Names(tools.words, tools.rulebook),
            required=required_authorities(tools.rulebook),
        )
    except TongketError:
        raise
    except Exception as trouble:  # noqa: BLE001  # what one report holds must not keep the others from their answers
        problem = f"{type(trouble).__name__}: {trouble}"
        tools.say("cli.error.output_failed", file=shown(submission.claim.name), problem=problem)
        return None


def _earlier(submission: Submission, everything: Sequence[Submission]) -> Examination | None:
    """What was found in the unit's last readable report before this one."""
    unit = _unit_of(submission)
    if unit is None:
        return None
    before = [each.examination for each in everything if each.claim.id < submission.claim.id and _unit_of(each) == unit]
    readable = [each for each in before if each and each.verdict in (Verdict.COMPLETE, Verdict.GAPS)]
    return readable[-1] if readable else None


def _unit_of(submission: Submission) -> str | None:
    examination = submission.examination
    return examination.unit.id if examination and examination.unit else None
