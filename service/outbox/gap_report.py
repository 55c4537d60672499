"""The gap report: what a unit's report still needs, where, why, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.examination import SECTIONS, Examination, Severity, Status, Verdict
from service.outbox.checklist import AUTHORITIES, checklist
from service.outbox.gap_items import listed, told, weights
from service.outbox.letterhead import letterhead, reviewer
from service.outbox.names import Names
from service.outbox.numbers import short_date
from service.outbox.templating import fill

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from service.model.examination import Finding
    from service.model.unit import Registry
    from service.words import Words

SHEET = "phieu-ra-soat.docx"
LETTER = "thong-bao-tep-bao-cao.docx"


def gap_report(
    templates: Path,
    examination: Examination,
    registry: Registry,
    words: Words,
    issued: date,
    *,
    received: str = "",
    earlier: Examination | None = None,
    names: Names | None = None,
    required: Sequence[str] = AUTHORITIES,
) -> bytes:
    """The Word file that goes back to the officer who sent a report.

    Args:
        templates: Folder of the office's templates.
        examination: What was found.
        registry: All units, for the name of the reviewing association.
        words: The catalogue.
        issued: Date of the sheet.
        received: When the file was taken, ISO 8601.
        earlier: What was found in the unit's file before this one, to say what was mended.
        names: Names of sections, authorities and indicators.
        required: Authorities that the checklist shows.

    Raises:
        TemplateError: the template is missing, broken or asks for what isn't there.
    """
    names = names or Names(words)
    values = _head(examination, registry, words, issued, received)
    if examination.verdict in (Verdict.COMPLETE, Verdict.GAPS):
        values |= _sheet(examination, earlier, words, names, required)
        template, title = SHEET, words.say("gap_report.title")
    else:
        values |= _letter(examination, words, names)
        template, title = LETTER, words.say("gap_report.letter_title")
    return fill(templates, template, values, title=f"{title}: {values['unit']}", issued=issued)


def changes(earlier: Examination, later: Examination) -> tuple[int, int, int]:
    """How many findings were mended, are left, and are new; a paragraph that moved is still the same."""
    before = {_fingerprint(finding) for finding in earlier.findings}
    after = {_fingerprint(finding) for finding in later.findings}
    return len(before - after), len(before & after), len(after - before)


def _fingerprint(finding: Finding) -> tuple[str, ...]:
    quote = " ".join((finding.quote or "").casefold().split())
    return (finding.code, finding.section or "", finding.part or "", finding.authority or "", quote)


def _head(examination: Examination, registry: Registry, words: Words, issued: date, received: str) -> dict[str, object]:
    unit = examination.unit
    terms = examination.terms
    unknown = words.say("gap_report.unknown_term")
    return {
        "head": letterhead(reviewer(unit.id if unit else None, registry), registry, issued, words),
        "unit": unit.name if unit else words.say("gap_report.unknown_unit"),
        "unit_known": unit is not None,
        "file": examination.file.name,
        "received": short_date(received),
        "term": words.say("gap_report.term", closing=terms.closing or unknown, opening=terms.opening or unknown),
        "pack": examination.pack,
    }


def _sheet(
    examination: Examination, earlier: Examination | None, words: Words, names: Names, required: Sequence[str]
) -> dict[str, object]:
    grave = [finding for finding in examination.findings if finding.severity is Severity.ERROR]
    return {
        "verdict": _verdict(examination, words, names),
        "since": _since(earlier, examination, words),
        "must_fix": list(dict.fromkeys(told(finding, words) for finding in grave)),
        "nothing_due": words.say("gap_report.nothing_due"),
        "checks": checklist(examination, words, names, required),
        "weights": weights(examination, words, names),
        "sources": listed(examination.findings, words),
    }


def _verdict(examination: Examination, words: Words, names: Names) -> str:
    grave = sum(finding.severity is Severity.ERROR for finding in examination.findings)
    light = sum(finding.severity is Severity.WARNING for finding in examination.findings)
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


def _since(earlier: Examination | None, examination: Examination, words: Words) -> str:
    if earlier is None or earlier.verdict not in (Verdict.COMPLETE, Verdict.GAPS):
        return ""
    mended, left, new = changes(earlier, examination)
    return words.say("gap_report.since", file=earlier.file.name, mended=mended, left=left, new=new)


def _letter(examination: Examination, words: Words, names: Names) -> dict[str, object]:
    findings = sorted(examination.findings, key=lambda finding: list(Severity).index(finding.severity))
    fixes = dict.fromkeys(finding.fix for finding in findings if finding.fix)
    return {
        "reasons": [{"message": one.message, "why": one.why} for one in findings],
        "kind": names.kind(examination.kind) if examination.kind else "",
        "steps": [*fixes, words.say("gap_report.step.resend")],
        "sections": [names.section(name) for name in SECTIONS],
    }
