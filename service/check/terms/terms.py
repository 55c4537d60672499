"""The two terms of a report: the one that it sums up and the one that begins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from service.check.unit.ranks import superior
from service.model.examination import Terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from service.check.case import Case, Line
    from service.model.rulebook import Round
    from service.model.unit import Unit

TERM = re.compile(r"(?:nhiệm kì|nk)[^0-9.;]{0,24}?((?:19|20)[0-9]{2}) ?- ?((?:19|20)?[0-9]{2})(?![0-9])")
_BARE = re.compile(r"(?<![0-9/])((?:19|20)[0-9]{2}) ?- ?((?:19|20)[0-9]{2})(?![0-9/])")
_DATE = re.compile(r"ngày([ 0-9.…_]{0,12})tháng([ 0-9.…_]{0,12})năm ?((?:19|20)[0-9]{2})")
_OTHERS = re.compile(
    r"đảng|hội đồng nhân dân|hđnd|ủy ban|quốc hội|toàn quốc|trung ương|phụ nữ|nông dân|cựu chiến binh|đoàn thanh niên"
    r"|thanh niên cộng sản|mặt trận|công đoàn|người cao tuổi|biểu dương|thi đua|liên đoàn|chi bộ|tổ dân phố|trưởng thôn"
    r"|trưởng ban|chữ thập đỏ|cựu giáo chức"
)
_LOOK_BACK = 90
_TITLE_WEIGHT, _HEADING_WEIGHT = 6, 4
_USUAL = 5
"""Years of a usual term: of two as often named, the one of that length is meant, not a span of years in it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One term named in a report."""

    term: str
    first: int
    last: int
    line: Line
    start: int
    end: int


def report_date(case: Case) -> date | None:
    """The report's own date, from its letterhead; the last possible day where day or month is left blank."""
    fronts = [line for line in case.lines if line.paragraph < max(case.piece.front_end, case.piece.start + 25)]
    for line in fronts:
        if found := _DATE.search(line.folded):
            return _last_day(found[1], found[2], int(found[3]))
    return None


def _last_day(day: str, month: str, year: int) -> date:
    months = _only_number(month)
    days = _only_number(day)
    if months is None or not 1 <= months <= 12:
        return date(year, 12, 31)
    if days is not None:
        try:
            return date(year, months, days)
        except ValueError:
            pass
    following = date(year + months // 12, months % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _only_number(text: str) -> int | None:
    digits = text.strip(" .…_")
    return int(digits) if digits.isdigit() and digits.isascii() else None


def mentions(line: Line, *, bare: bool = False) -> Iterator[Mention]:
    """The terms that a line names; with `bare`, also ranges of years without the word "nhiệm kỳ"."""
    for found in (_BARE if bare else TERM).finditer(line.folded):
        first, last = int(found[1]), int(found[2]) if len(found[2]) == 4 else int(found[1][:2] + found[2])
        if 2 <= last - first <= 6:
            yield Mention(f"{first}-{last}", first, last, line, found.start(), found.end())


def of_others(folded: str, start: int, end: int, level: str | None) -> bool:
    """Whether what stands at a place is told of the party, the council or an association above the unit's own."""
    before = folded[max(0, start - _LOOK_BACK) : start]
    clauses = re.split(r"[;.:]", before)[-1].split(",") if start > 12 else [before]
    clause = clauses[-1] if len(clauses[-1].strip()) > 2 or len(clauses) == 1 else clauses[-2]
    behind = re.match(r"[ ()]*(?:của |là )?([^.;,:]{0,40})", folded[end : end + 60])
    after = behind[1] if behind else ""
    if names_other(clause, level):
        return True
    return folded[end : end + 6].lstrip(" )").startswith("của") and names_other(after, level)


def names_other(folded: str, level: str | None) -> bool:
    """Whether a text names a body other than the unit's own association."""
    return bool(_OTHERS.search(folded)) or superior(folded, level)


def judge_terms(case: Case, year: int | None, unit: Unit | None, congress_round: Round) -> Terms:
    """The closing and the opening term, by title, headings and words, with the report's year as the hinge."""
    level = unit.level if unit else None
    votes = _votes(case, level)
    hinge = year or _hinge(congress_round, votes)
    opening = _best(votes, lambda first, _: abs(first - hinge) <= 1)
    closing = _best(votes, lambda _, last: abs(last - hinge) <= 1)
    if opening is None and closing is None:
        closing, opening = _pair(votes)
    if opening is None and closing is not None:
        ended = int(closing[5:])
        opening = _best(_votes(case, level, least=_HEADING_WEIGHT), lambda first, _: ended < first <= ended + 5)
    return _completed(case, closing, opening, unit)


def _votes(case: Case, level: str | None, least: int = 0) -> Counter[str]:
    """How much speaks for each term; years without the word "nhiệm kỳ" count in titles and headings alone."""
    votes: Counter[str] = Counter()
    for line in case.lines:
        weight = _TITLE_WEIGHT if line.paragraph < case.piece.front_end else _HEADING_WEIGHT if line.heading else 1
        if weight < least:
            continue
        named = list(mentions(line))
        for mention in named:
            votes[mention.term] += 0 if of_others(line.folded, mention.start, mention.end, level) else weight
        if weight > 1 and not named and not line.has("resolution.other"):
            for mention in mentions(line, bare=True):
                votes[mention.term] += weight // 2 if mention.last - mention.first == _USUAL else 1
    return votes


def _hinge(congress_round: Round, votes: Counter[str]) -> int:
    ends = Counter(int(term[5:]) for term in votes)
    starts = {int(term[:4]) for term in votes}
    hinges = [year for year in ends if year in starts]
    return max(hinges, default=int(congress_round.opening[:4]))


def _best(votes: Counter[str], fits: Callable[[int, int], bool]) -> str | None:
    fitting = [
        (count, last - first == _USUAL, term)
        for term, count in votes.items()
        if count and fits(first := int(term[:4]), last := int(term[5:]))
    ]
    return max(fitting, default=(0, False, None))[2]


def _pair(votes: Counter[str]) -> tuple[str | None, str | None]:
    pairs = [(votes[a] + votes[b], a, b) for a in votes for b in votes if a[5:] == b[:4]]
    if pairs:
        _, closing, opening = max(pairs)
        return closing, opening
    return (votes.most_common(1)[0][0] if votes else None), None


def _completed(case: Case, closing: str | None, opening: str | None, unit: Unit | None) -> Terms:
    """Fill the term that is not named from its neighbour; registry data where known, else five years."""
    told = any("nhiệm kì" in line.folded or "đại hội" in line.folded for line in case.lines)
    if closing is None and opening is not None and told:
        known = unit.closing_term if unit else None
        closing = known if known and known[5:] == opening[:4] else f"{int(opening[:4]) - 5}-{opening[:4]}"
    if opening is None and closing is not None and _promises_new_term(case):
        known = unit.opening_term if unit else None
        opening = known if known and known[:4] == closing[5:] else f"{closing[5:]}-{int(closing[5:]) + 5}"
    return Terms(closing, opening)


def _promises_new_term(case: Case) -> bool:
    if any("heading.new_term_goals" in case.named(heading) for heading in case.piece.headings):
        return True
    return any(
        "nhiệm kì tới" in line.folded or "nhiệm kì mới" in line.folded or "năm tới" in line.folded
        for line in case.lines
    )
