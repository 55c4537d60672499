"""The findings of a gap report, one entry for each thing to mend: what, where, why, how, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.model.examination import Examination, Severity
from service.model.waiver import NONE
from service.outbox.phrasing.causes import MOST_PLACES, names_the_spirit, of_one_cause
from service.outbox.phrasing.told import shorten, told
from service.outbox.phrasing.versions import accepted
from service.rounds.fingerprint import marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from service.model.comparison import Lineage
    from service.model.examination import Finding
    from service.model.waiver import Waiver, Waiving
    from service.outbox.phrasing.names import Names
    from service.words import Words

_QUOTE = 120
_HEADING = 44


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was found, and where."""

    text: str
    place: str
    progress: str = ""
    """How it stands against the version before; empty where there is none."""
    waived: str = ""
    """Who accepted it, why and until when; empty where nobody did."""
    code: str = ""
    """The short id by which a reviewer accepts it."""
    found: str = ""
    """What the report says, where something is held against it."""
    expected: str = ""
    """What is held against it."""


@dataclass(frozen=True, slots=True)
class Item:
    """Findings that are mended together."""

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
    brief: bool = False
    """Only worth knowing: told in one line each."""
    accepted: bool = False
    """Accepted by a reviewer: struck through, and asked of nobody."""


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


def weights(
    examination: Examination, words: Words, names: Names, lineage: Lineage | None = None, waiving: Waiving = NONE,
    *, pages: Sequence[int | None] = (),
) -> tuple[Weight, ...]:  # fmt: skip
    """Findings by severity, numbered through; those of one cause stand together, the accepted ones at the end.

    Of a version that was only sent again nothing is marked as standing still: the sheet says so once, for all.
    `pages` has the page of each paragraph, where it is known.
    """
    sheet = _Sheet(examination, words, names, lineage, waiving, pages)
    made = [sheet.weight(severity) for severity in Severity]
    waived = sheet.items([one for one in examination.findings if sheet.accepted(one)])
    made.append(Weight(words.say("rounds.waived.title"), waived, accepted=True))
    return tuple(weight for weight in made if weight.items)


def grave_items(examination: Examination, words: Words, names: Names, waiving: Waiving = NONE) -> tuple[Item, ...]:
    """The items that must be mended, with the numbers that they have among all."""
    return _Sheet(examination, words, names, None, waiving, ()).weight(Severity.ERROR).items


class _Sheet:
    """What one report's findings are told with."""

    def __init__(  # noqa: PLR0917 - all that one sheet says
        self, examination: Examination, words: Words, names: Names, lineage: Lineage | None, waiving: Waiving,
        pages: Sequence[int | None],
    ) -> None:  # fmt: skip
        self.due = waiving.due(examination.findings)
        self._examination, self._words, self._names = examination, words, names
        self._numbers = _numbers(examination.findings)
        self._count = 0
        self._pages = pages
        # By identity: equal findings may stand differently.
        compared = lineage.comparison if lineage and not lineage.unchanged else None
        traces = compared.traces if compared else ()
        self._traces = {id(one): trace for one, trace in zip(examination.findings, traces, strict=False)}
        pairs = zip(examination.findings, waiving.accepted, strict=False)
        self._accepted = {id(one): waiver for one, waiver in pairs if waiver}
        named = zip(examination.findings, marks(examination.findings), strict=True)
        self._codes = {id(one): mark.id for one, mark in named}

    def accepted(self, finding: Finding) -> Waiver | None:
        """The waiver that holds for a finding."""
        return self._accepted.get(id(finding))

    def weight(self, severity: Severity) -> Weight:
        """The items of one severity that nobody accepted."""
        found = [one for one in self.due if one.severity is severity]
        brief = severity is Severity.INFO
        return Weight(self._words.say(f"gap_report.severity.{severity}"), self.items(found, brief=brief), brief=brief)

    def items(self, findings: Sequence[Finding], *, brief: bool = False) -> tuple[Item, ...]:
        """One item for each cause."""
        return tuple(self._item(group, brief=brief) for group in of_one_cause(findings))

    def _item(self, group: Sequence[Finding], *, brief: bool) -> Item:
        self._count += 1
        # What one mending settles is asked for once, in the words of the finding that says most.
        asked = [one for one in group if not (names_the_spirit(one) and one is not group[0])]
        cited = dict.fromkeys(f"[{self._numbers[one.source]}]" for one in asked if one.source)
        whys = " ".join(dict.fromkeys(one.why for one in asked if one.why and not brief))
        fixes = dict.fromkeys(_asked(one.fix, self._words) for one in asked if one.fix and not self.accepted(one))
        return Item(self._count, tuple(self._points(group)), whys, ", ".join(cited), tuple(_sentences(fixes)))

    def _points(self, group: Sequence[Finding]) -> Iterator[Point]:
        """What each finding says and where; the same words are said once for all their places."""
        said = ""
        for finding in group[:MOST_PLACES]:
            text, trace, waiver = told(finding, self._words), self._traces.get(id(finding)), self.accepted(finding)
            yield Point(
                "" if text == said else text,
                _place(finding, self._examination, self._words, self._names, self._page(finding)),
                self._words.say(f"rounds.progress.{trace.progress}") if trace else "",
                accepted(waiver, self._words) if waiver else "",
                self._codes[id(finding)],
                shorten(finding.found, _QUOTE),
                shorten(finding.expected, _QUOTE),
            )
            said = text
        if len(group) > MOST_PLACES:
            yield Point(self._words.say("gap_report.more_places", count=len(group) - MOST_PLACES), "")

    def _page(self, finding: Finding) -> int | None:
        at = finding.paragraph
        return self._pages[at] if at is not None and 0 <= at < len(self._pages) else None


def _asked(fix: str, words: Words) -> str:
    """What to do, without the "Đề nghị" that the sheet prints before it, or the "Nên" that says as much."""
    return fix.removeprefix(words.say("gap_report.please")).removeprefix(words.say("gap_report.should"))


def _sentences(fixes: Iterable[str]) -> Iterator[str]:
    """What is asked first goes on after "Đề nghị:"; everything after it begins a sentence."""
    for number, fix in enumerate(fixes):
        yield fix[:1].upper() + fix[1:] if number else fix


def _place(finding: Finding, examination: Examination, words: Words, names: Names, page: int | None) -> str:
    """Where to look: heading, paragraph as people count, about which page, its words unless the message has them."""
    parts = []
    heading = _heading(finding, examination)
    if finding.paragraph is not None:
        if heading and shorten(heading, 30).rstrip("…") not in (finding.quote or ""):
            parts.append(words.say("gap_report.place.heading", heading=shorten(heading, _HEADING)))
        parts.append(words.say("gap_report.place.paragraph", number=finding.paragraph + 1))
        if page is not None:
            parts.append(words.say("gap_report.place.page", number=page))
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
