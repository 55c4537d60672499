"""The two terms of a report, and where its terms or congress numbers contradict each other."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from service.check.case import Zone
from service.check.wording import finding
from service.model.examination import Certainty, Finding, Terms
from service.outline.labels import roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.check.case import Case, Context, Line
    from service.model.rulebook import Round
    from service.model.unit import Unit

_TERM = re.compile(r"(?:nhiệm kì|nk)[^0-9.;]{0,24}?((?:19|20)[0-9]{2}) ?- ?((?:19|20)?[0-9]{2})(?![0-9])")
_BARE = re.compile(r"(?<![0-9/])((?:19|20)[0-9]{2}) ?- ?((?:19|20)[0-9]{2})(?![0-9/])")
_DATE = re.compile(r"ngày([ 0-9.…_]{0,12})tháng([ 0-9.…_]{0,12})năm ?((?:19|20)[0-9]{2})")
_ORDINAL = re.compile(
    r"đại hội((?: (?:đại biểu|hội|khuyến học|của|cấp|cơ sở|quận|huyện|phường|xã|thị trấn|thành phố))*(?: [^\W\d_]+){0,4}?)"
    r" lần thứ ([ivx]+|[0-9]{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?![^\W_])"
)
_WORD_NUMBERS = dict(
    zip(["nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"], (1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10), strict=True)
)
_OTHERS = re.compile(
    r"đảng|hội đồng nhân dân|hđnd|ủy ban|quốc hội|toàn quốc|trung ương|hội khuyến học việt nam|hội khuyến học thành phố"
    r"|phụ nữ|nông dân|cựu chiến binh|đoàn thanh niên|thanh niên cộng sản|mặt trận|công đoàn|người cao tuổi|biểu dương"
    r"|thi đua|cấp trên|liên đoàn|chi bộ|tổ dân phố"
)
_PAST_TIE = re.compile(r"nghị quyết|chỉ tiêu|kết quả|tổng kết|kiểm điểm|nhìn lại|đánh giá|thực hiện")
_FUTURE_TIE = re.compile(
    r"phương hướng|mục tiêu|nhiệm vụ|giải pháp|chỉ tiêu phấn đấu|nhiệm kì mới|nhiệm kì tới|trình đại hội"
)
_LOOK_BACK = 90


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
    for found in (_BARE if bare else _TERM).finditer(line.folded):
        first, last = int(found[1]), int(found[2]) if len(found[2]) == 4 else int(found[1][:2] + found[2])
        if 2 <= last - first <= 6:
            yield Mention(f"{first}-{last}", first, last, line, found.start(), found.end())


def judge_terms(case: Case, year: int | None, unit: Unit | None, congress_round: Round) -> Terms:
    """The closing and the opening term, by title, headings and words, with the report's year as the hinge."""
    votes: Counter[str] = Counter()
    for line in case.lines:
        weight = 6 if line.paragraph < case.piece.front_end else 4 if line.heading else 1
        for mention in mentions(line):
            votes[mention.term] += 0 if _of_others(mention) else weight
    hinge = year or _hinge(congress_round, votes)
    opening = _best(votes, lambda first, _: abs(first - hinge) <= 1)
    closing = _best(votes, lambda _, last: abs(last - hinge) <= 1)
    if opening is None and closing is None:
        closing, opening = _pair(votes)
    return _completed(case, closing, opening, unit)


def _hinge(congress_round: Round, votes: Counter[str]) -> int:
    ends = Counter(int(term[5:]) for term in votes)
    starts = {int(term[:4]) for term in votes}
    hinges = [year for year in ends if year in starts]
    return max(hinges, default=int(congress_round.opening[:4]))


def _best(votes: Counter[str], fits: object) -> str | None:
    fitting = [(count, term) for term, count in votes.items() if count and fits(int(term[:4]), int(term[5:]))]  # type: ignore[operator]
    return max(fitting, default=(0, None))[1]


