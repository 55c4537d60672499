"""The documents that a report cites: those it must cite, cites wrongly, or could not have known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from service.check.authorities.citations import Cited, find_citations
from service.check.authorities.identity import Meant, meant
from service.check.wording import day, finding
from service.language import fold
from service.model.examination import Certainty, Citation, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from service.check.case import Case, Context
    from service.model.authority import AuthorityRule

_NOTES = ("footnote", "endnote")
_SENT_WITH = re.compile(r"(?:kèm\s+theo|ban\s+hành\s+theo)\s{0,3}(?:\w{1,20}\s{0,3}){0,3}\Z")


@dataclass(frozen=True, slots=True)
class Place:
    """A citation where it stands."""

    text: str
    folded: str
    paragraph: int
    cited: Cited
    meant: Meant | None

    @property
    def quote(self) -> str:
        """The citation as the document writes it."""
        return self.text[self.cited.start : self.meant.end if self.meant else self.cited.end]

    @property
    def fullness(self) -> tuple[bool, int]:
        """How much is told: with its symbol first, then by the number of particulars."""
        return bool(self.cited.organ), self.cited.fullness


def cited_places(case: Case) -> tuple[Place, ...]:
    """All citations of a report, each with the document that it means."""
    return _settled(tuple(_places(case, case.rulebook.authorities)))


def judge_authorities(
    case: Case, context: Context, places: Sequence[Place]
) -> tuple[tuple[Citation, ...], tuple[Finding, ...]]:
    """The authorities that a report cites, each at its fullest citation, with what is wrong about them."""
    rules: Sequence[AuthorityRule] = case.rulebook.authorities
    citations: list[Citation] = []
    findings: list[Finding] = []
    for rule in rules:
        if not rule.listed:
            continue
        of_rule = [place for place in places if place.meant and place.meant.rule.id == rule.id]
        if of_rule:
            citations.append(_citation(rule, of_rule))
            findings.extend(_misquoted(case, rule, of_rule))
        elif rule.required and _known_by_then(rule, context):
            findings.append(_missing(case, rule))
    return tuple(citations), (*findings, *_anachronisms(case, context, places))


def cited_in(places: Iterable[Place], authority: str) -> tuple[int, ...]:
    """The paragraphs that cite a listed authority, however they write it."""
    return tuple(dict.fromkeys(place.paragraph for place in places if place.meant and place.meant.rule.id == authority))


def _places(case: Case, rules: Sequence[AuthorityRule]) -> Iterator[Place]:
    for paragraph, text, folded in _texts(case):
        for cited in find_citations(text, folded):
            yield Place(text, folded, paragraph, cited, meant(folded, cited, rules))


def _texts(case: Case) -> Iterator[tuple[int, str, str]]:
    for line in case.lines:
        yield line.paragraph, line.text, line.folded
    for note in case.manuscript.notes:
        if note.kind in _NOTES and note.anchor is not None and case.piece.start <= note.anchor < case.piece.end:
            yield note.anchor, note.text, fold(note.text)


def _settled(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Drop what only looks like a citation of a known document once the whole report is known."""
    return tuple(
        Place(place.text, place.folded, place.paragraph, place.cited, _shared_issuer(place, places))
        for place in places
        if not _short_for_another(place, places)
    )


def _short_for_another(place: Place, places: Iterable[Place]) -> bool:
    """Whether a bare "Nghị quyết 29" stands for another document that the report cites in full ("29-NQ/ĐU")."""
    if place.meant is None or place.cited.organ or place.meant.right or place.cited.number is None:
        return False
    full = [
        other
        for other in places
        if other.cited.organ and (other.cited.kind, other.cited.number) == (place.cited.kind, place.cited.number)
    ]
    return bool(full) and not any(other.meant and other.meant.rule is place.meant.rule for other in full)


_JOINED = re.compile(r"\s*(?:,|;|và|cùng(?:\s+với)?|,\s*và)\s*\Z")


def _shared_issuer(place: Place, places: Iterable[Place]) -> Meant | None:
    """An issuer told behind a list of documents need not be that of the last: it may be the first one's."""
    found = place.meant
    if found is None or found.wrong != ("issuer",):
        return found
    start = place.cited.start
    for other in places:
        joined = other.text is place.text and other.cited.end <= start
        if not joined or not _JOINED.fullmatch(place.folded, other.cited.end, start) or other.cited.issuers:
            continue
        if other.meant and set(place.cited.issuers) & set(other.meant.rule.issuers):
            return Meant(found.rule, found.cited, (), found.right, found.end)
    return found


