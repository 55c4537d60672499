"""The findings of a gap report, one row for each thing to mend: what, where, why, how, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.model.examination import Certainty, Examination, Severity
from service.outbox.checklist import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.model.examination import Finding
    from service.outbox.names import Names
    from service.words import Words

_QUOTE = 120
_HEADING = 44
_MOST_POINTS = 8
"""Of more places where the same is to be mended, the row tells how many more there are."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was found, and where."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Item:
    """Findings of one sort."""

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


def listed(findings: Sequence[Finding], words: Words) -> tuple[Source, ...]:
    """Each source once, with its clause; another clause of a document is told by the number of the first."""
    first: dict[str, int] = {}
    found: dict[int, Source] = {}
    for source, number in _numbers(findings).items():
        title, clause = _title_and_clause(source)
        if title not in first:
            text = words.say("gap_report.source", title=title, clause=clause) if clause else title
        else:
            text = words.say("gap_report.source_again", number=first[title], clause=clause)
        first.setdefault(title, number)
        found.setdefault(number, Source(number, text))
    return tuple(found.values())


def _numbers(findings: Sequence[Finding]) -> dict[str, int]:
    """The number of each source as findings give it; a document without a clause has the number of its first clause."""
    numbers: dict[str, int] = {}
    titles: dict[str, int] = {}
    count = 0
    for source in dict.fromkeys(one.source for one in findings if one.source):
        title, clause = _title_and_clause(source)
        if clause or title not in titles:
            count += 1
            titles.setdefault(title, count)
        numbers[source] = count if clause else titles[title]
    return numbers


def _title_and_clause(source: str) -> tuple[str, str]:
    """A source names its document, then after a colon the clause."""
    title, _, clause = source.strip(" .").partition(": ")
    return title, clause


def weights(examination: Examination, words: Words, names: Names) -> tuple[Weight, ...]:
    """Findings by severity, numbered through; those of one sort stand together."""
    numbers = _numbers(examination.findings)
    made: list[Weight] = []
    number = 0
    for severity in Severity:
        items: list[Item] = []
        for group in _of_one_sort([one for one in examination.findings if one.severity is severity]):
            number += 1
            cited = dict.fromkeys(f"[{numbers[one.source]}]" for one in group if one.source)
            points = tuple(_points(group, examination, words, names))
            whys = " ".join(dict.fromkeys(one.why for one in group if one.why))
            fixes = tuple(dict.fromkeys(_asked(one.fix, words) for one in group if one.fix))
            items.append(Item(number, points, whys, ", ".join(cited), fixes))
        if items:
            made.append(Weight(words.say(f"gap_report.severity.{severity}"), tuple(items)))
    return tuple(made)


def told(finding: Finding, words: Words) -> str:
    """What was found; what is only likely is marked so."""
    if finding.certainty is not Certainty.CHECK:
        return finding.message
    return words.say("gap_report.check_again", message=finding.message.rstrip())


def _asked(fix: str, words: Words) -> str:
    """What to do, without the "Đề nghị" that the sheet prints before it."""
    return fix.removeprefix(words.say("gap_report.please"))


def _of_one_sort(findings: Sequence[Finding]) -> list[list[Finding]]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        # Sections differ too much to share a row; other findings of one code ask for the same kind of mending.
        apart = finding.section or "" if finding.code.startswith("section.") else ""
        groups.setdefault((finding.code, apart), []).append(finding)
    return list(groups.values())


def _points(group: Sequence[Finding], examination: Examination, words: Words, names: Names) -> Iterator[Point]:
    """What each finding says and where; the same words are said once for all their places."""
    said = ""
    for finding in group[:_MOST_POINTS]:
        text = told(finding, words)
        yield Point("" if text == said else text, _place(finding, examination, words, names))
        said = text
    if len(group) > _MOST_POINTS:
        yield Point(words.say("gap_report.more_places", count=len(group) - _MOST_POINTS), "")


def _place(finding: Finding, examination: Examination, words: Words, names: Names) -> str:
    """Where to look: heading, paragraph counted from 1 as people count, its words unless the message has them."""
    parts = []
    heading = _heading(finding, examination)
    if finding.paragraph is not None:
        if heading and shorten(heading, 30).rstrip("…") not in (finding.quote or ""):
            parts.append(words.say("gap_report.place.heading", heading=shorten(heading, _HEADING)))
        parts.append(words.say("gap_report.place.paragraph", number=finding.paragraph + 1))
    elif finding.section and finding.quote:
        parts.append(words.say("gap_report.place.section", section=names.section(finding.section)))
    where = ", ".join(parts)
    where = where[:1].upper() + where[1:]
    quoted = finding.quote and " ".join(finding.quote.split()) not in " ".join(finding.message.split())
    quote = words.say("gap_report.quote", text=shorten(finding.quote, _QUOTE)) if finding.quote and quoted else ""
    return ": ".join(part for part in (where, quote) if part)


def _heading(finding: Finding, examination: Examination) -> str | None:
    """The heading of the section whose words hold the paragraph."""
    at = finding.paragraph or 0
    for answer in examination.sections:
        if answer.heading and any(first <= at < end for first, end in answer.spans):
            return answer.heading
    return None
