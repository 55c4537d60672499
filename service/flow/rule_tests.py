"""The examples beside the rules, judged as small reports; and the rules that no example speaks of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from service.check.across.shelf import CODES as COMPARED
from service.flow.small_reports import SmallReport, small_reports
from service.model.examination import SECTIONS, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from service.model.examination import Examination, Finding
    from service.model.example import Example
    from service.model.rulebook import Rulebook

READER = "file."
"""Codes that the reader gives: files of bytes, not words, bring them, and its own tests hold them."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What an example should have brought and didn't, or brought and should not have."""

    example: str
    code: str
    fired: bool
    """Whether it came."""


@dataclass(frozen=True, slots=True)
class Untried:
    """A rule of which no example shows that it works, or that it can be silent."""

    rule: str
    silent: bool
    """Whether an example of its silence lacks; else one in which it fires."""


def run_examples(rulebook: Rulebook, reports: Iterable[SmallReport] = ()) -> tuple[Failure, ...]:
    """Judge every example; return where the rules and the examples disagree."""
    trying = as_active(rulebook)
    return tuple(
        failure for report in reports or small_reports(rulebook) for failure in failures(report, report.judged(trying))
    )


def as_active(rulebook: Rulebook) -> Rulebook:
    """The rulebook with its drafts and trials in force: examples show what they will do."""
    return replace(
        rulebook,
        findings={code: _in_force(rule) for code, rule in rulebook.findings.items()},
        authorities=tuple(_in_force(rule) for rule in rulebook.authorities),
        indicators=tuple(_in_force(rule) for rule in rulebook.indicators),
    )


def _in_force(rule: Any) -> Any:
    return replace(rule, state="active") if rule.state in ("draft", "trial") else rule


def failures(report: SmallReport, answer: Examination) -> Iterator[Failure]:
    """Where an answer isn't what the example asks for."""
    example, name = report.example, report.name
    if answer.kind != example.kind:
        yield Failure(name, f"kind {answer.kind}", fired=True)
    codes = {code for finding in answer.findings for code in _names(finding)}
    yield from (Failure(name, code, fired=False) for code in example.fires if code not in codes)
    yield from (Failure(name, code, fired=True) for code in example.silent if code in codes)
    yield from _unlike(name, "sections", example.sections, {each.id: each.status for each in answer.sections})
    headed = {each.id: each.heading for each in answer.sections}
    yield from _unlike(name, "headings", report.headings, headed)
    cited = {each.id: each.problem or each.status for each in answer.authorities}
    yield from _unlike(name, "authorities", example.authorities, cited)
    yield from _misread(name, example, answer)
    yield from _misquoted(name, report.quotes, answer)


def _unlike(name: str, kind: str, asked: Any, found: Any) -> Iterator[Failure]:
    for key, value in asked.items():
        if found.get(key) != value:
            yield Failure(name, f"{kind}.{key} = {found.get(key) or '–'}", fired=True)


def _misread(name: str, example: Example, answer: Examination) -> Iterator[Failure]:
    for key, value in example.indicators.items():
        rule, _, kind = key.partition(" ")
        read = [each.value for each in answer.indicators if (each.id, each.kind) == (rule, kind or "result")]
        if (value is None and read) or (value is not None and value not in read):
            shown = ", ".join(f"{each:.15g}" for each in read) or "–"
            yield Failure(name, f"indicators.{key} = {shown}", fired=True)


def _misquoted(name: str, quotes: Mapping[str, str], answer: Examination) -> Iterator[Failure]:
    for key, text in quotes.items():
        rule, _, kind = key.partition(" ")
        found = [each.quote for each in answer.indicators if (each.id, each.kind) == (rule, kind or "result")]
        if text not in found:
            yield Failure(name, f"quotes.{key} = {'; '.join(found) or '–'}", fired=True)


def _names(finding: Finding) -> Iterator[str]:
    """A finding's code, alone and with what it is about."""
    yield finding.code
    for about in (finding.part, finding.authority, finding.section):
        if about:
            yield f"{finding.code}:{about}"


def untried(rulebook: Rulebook) -> tuple[Untried, ...]:
    """The rules that no example brings or keeps silent.

    Those that the reader alone, or only a comparison of several reports, can bring are left out.
    """
    return tuple(_untried(rulebook, rulebook.examples))


def _untried(rulebook: Rulebook, examples: Sequence[Example]) -> Iterator[Untried]:
    fired = {code for example in examples for code in example.fires}
    silent = {code.split(":")[0] for example in examples for code in example.silent}
    codes = [code for code in rulebook.findings if not code.startswith(READER) and code not in COMPARED]
    heard = {code.split(":")[0] for code in fired}
    yield from (Untried(f"findings.{code}", silent=False) for code in codes if code not in heard)
    yield from (Untried(f"findings.{code}", silent=True) for code in codes if code not in silent)
    sections = {(name, status) for example in examples for name, status in example.sections.items()}
    for name in SECTIONS:
        lacking = [status for status in Status if (name, status) not in sections]
        lacking = [each for each in lacking if f"section.{each}:{name}" not in fired]
        yield from (Untried(f"sections.{name} {status}", silent=False) for status in lacking)
    kinds = {example.kind for example in examples}
    yield from (Untried(f"kinds.{rule.id}", silent=False) for rule in rulebook.kinds if rule.id not in kinds)
    cited = {name for example in examples for name, status in example.authorities.items() if status == "correct"}
    listed = [rule for rule in rulebook.authorities if rule.listed]
    yield from (Untried(f"authorities.{rule.id}", silent=False) for rule in listed if rule.id not in cited)
    read = {name.split(" ")[0] for each in examples for name, value in each.indicators.items() if value is not None}
    yield from (Untried(f"indicators.{rule.id}", silent=False) for rule in rulebook.indicators if rule.id not in read)