def _pair(votes: Counter[str]) -> tuple[str | None, str | None]:
    pairs = [(votes[a] + votes[b], a, b) for a in votes for b in votes if a[5:] == b[:4]]
    if pairs:
        _, closing, opening = max(pairs)
        return closing, opening
    return (votes.most_common(1)[0][0] if votes else None), None


def _completed(case: Case, closing: str | None, opening: str | None, unit: Unit | None) -> Terms:
    """Fill the term that is not named from its neighbour; registry data where known, else five years."""
    told = any("nhiệm kì" in line.folded for line in case.lines)
    if closing is None and opening is not None and told:
        known = unit.closing_term if unit else None
        closing = known if known and known[5:] == opening[:4] else f"{int(opening[:4]) - 5}-{opening[:4]}"
    if opening is None and closing is not None and _promises_new_term(case):
        known = unit.opening_term if unit else None
        opening = known if known and known[:4] == closing[5:] else f"{closing[5:]}-{int(closing[5:]) + 5}"
    return Terms(closing, opening)


def _promises_new_term(case: Case) -> bool:
    return any(
        "nhiệm kì tới" in line.folded or "nhiệm kì mới" in line.folded or "năm tới" in line.folded
        for line in case.lines
    )


def _of_others(mention: Mention) -> bool:
    """Whether a term is told of the party, the council or another body, not of the unit's own association."""
    before = mention.line.folded[max(0, mention.start - _LOOK_BACK) : mention.start]
    clause = re.split(r"[;.,:]", before)[-1] if mention.start > 12 else before
    return bool(_OTHERS.search(clause))


def term_findings(case: Case, context: Context) -> tuple[Finding, ...]:
    """Contradictions between the terms and congress numbers that a report names."""
    found = [*_direction_old(case, context), *_mismatches(case, context), *_ordinals(case, context)]
    return (*found, *_other_round(case, context))


def _direction_old(case: Case, context: Context) -> Iterator[Finding]:
    """The part on the new term labelled with the term that has ended."""
    for heading in case.piece.headings:
        line = case.line(heading.paragraph)
        if line is None or context.zone(heading.paragraph) is not Zone.FUTURE:
            continue
        texts = [each for n in range(heading.paragraph, heading.last + 1) if (each := case.line(n))]
        named = [m for each in texts for m in (*mentions(each), *mentions(each, bare=True))]
        terms = {m.term for m in named if not heading.run_in or m.end <= heading.run_in}
        if context.closing in terms and context.opening not in terms:
            yield _finding(
                case, "term.direction_old", heading.text, heading.paragraph, context, section="new_term_goals"
            )
            return


def _mismatches(case: Case, context: Context) -> Iterator[Finding]:
    """A term of the unit's own congress that overlaps the closing term without being it."""
    seen: set[str] = set()
    if context.closing is None:
        return
    first, last = int(context.closing[:4]), int(context.closing[5:])
    for line in case.lines:
        if context.zone(line.paragraph) is Zone.CLOSING:
            continue
        for mention in mentions(line):
            overlaps = mention.first < last and mention.last > first
            known = mention.term in (context.closing, context.opening)
            if known or not overlaps or mention.term in seen or _of_others(mention):
                continue
            seen.add(mention.term)
            yield _finding(
                case,
                "term.mismatch",
                _quote(mention),
                line.paragraph,
                context,
                found=mention.term,
                expected=context.closing,
            )
    if context.opening and abs(int(context.opening[:4]) - last) > 1:
        place = next((m for line in case.lines for m in mentions(line) if m.term == context.opening), None)
        if place is not None:
            yield _finding(
                case,
                "term.mismatch",
                _quote(place),
                place.line.paragraph,
                context,
                found=context.opening,
                expected=context.closing,
            )


def _quote(mention: Mention) -> str:
    return mention.line.text[mention.start : mention.end].strip()


@dataclass(frozen=True, slots=True)
class _Congress:
    number: int
    line: Line
    start: int
    end: int
    role: str | None


