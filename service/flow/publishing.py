"""From answers to the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from service import answer as contract
from service.errors import TongketError, WorkspaceError
from service.flow.clock import now
from service.flow.notices import plan_notice
from service.flow.stand_ins import filled
from service.flow.tools import Tally
from service.model.manuscript import Format
from service.office import to_docx
from service.outbox.annotated.copy import annotated_copy
from service.outbox.gap.report import gap_report
from service.outbox.phrasing.names import Names
from service.outbox.publish import folder_of, publish, slug
from service.read import CONVERTIBLE
from service.read.pages import page_hints
from service.rounds.lineage import lineages
from service.rounds.objects import lineage_object, waiving_object
from service.rounds.waiving import in_force, told, waive
from service.words.showing import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from service.flow.tools import Tools
    from service.model.comparison import Lineage
    from service.model.examination import Examination
    from service.model.rulebook import Rulebook
    from service.model.submission import Submission
    from service.model.waiver import Waiver, Waiving

RESULT = "result.json"
GAP_REPORT = "phieu-ra-soat.docx"
ANNOTATED = "ban-ghi-chu.docx"
_LONGEST = 48


@dataclass(frozen=True, slots=True)
class Rounds:
    """What is told of one report beside its answer."""

    lineage: Lineage
    waiving: Waiving


def publish_answers(
    tools: Tools, stopping: Callable[[], bool] = lambda: False, waivers: Iterable[Waiver] = ()
) -> Tally:
    """Lay every unpublished answer in the outbox, or until `stopping`.

    A folder that can't be written keeps no other answer back.

    Args:
        tools: the means.
        stopping: asked before each answer.
        waivers: findings that were accepted or asked for.

    Raises:
        TemplateError: a built-in template can't be filled.
        WorkspaceError: the ledger can't be used.
    """
    tally, todo = Tally(), tools.ledger.unpublished()
    if not todo:
        return tally
    everything = tools.ledger.submissions()
    lines = lineages(everything, {unit.id for unit in tools.rulebook.registry.units})
    laid = {each.claim.id: each.outputs for each in everything if each.outputs}
    accepted, day = in_force(waivers), date.fromisoformat(now()[:10])
    for submission in takewhile(lambda _: not stopping(), todo):
        lineage = lines[submission.claim.id]
        folder = _folder(submission, lineage.unit, laid)
        findings = submission.examination.findings if submission.examination else ()
        waiving = waive(findings, accepted.get(lineage.unit or "", ()), day)
        try:
            outputs = tuple(_lay(tools, submission, folder, Rounds(lineage, waiving)))
        except WorkspaceError as trouble:
            tally.troubles.append(trouble)
            continue
        plan_notice(tools, submission, lineage)
        tools.ledger.mark_published(submission.claim.id, outputs, told(waiving))
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


def _folder(submission: Submission, unit: str | None, laid: Mapping[int, Sequence[str]]) -> str:
    """A folder for each submission, numbered in its unit's order, so that no version hides another."""
    top = folder_of(unit)
    own = laid.get(submission.claim.id, ())
    if own and _above(own[0]).startswith(f"{top}/"):
        return _above(own[0])
    folders = [_above(outputs[0]) for outputs in laid.values()]
    numbers = [int(folder.rpartition("/")[2].partition("-")[0]) for folder in folders if _above(folder) == top]
    stem = slug(submission.claim.name.rpartition(".")[0] or submission.claim.name)[:_LONGEST].strip("-")
    return f"{top}/{max(numbers, default=0) + 1:02d}-{stem}"


def _above(path: str) -> str:
    return path.rpartition("/")[0]


def _lay(tools: Tools, submission: Submission, folder: str, rounds: Rounds) -> Iterator[str]:
    examination = submission.examination
    if examination is None:
        return
    # First, because it costs next to nothing to find out here that nothing can be written.
    publish(tools.settings.outbox, f"{folder}/{RESULT}", _result(examination, rounds).encode())
    data = _original(tools, submission, examination)
    report = _gap_report(tools, submission, examination, rounds, _pages(data))
    if report is not None:
        publish(tools.settings.outbox, f"{folder}/{GAP_REPORT}", report)
        yield f"{folder}/{GAP_REPORT}"
    copy = _annotated(tools, submission, examination, rounds, data)
    if copy is not None:
        publish(tools.settings.outbox, f"{folder}/{ANNOTATED}", copy)
        yield f"{folder}/{ANNOTATED}"
    yield f"{folder}/{RESULT}"


def _result(examination: Examination, rounds: Rounds) -> str:
    """The contract's object, what changed since the version before, and what was accepted."""
    more = {
        "comparison": lineage_object(rounds.lineage, examination.findings),
        "waivers": waiving_object(rounds.waiving),
    }
    return contract.dump(contract.to_object(examination) | more, indent=1)


def _original(tools: Tools, submission: Submission, examination: Examination) -> bytes | None:
    """The officer's file as a Word file of today; None where it is lost, which is told where it is judged."""
    try:
        data = tools.originals.read(submission.claim.sha256)
        converted = examination.file.format in CONVERTIBLE
        return to_docx(data, Format(examination.file.format)) if converted else data
    except TongketError:
        return None


def _pages(data: bytes | None) -> Sequence[int | None]:
    try:
        return page_hints(data) if data is not None else ()
    except Exception:  # noqa: BLE001  # a hint that can't be had must not cost the unit its report
        return ()


def _annotated(
    tools: Tools, submission: Submission, examination: Examination, rounds: Rounds, data: bytes | None
) -> bytes | None:
    """The officer's own file with a comment at each place; None where there is nothing to say or nowhere to say it."""
    claim = submission.claim
    if data is None:
        return None
    try:
        issued = date.fromisoformat(claim.received[:10])
        names = Names(tools.words, tools.rulebook)
        return annotated_copy(
            data, examination, tools.words, issued, lineage=rounds.lineage, waiving=rounds.waiving, names=names
        )
    except Exception as trouble:  # noqa: BLE001  # what one report holds must not keep the others from their answers
        tools.say("cli.error.output_failed", file=shown(claim.name), problem=f"{type(trouble).__name__}: {trouble}")
        return None


def _gap_report(
    tools: Tools, submission: Submission, examination: Examination, rounds: Rounds, pages: Sequence[int | None]
) -> bytes | None:
    try:
        return filled(
            tools,
            lambda templates: gap_report(
                templates,
                examination,
                tools.rulebook.registry,
                tools.words,
                date.fromisoformat(submission.claim.received[:10]),
                received=submission.claim.received,
                lineage=rounds.lineage,
                waiving=rounds.waiving,
                names=Names(tools.words, tools.rulebook),
                required=required_authorities(tools.rulebook),
                pages=pages,
            ),
        )
    except TongketError:
        raise
    except Exception as trouble:  # noqa: BLE001  # what one report holds must not keep the others from their answers
        problem = f"{type(trouble).__name__}: {trouble}"
        tools.say("cli.error.output_failed", file=shown(submission.claim.name), problem=problem)
        return None
