"""How a file stands, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.examination import Examination, Severity, Status, Verdict
from service.model.waiver import NONE
from service.outbox.phrasing.causes import MOST_PLACES, accepted_sections, of_one_cause, points

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.model.examination import Finding
    from service.model.waiver import Waiving
    from service.outbox.phrasing.names import Names
    from service.words import Words


def conclusion(examination: Examination, words: Words, names: Names, waiving: Waiving = NONE) -> str:
    """How a file stands; what it is where it is no term report. What is accepted is told, and asked of nobody."""
    if examination.verdict in (Verdict.WRONG_KIND, Verdict.UNREADABLE):
        return " ".join(finding.message for finding in examination.findings[:1])
    due = waiving.due(examination.findings)
    gaps = examination.verdict is Verdict.GAPS
    said = _lacking(examination, words, names, waiving) if gaps else _complete(due, words)
    return " ".join(filter(None, (said, _often(due, words))))


def _often(due: Sequence[Finding], words: Words) -> str:
    """At how many places something is to be mended, where one point has more of them than a list can hold."""
    asked = [one for one in due if one.severity is not Severity.INFO]
    most = max(map(len, of_one_cause(asked)), default=0)
    return words.say("gap_report.verdict.often", count=len(asked)) if most > MOST_PLACES else ""


def _complete(due: Sequence[Finding], words: Words) -> str:
    """That every section is there, and how many points are left."""
    grave, light = points(due, Severity.ERROR), points(due, Severity.WARNING)
    if grave:
        key = "complete_but" if light else "complete_grave"
        return words.say(f"gap_report.verdict.{key}", grave=grave, count=light)
    return words.say("gap_report.verdict.complete_more" if light else "gap_report.verdict.complete", count=light)


def _lacking(examination: Examination, words: Words, names: Names, waiving: Waiving) -> str:
    """Which sections are not there, which hold too little, and which of them a reviewer accepted so."""
    accepted = accepted_sections(examination, waiving)
    told = []
    for status in (Status.MISSING, Status.THIN):
        lacking = [one.id for one in examination.sections if one.status is status and one.id not in accepted]
        if lacking:
            told.append(words.say(f"gap_report.verdict.{status}", sections=_quoted(lacking, names)))
    said = [words.say("gap_report.verdict.gaps", sections="; ".join(told))] if told or not accepted else []
    if accepted:
        said.append(words.say("gap_report.verdict.accepted", sections=_quoted(accepted, names)))
    if told or not accepted:
        return " ".join(said)
    due = waiving.due(examination.findings)
    left = {"grave": points(due, Severity.ERROR), "light": points(due, Severity.WARNING)}
    said += [words.say(f"gap_report.verdict.{key}", count=count) for key, count in left.items() if count]
    return " ".join(said)


def _quoted(sections: Iterable[str], names: Names) -> str:
    return ", ".join(f"“{names.section(section)}”" for section in sections)
