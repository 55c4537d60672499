"""`tongket rules explain`: what the check looked at in one file, what it found, and why a rule did or didn't fire.

Built as plain data first: `service.flow.explained` puts it into a reader's words.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from rapidfuzz import fuzz

from service.check.examine import prepared
from service.check.figures.numbers.amounts import Measure
from service.check.figures.readings.readings import read_figures
from service.check.figures.readings.statements import quoted
from service.check.force import day_of
from service.errors import UnreadableReport, UsageError
from service.flow.judging import judge_lines
from service.flow.opening import open_report
from service.language import fold
from service.model.examination import FileFacts
from service.model.lifecycle import runs
from service.outline import outline, parted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from service.check.case import Case, Context
    from service.check.figures.readings.readings import Reading
    from service.model.examination import Examination
    from service.model.outline import Heading
    from service.model.rulebook import FindingRule, Rulebook, SectionRule

NEAR: Final = 62.0
"""A phrase this like a heading is shown as a proposal. Likeness alone never makes a heading a section's."""
_LISTS: Final = ("heading", "weak", "not")
_UNITS: Final = {Measure.COUNT: "count", Measure.PERCENT: "percent", Measure.POINTS: "points", Measure.MONEY: "VND"}


def explain(path: Path, rulebook: Rulebook, only: str = "") -> dict[str, Any]:
    """How a file was judged, as plain data; with `only`, no more than what concerns that id or code.

    Raises:
        UsageError: the pack has nothing called `only`.
    """
    known = names(rulebook)
    if only and only not in known:
        raise UsageError("cli.error.no_such_rule", name=only, allowed=", ".join(known))
    data = path.read_bytes()
    answer, _, origin = judge_lines(data, path.name, "", rulebook)
    told: dict[str, Any] = {
        "file": path.name, "pack": answer.pack, "kind": answer.kind, "verdict": answer.verdict,
        "unit": answer.unit.name if answer.unit else None, "terms": asdict(answer.terms), "asked": only,
        "sections": [], "authorities": [], "numbers": [], "rules": [],
    }  # fmt: skip
    try:
        read = parted(open_report(data, path.name)).manuscript
        opened = prepared(read, outline(read), rulebook, FileFacts(path.name, "", len(data), ""))
    except UnreadableReport:
        opened = None
    day = day_of(opened[1].report_date if opened else None, rulebook)
    told["date"], told["dated"] = str(day), bool(opened and opened[1].report_date)
    if opened:
        told["sections"] = [each for each in _sections(opened[0], answer) if _wanted(only, "section", each["id"])]
        cited = _authorities(answer, rulebook, day)
        told["authorities"] = [each for each in cited if _wanted(only, "authority", each["id"])]
        told["numbers"] = [each for each in _numbers(*opened, answer) if _wanted_number(only, each)]
    told["rules"] = [each for each in _rules(answer, rulebook, day) if _wanted_rule(only, each)]
    if origin is not None:
        _renumber(told, origin)
    return told


def _renumber(told: Any, origin: Sequence[int]) -> None:
    """Give what was told of lines the numbers of their Word paragraphs."""
    if isinstance(told, dict):
        if told.get("paragraph") is not None:
            told["paragraph"] = origin[told["paragraph"]]
        told = list(told.values())
    if isinstance(told, list):
        for each in told:
            _renumber(each, origin)


def names(rulebook: Rulebook) -> tuple[str, ...]:
    """What can be asked about: ids of sections, authorities and indicators, and codes of findings."""
    rules = (*rulebook.sections, *rulebook.authorities, *rulebook.indicators)
    return (*(rule.id for rule in rules), *rulebook.findings)


_TOLD: Final = frozenset({"section", "goals", "results", "authority", "figure", "term"})
_FAMILIES: Final = {"section": ("section.", "goals.", "results."), "authority": ("authority.",)}


def _wanted(only: str, family: str, name: str) -> bool:
    return only in ("", name) or only.startswith(_FAMILIES[family])


def _wanted_number(only: str, number: dict[str, Any]) -> bool:
    return only in ("", number["indicator"]) or only.startswith("figure.") or only == number["concept"]


def _wanted_rule(only: str, rule: dict[str, Any]) -> bool:
    return only in ("", rule["code"]) or any(only in found["about"] for found in rule["findings"])


def _sections(case: Case, answer: Examination) -> Iterator[dict[str, Any]]:
    stood = {section.id: section for section in answer.sections}
    for rule in case.rulebook.sections:
        section = stood.get(rule.id)  # type: ignore[call-overload]
        if section is None:
            continue
        tried = [_tried(case, rule, heading, section.heading) for heading in case.piece.headings]
        yield {
            "id": rule.id, "name": rule.name_vi, "status": section.status, "heading": section.heading,
            "paragraph": section.paragraph, "evidence": section.evidence, "confidence": section.confidence,
            "parts": section.parts, "headings": sorted(tried, key=lambda each: -each["score"]),
            "phrases": list(_phrases(case, f"evidence.{rule.id}")),
        }  # fmt: skip


