"""How a file stands, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.examination import Examination, Severity, Status, Verdict
from service.outbox.phrasing.causes import points

if TYPE_CHECKING:
    from service.outbox.phrasing.names import Names
    from service.words import Words


def conclusion(examination: Examination, words: Words, names: Names) -> str:
    """How a file stands, in one sentence; what it is where it is no term report."""
    if examination.verdict in (Verdict.WRONG_KIND, Verdict.UNREADABLE):
        return " ".join(finding.message for finding in examination.findings[:1])
    grave = points(examination.findings, Severity.ERROR)
    light = points(examination.findings, Severity.WARNING)
    if examination.verdict is Verdict.GAPS:
        return _lacking(examination, words, names)
    if grave:
        key = "complete_but" if light else "complete_grave"
        return words.say(f"gap_report.verdict.{key}", grave=grave, count=light)
    return words.say("gap_report.verdict.complete_more" if light else "gap_report.verdict.complete", count=light)


def _lacking(examination: Examination, words: Words, names: Names) -> str:
    """Which sections are not there and which hold too little."""
    told = []
    for status in (Status.MISSING, Status.THIN):
        lacking = [names.section(one.id) for one in examination.sections if one.status is status]
        if lacking:
            told.append(words.say(f"gap_report.verdict.{status}", sections=", ".join(f"“{name}”" for name in lacking)))
    return words.say("gap_report.verdict.gaps", sections="; ".join(told))