def _ordinals(case: Case, context: Context) -> Iterator[Finding]:
    """Two numbers for the congress of one term, or a new congress that doesn't follow the last one."""
    named = [
        each
        for line in case.lines
        if context.zone(line.paragraph) is not Zone.CLOSING
        for each in _congresses(line, context)
    ]
    closing = Counter(each.number for each in named if each.role == "closing")
    opening = Counter(each.number for each in named if each.role == "opening")
    for role, votes in (("closing", closing), ("opening", opening)):
        if len(votes) > 1:
            rare = min(votes, key=lambda number: (votes[number], -number))
            yield _ordinal_finding(
                case, context, named, role, rare, max(votes, key=lambda number: (votes[number], number))
            )
            return
    if closing and opening and (new := next(iter(opening))) != (old := next(iter(closing))) + 1:
        yield _ordinal_finding(case, context, named, "opening", new, old + 1)


def _ordinal_finding(
    case: Case, context: Context, named: list[_Congress], role: str, wrong: int, expected: int
) -> Finding:
    place = next(each for each in named if each.role == role and each.number == wrong)
    quote = place.line.text[place.start : place.end]
    return _finding(
        case, "term.mismatch", quote, place.line.paragraph, context,
        variant="ordinal", found=wrong, expected=expected, certainty=Certainty.CHECK,
    )  # fmt: skip


def _congresses(line: Line, context: Context) -> Iterator[_Congress]:
    for found in _ORDINAL.finditer(line.folded):
        if _OTHERS.search(found[1]) or _OTHERS.search(line.folded[max(0, found.start() - 25) : found.start()]):
            continue
        if _other_level(found[1], context.level):
            continue
        word = found[2]
        number = _WORD_NUMBERS.get(word) or (int(word) if word.isdigit() else roman(word))
        if number:
            yield _Congress(number, line, found.start(), found.end(), _role(line, found, context))


def _other_level(between: str, level: str | None) -> bool:
    nouns = {"city": ("thành phố",), "district": ("quận", "huyện"), "commune": ("phường", "xã", "thị trấn")}
    named = {lvl for lvl, words in nouns.items() if any(word in between for word in words)}
    return bool(named) and level is not None and level not in named


def _role(line: Line, found: re.Match[str], context: Context) -> str | None:
    """Which congress is meant: the one that opened the closing term, or the one now held."""
    after = line.folded[found.end() : found.end() + 45]
    term = _TERM.search(after)
    if term:
        named = f"{term[1]}-{term[2]}"
        return "closing" if named == context.closing else "opening" if named == context.opening else None
    before = line.folded[max(0, found.start() - 40) : found.start()]
    zone = context.zone(line.paragraph)
    if re.search(r"thắng lợi nghị quyết (?:của )?$", before):
        return "opening"
    if re.search(
        r"(?:thực hiện|kết quả|tổng kết|kiểm điểm|chỉ tiêu) (?:[^\W\d_]+ ){0,4}nghị quyết (?:của )?$", before
    ) or (zone is Zone.PAST and re.search(r"nghị quyết (?:của )?$", before)):
        return "closing"
    if re.search(r"(?:trình|chào mừng|tiến tới) (?:tại )?$", before):
        return "opening"
    return None


def _other_round(case: Case, context: Context) -> Iterator[Finding]:
    """The report sums up another term than the round that is being gathered."""
    rounds = case.rulebook.round
    if context.closing is None or rounds.first_year <= int(context.closing[5:]) <= rounds.last_year:
        return
    place = next((m for line in case.lines for m in mentions(line) if m.term == context.closing), None)
    quote, paragraph = (_quote(place), place.line.paragraph) if place else (None, None)
    yield _finding(case, "term.other_round", quote, paragraph, context, found=context.closing, expected=rounds.closing)


def _finding(
    case: Case, code: str, quote: str | None, paragraph: int | None, context: Context, **more: object
) -> Finding:
    closing, opening = context.closing or "…", context.opening or "…"
    return finding(case.rulebook, code, quote=quote, paragraph=paragraph, closing=closing, opening=opening, **more)  # type: ignore[arg-type]