def _tried(case: Case, rule: SectionRule, heading: Heading, taken: str | None) -> dict[str, Any]:
    """A heading beside the phrases of a section: those that stand in it, and the one that is most like it."""
    title = fold(heading.title)
    hits = [hit for hit in case.phrases.find(title) if hit.name.endswith(f".{rule.id}")]
    phrases = [fold(phrase) for phrase in (*rule.headings, *rule.weak_headings)]
    nearest, ratio, sorted_ratio = _nearest(title, phrases)
    found = {name: [hit.phrase for hit in hits if hit.name == f"{name}.{rule.id}"] for name in _LISTS}
    return {
        "heading": heading.text, "paragraph": heading.paragraph, "level": heading.level, "reason": heading.reason,
        "taken": heading.text == taken, "found": found, "nearest": nearest, "ratio": round(ratio, 1),
        "token_sort_ratio": round(sorted_ratio, 1),
        "score": 200 if heading.text == taken else 100 + ratio if any(found.values()) else max(ratio, sorted_ratio),
    }  # fmt: skip


def _nearest(title: str, phrases: Sequence[str]) -> tuple[str, float, float]:
    """The phrase most like a title, and how like: letter by letter, and with the words in any order."""
    scored = [(phrase, fuzz.ratio(title, phrase), fuzz.token_sort_ratio(title, phrase)) for phrase in phrases]
    return max(scored, key=lambda each: max(each[1:]), default=("", 0.0, 0.0))


def _phrases(case: Case, name: str) -> Iterator[dict[str, Any]]:
    for line in case.lines:
        for hit in line.of(name):
            yield {"phrase": hit.phrase, "paragraph": line.paragraph, "quote": _around(line.text, hit.start, hit.end)}


def _around(text: str, start: int, end: int) -> str:
    first, last = max(0, start - 30), min(len(text), end + 40)
    return ("…" if first else "") + text[first:last].replace("\n", " ") + ("…" if last < len(text) else "")


def _authorities(answer: Examination, rulebook: Rulebook, day: date) -> Iterator[dict[str, Any]]:
    cited = {each.id: each for each in answer.authorities}
    for rule in rulebook.authorities:
        found = cited.get(rule.id)
        if found is None and not (rule.listed and rule.required):
            continue
        yield {
            "id": rule.id, "name": rule.name_vi, "state": rule.state, "in_force": runs(rule, day, trial=False),
            "status": found.status if found else None, "problem": found.problem if found else None,
            "quote": found.quote if found else None, "paragraph": found.paragraph if found else None,
            "searched": [f"{rule.number}-{rule.kind}/{organ}" for organ in rule.organs] + list(rule.title),
        }  # fmt: skip


def _numbers(case: Case, context: Context, answer: Examination) -> Iterator[dict[str, Any]]:
    chosen = {(each.id, each.kind, each.paragraph) for each in answer.indicators}
    for reading in read_figures(case, context):
        figure = reading.figure
        told = (reading.rule, reading.kind, reading.paragraph) in chosen
        yield {
            "raw": reading.sentence.line.text[figure.opening : figure.end].strip(), "paragraph": reading.paragraph,
            "quote": quoted(reading), "value": reading.value, "unit": _UNITS[figure.measure], "base": figure.base,
            "approximate": figure.approximate, "concept": reading.bound.rule or reading.bound.thing,
            "kind": reading.kind or None, "as_of": reading.as_of, "indicator": reading.rule if told else None,
            "why_not": None if told else _why_not(reading),
        }  # fmt: skip


def _why_not(reading: Reading) -> str:
    """Why a figure is no indicator: the end of a key of the catalogue."""
    figure, bound = reading.figure, reading.bound
    if figure.label:
        return "label"
    if figure.ranged:
        return "range"
    if bound.remark:
        return bound.remark.replace(" ", "_")
    if not bound.rule:
        return "nothing_named"
    if not reading.kind:
        return "other_time"
    return "part" if not bound.strength else "not_chosen"


def _rules(answer: Examination, rulebook: Rulebook, day: date) -> Iterator[dict[str, Any]]:
    for code, rule in rulebook.findings.items():
        told = [each for each in answer.findings if each.code == code]
        tried = [each for each in answer.trial if each.code == code]
        findings = [
            {"message": each.message, "fix": each.fix, "severity": each.severity, "quote": each.quote,
             "paragraph": each.paragraph, "certainty": each.certainty,
             "about": [name for name in (each.section, each.part, each.authority) if name]}
            for each in told or tried
        ]  # fmt: skip
        why = "fired" if told else "trial" if tried else _silence(rule, answer, day, code)
        yield {"code": code, "state": rule.state, "severity": rule.severity, "fired": bool(told), "why": why,
               "source": rule.clause, "findings": findings}  # fmt: skip


def _silence(rule: FindingRule, answer: Examination, day: date, code: str) -> str:
    """Why a code didn't come: the end of a key of the catalogue."""
    if rule.state == "draft":
        return "draft"
    if not runs(rule, day, trial=True):
        return "not_in_force"
    if code.startswith("file."):
        return "readable"
    if answer.kind != "term_report" and not code.startswith("document."):
        return "other_kind"
    family = code.partition(".")[0]
    return family if family in _TOLD else "nothing_found"
