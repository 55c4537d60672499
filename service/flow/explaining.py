"""`tongket rules explain`: what the check looked at in one file, and what it made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.check.lists import phrasebook
from service.errors import UnreadableReport, UsageError
from service.flow.judging import judge, open_report
from service.language import fold
from service.outline import outline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from service.model.examination import Examination, Finding
    from service.model.rulebook import Rulebook
    from service.words import Words


def explain(path: Path, rulebook: Rulebook, words: Words, only: str = "") -> Iterator[str]:
    """Tell line by line how a file was judged; with `only`, no more than what concerns that id or code.

    Raises:
        UsageError: the pack has nothing called `only`.
    """
    known = _names(rulebook)
    if only and only not in known:
        raise UsageError("cli.error.no_such_rule", name=only, allowed=", ".join(known))
    data = path.read_bytes()
    examination = judge(data, path.name, "", rulebook)[0]
    yield words.say("cli.rules.explain_kind", verdict=words.say(f"cli.verdict.{examination.verdict}"),
                    kind=examination.kind or "–")  # fmt: skip
    try:
        yield from _headings(data, path.name, rulebook, words, only)
    except UnreadableReport:
        yield from (f"{finding.code}: {finding.message} {finding.fix}" for finding in examination.findings)
        return
    yield from _answers(examination, words, only)
    told = [finding for finding in examination.findings if _concerns(finding, only)]
    yield from (f"{finding.code}: {finding.message}" for finding in told)
    if only in rulebook.findings and not told:
        yield words.say("cli.rules.explain_not_fired", code=only)


def _names(rulebook: Rulebook) -> tuple[str, ...]:
    """What can be asked about: ids of sections, authorities and indicators, and codes of findings."""
    rules = (*rulebook.sections, *rulebook.authorities, *rulebook.indicators)
    return (*(rule.id for rule in rules), *rulebook.findings)


def _concerns(finding: Finding, only: str) -> bool:
    return only in ("", finding.code, finding.section, finding.authority, finding.part)


def _headings(data: bytes, name: str, rulebook: Rulebook, words: Words, only: str) -> Iterator[str]:
    phrases = phrasebook(rulebook)
    for piece in outline(open_report(data, name)).pieces:
        for heading in piece.headings:
            hits = phrases.find(fold(heading.title))
            found = sorted({f"{hit.name} “{hit.phrase}”" for hit in hits if not only or only in hit.name})
            if only and not found:
                continue
            yield words.say(
                "cli.rules.explain_heading", paragraph=heading.paragraph, heading=heading.text, level=heading.level,
                reason=heading.reason, confidence=heading.confidence,
            )  # fmt: skip
            if found:
                yield words.say("cli.rules.explain_hits", names="; ".join(found))
            else:
                yield words.say("cli.rules.explain_no_hits")


def _answers(examination: Examination, words: Words, only: str) -> Iterator[str]:
    for section in examination.sections:
        if only in ("", section.id) or only.startswith(("section.", "goals.", "results.")):
            yield words.say(
                "cli.rules.explain_section", section=section.id, status=section.status, heading=section.heading or "–",
                evidence=section.evidence or "–",
            )  # fmt: skip
            if section.near_misses:
                yield words.say("cli.rules.explain_near", near="; ".join(section.near_misses))
    for citation in examination.authorities:
        if only in ("", citation.id) or only.startswith("authority."):
            yield words.say(
                "cli.rules.explain_authority", id=citation.id, status=citation.status, quote=citation.quote,
                paragraph=citation.paragraph,
            )  # fmt: skip
    for figure in examination.indicators:
        if only in ("", figure.id) or only.startswith("figure."):
            yield words.say(
                "cli.rules.explain_indicator", id=figure.id, kind=figure.kind, value=f"{figure.value:.15g}",
                quote=figure.quote, paragraph=figure.paragraph,
            )  # fmt: skip
