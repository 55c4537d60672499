"""The gap report: what a unit's report still needs, where, why, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.model.examination import SECTIONS, Certainty, Examination, Severity, Status, Verdict
from service.outbox.checklist import AUTHORITIES, checklist, shorten
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
_QUOTE = 160


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was found, and where."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Item:
    """Findings that say the same for the same reason."""

    number: int
    points: tuple[Point, ...]
    why: str
    source: str
    fixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document that says so, told once and cited by number."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Weight:
    """All items of one severity."""

    title: str
    items: tuple[Item, ...]


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
    sources = _sources(examination)
    grave = [finding for finding in examination.findings if finding.severity is Severity.ERROR]
    return {
        "verdict": _verdict(examination, words, names),
        "since": _since(earlier, examination, words),
        "must_fix": list(dict.fromkeys(finding.message for finding in grave)),
        "nothing_due": words.say("gap_report.nothing_due"),
        "checks": checklist(examination, words, names, required),
        "weights": _weights(examination, words, names, sources),
        "sources": sources,
    }


def _verdict(examination: Examination, words: Words, names: Names) -> str:
    if examination.verdict is Verdict.GAPS:
        lacking = [names.section(one.id) for one in examination.sections if one.status is not Status.PRESENT]
        return words.say("gap_report.verdict.gaps", sections="; ".join(lacking))
    count = sum(finding.severity is not Severity.INFO for finding in examination.findings)
    return words.say("gap_report.verdict.complete_more" if count else "gap_report.verdict.complete", count=count)


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


def _sources(examination: Examination) -> tuple[Source, ...]:
    titles = dict.fromkeys(_title_and_clause(one.source)[0] for one in examination.findings if one.source)
    return tuple(Source(number, title) for number, title in enumerate(titles, 1))


def _title_and_clause(source: str) -> tuple[str, str]:
    """A source names its document, then after a colon the clause."""
    title, _, clause = source.strip(" .").partition(": ")
    return title, clause


def _weights(examination: Examination, words: Words, names: Names, sources: Sequence[Source]) -> tuple[Weight, ...]:
    """Findings by severity, numbered through; those with the same reason stand together."""
    weights: list[Weight] = []
    number = 0
    for severity in Severity:
        items: list[Item] = []
        for group in _same_reason([one for one in examination.findings if one.severity is severity]):
            number += 1
            points = tuple(Point(_text(one, words), _place(one, examination, words, names)) for one in group)
            fixes = tuple(dict.fromkeys(one.fix for one in group if one.fix))
            items.append(Item(number, points, group[0].why, _cite(group[0].source, sources, words), fixes))
        if items:
            weights.append(Weight(words.say(f"gap_report.severity.{severity}"), tuple(items)))
    return tuple(weights)


def _same_reason(findings: Sequence[Finding]) -> list[list[Finding]]:
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.why, finding.source), []).append(finding)
    return list(groups.values())


def _cite(source: str, sources: Sequence[Source], words: Words) -> str:
    if not source:
        return ""
    title, clause = _title_and_clause(source)
    number = next(one.number for one in sources if one.title == title)
    key = "gap_report.source" if clause else "gap_report.source_alone"
    return words.say(key, number=number, clause=clause).replace("….", "…")


def _text(finding: Finding, words: Words) -> str:
    unsure = finding.certainty is Certainty.CHECK
    return f"{finding.message} {words.say('gap_report.check_again')}" if unsure else finding.message


def _place(finding: Finding, examination: Examination, words: Words, names: Names) -> str:
    """Where to look: paragraph counted from 1 as people count, the heading it stands under, its words."""
    parts = []
    if finding.paragraph is not None:
        parts.append(words.say("gap_report.place.paragraph", number=finding.paragraph + 1))
        if heading := _heading(finding, examination):
            parts.append(words.say("gap_report.place.heading", heading=shorten(heading, 45)))
    elif finding.section and finding.quote:
        parts.append(words.say("gap_report.place.section", section=names.section(finding.section)))
    where = ", ".join(parts)
    quote = words.say("gap_report.quote", text=shorten(finding.quote, _QUOTE)) if finding.quote else ""
    return ": ".join(part for part in (where, quote) if part)


def _heading(finding: Finding, examination: Examination) -> str | None:
    """The heading of the section whose words hold the paragraph."""
    at = finding.paragraph or 0
    for answer in examination.sections:
        if answer.heading and any(first <= at < end for first, end in answer.spans):
            return answer.heading
    return None