def _citation(rule: AuthorityRule, places: Sequence[Place]) -> Citation:
    best = max(places, key=lambda place: (_wrong(place), place.fullness))
    problem = best.meant.wrong[0] if best.meant and best.meant.wrong else None
    return Citation(rule.id, "misquoted" if problem else "correct", best.quote, best.paragraph, problem)


def _fullness(place: Place) -> tuple[bool, int]:
    return place.fullness


def _wrong(place: Place) -> bool:
    return place.meant is not None and bool(place.meant.wrong)


def _misquoted(case: Case, rule: AuthorityRule, places: Sequence[Place]) -> Iterator[Finding]:
    """One finding for the fullest wrong citation; the same slip elsewhere is for information."""
    wrong = sorted((place for place in places if _wrong(place)), key=_fullness, reverse=True)
    for number, place in enumerate(wrong):
        if place.meant is None:
            continue
        yield finding(
            case.rulebook,
            "authority.misquoted",
            variant=place.meant.wrong[0],
            authority=rule.id,
            quote=place.quote,
            paragraph=place.paragraph,
            certainty=Certainty.SURE if place.meant.right else Certainty.CHECK,
            severity=Severity.INFO if number else None,
            name=_name(case, rule),
            found=place.quote,
            expected=_name(case, rule),
        )


def _missing(case: Case, rule: AuthorityRule) -> Finding:
    return finding(
        case.rulebook,
        "authority.missing",
        variant=rule.id,
        authority=rule.id,
        severity=Severity(rule.severity),
        name=_name(case, rule),
    )


def _name(case: Case, rule: AuthorityRule) -> str:
    return rule.name_en if case.rulebook.language == "en" else rule.name_vi


def _known_by_then(rule: AuthorityRule, context: Context) -> bool:
    """Whether the document was there when the report was written."""
    since = rule.required_from or rule.issued
    if since is None:
        return True
    if context.report_date is not None:
        return since <= context.report_date
    year = _year(context.opening)
    return year is None or since.year <= year


def _anachronisms(case: Case, context: Context, places: Sequence[Place]) -> Iterator[Finding]:
    """Documents issued after the report's own date, each at its fullest citation."""
    latest = _latest(case, context)
    if latest is None:
        return
    told: set[tuple[str, int | None, str]] = set()
    for place in sorted(places, key=_fullness, reverse=True):
        issued = _issued(place)
        key = (place.cited.kind, place.cited.number, place.cited.organ)
        if issued is None or issued <= latest or key in told or _sent_with(place):
            continue
        told.add(key)
        yield finding(
            case.rulebook,
            "authority.anachronism",
            quote=place.quote,
            paragraph=place.paragraph,
            certainty=Certainty.SURE if place.cited.date else Certainty.CHECK,
            issued=day(issued),
            dated=day(context.report_date) if context.report_date else f"{latest.year}",
        )


def _latest(case: Case, context: Context) -> date | None:
    """The last day on which the report can have been written."""
    if context.report_date is not None:
        return context.report_date
    years = [_year(context.opening), _year(context.closing, last=True)]
    known = [year for year in years if year is not None]
    if not known:
        return None
    congress = case.rulebook.round
    last = max(known) + 1
    in_round = congress.first_year <= max(known) <= congress.last_year
    return date(max(last, congress.last_year) if in_round else last, 12, 31)


def _year(term: str | None, *, last: bool = False) -> int | None:
    years = re.findall(r"\d{4}", term or "")
    return int(years[-1 if last else 0]) if years else None


def _issued(place: Place) -> date | None:
    """When a cited document was issued at the earliest, as told or as known; a wrongly told date doesn't count."""
    rule = place.meant.rule if place.meant else None
    if place.meant and "date" in place.meant.wrong:
        return rule.issued if rule else None
    told = place.cited.date
    year = told.year if told and told.year else place.cited.year
    if year is None:
        return rule.issued if rule and place.meant and not place.meant.wrong else None
    if rule and rule.issued and rule.issued.year == year:
        return rule.issued
    if told is None or told.month is None or told.day is None:
        return date(year, told.month if told and told.month and told.month <= 12 else 1, 1)
    try:
        return date(year, told.month, told.day)
    except ValueError:  # a day that no calendar has: only its year is told
        return date(year, 1, 1)


def _sent_with(place: Place) -> bool:
    """An annex names the very report that it was sent with."""
    return bool(_SENT_WITH.search(place.folded, max(0, place.cited.start - 40), place.cited.start))
