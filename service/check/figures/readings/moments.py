"""Of which time a figure speaks: the end of the term, its whole course, one year, or before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from service.check.figures.numbers.sentences import Sentence
    from service.language import Hit


class When(StrEnum):
    """What the words beside a figure say of its time."""

    UNSAID = "unsaid"
    NOW = "now"
    THEN = "then"
    """Before the term, or at its beginning."""
    YEAR = "year"
    """In or at the end of one year."""
    YEARLY = "yearly"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time with the place of the words that name it."""

    when: When = When.UNSAID
    year: int | None = None
    place: int = -1
    words: str = ""
    until: int | None = None
    """The last year of a span of years."""


_THIS_TERM: Final = re.compile(r"qua|này|5 năm|năm năm")
_TO_NEW_TERM: Final = re.compile(r" (?:cho )?(?:nhiệm kì|khóa) (?:mới|sau|tới|này|20)")
"""Behind "chuyển sang": what is handed on is what is left at the end."""
_STILL_THEN: Final = frozenset(["khi đó", "lúc đó", "hồi đó", "thời điểm đó", "khi ấy", "lúc ấy"])
_FIVE: Final = re.compile(r"(?<!\w)(?:0?5|năm|cả|các) $")
_REACH: Final = 80
_SPAN: Final = re.compile(r"(?<!\d)(?:19|20)\d\d ?- ?(?:19|20)\d\d(?!\d)")
_YEAR: Final = re.compile(r"(?<![\d.,])(?:\d{1,2} ?[/.-] ?)?(?:\d{1,2} ?[/.-] ?)?((?:19|20)\d\d)(?!\d|[.,]\d)")
_NAMES_YEAR: Final = re.compile(
    r"(?:năm|tháng \d{1,2}|quý [ivx\d]+|cuối|hết|đến|niên độ|thực hiện|kết quả)(?: năm)? ?$|[/.-] ?$"
)
_OPENS_YEAR: Final = re.compile(r"[,;:(] ?$")
_YEAR_SAYS: Final = re.compile(r" ?(?::|có|đạt|được|là)(?!\w)")
"""A bare year that opens a part of a series: "2016 có 1.955 hội viên, 2017 có …"."""
_CITED: Final = re.compile(
    r"(?:quyết định|nghị quyết|kết luận|chỉ thị|thông tư|kế hoạch|công văn|hướng dẫn|đề án|luật|số)[^;:.]{0,45}$"
    r"|(?:qđ|nq|ct|kl|kh|tt|nđ)-[\w/]+[^;:.]{0,12}$"
)
_AGAINST: Final = re.compile(
    r"(?:so với|hơn|bằng|từ|kể từ|tính từ) (?:cuối |đầu |hết )?(?:năm |tháng \d{1,2}(?: năm |/))?$"
)
_AGAINST_TERM: Final = re.compile(
    r"(?:so với|hơn|bằng|từ)(?: cùng kì| kết quả)?(?: nhiệm kì| giai đoạn| khóa)?(?: trước)?[ (]*$"
)
_UNTIL: Final = re.compile(r"(?:đến|hết|tính đến|cuối)(?: hết| cuối| ngày| tháng| năm| quý| nay| thời điểm)*[ \d/.-]*$")
_COMPARES: Final = re.compile(r"(?:so với|hơn|từ)(?: \w+){0,2} ?$")
_SAYS: Final = re.compile(r" ?(?:chỉ )?(?:\(|là |có |:|đạt )[^,;)]{0,25}")
_BEHIND: Final = re.compile(r"(?: [^\W\d_]+){0,3} ?\(?(?:vào |của |trong |cuối |đầu )?(?:năm )")
_THROUGHOUT: Final = re.compile(r"(?: [^\W\d_]+){0,4} (?:trong |cả |suốt )?")
_PARTIAL: Final = re.compile(
    r"(?:\d{1,2}|sáu|bảy|chín|ba) tháng(?: đầu)?(?: của)?(?: năm)? $|quý [ivx\d]+(?:[/ ]| năm )$"
)


def moment(sentence: Sentence, place: int) -> Moment:
    """The time named last before a place of a sentence."""
    named = [*_years(sentence, place), *_phrases(sentence, place)]
    last = max(named, key=lambda one: one.place, default=Moment())
    if last.when is When.TERM and last.until is None and not _THIS_TERM.search(last.words):
        # "Khi đó … quỹ cả nhiệm kỳ 11,2 tỷ" still speaks of the term before.
        then = [one for one in named if one.when is When.THEN and one.words in _STILL_THEN]
        return max(then, key=lambda one: one.place, default=last)
    return last


def moment_after(sentence: Sentence, place: int, end: int) -> Moment:
    """The time named directly behind a figure, as in "1,62 tỷ đồng năm 2016"."""
    stop = min((at for at in (sentence.folded.find(mark, place, end) for mark in (",", ";")) if at >= 0), default=end)
    for hit in sentence.within(place, stop, "figure.then"):
        gap = sentence.text(place, hit.start)
        opened = "(" in gap and ")" not in sentence.text(hit.end, end)
        if len(gap) <= 20 and not opened and not re.search(r"so với|tăng|hơn|trong đó|(?<!\w)và(?!\w)", gap):
            return Moment(When.THEN, None, hit.start, hit.phrase)
    for hit in sentence.within(place, stop, "figure.term"):
        if _THROUGHOUT.fullmatch(sentence.text(place, hit.start)):
            return Moment(When.TERM, None, hit.start, hit.phrase)
    for found in _YEAR.finditer(sentence.folded, place, stop):
        gap = sentence.text(place, found.start())
        opens_list = sentence.text(found.end(), found.end() + 1) == ":"
        if _BEHIND.fullmatch(gap) and not _AGAINST.search(gap) and not opens_list:
            return Moment(When.YEAR, int(found[1]), found.start(), found[0])
    return Moment()


def _phrases(sentence: Sentence, place: int) -> list[Moment]:
    found = []
    for name, when in (
        ("figure.now", When.NOW),
        ("figure.then", When.THEN),
        ("figure.yearly", When.YEARLY),
        ("figure.term", When.TERM),
    ):
        for hit in sentence.within(sentence.start, place, name):
            if _closed(sentence, hit, place):
                continue
            if when is When.THEN and _TO_NEW_TERM.match(sentence.folded, hit.end, place):
                continue
            done = sentence.within(hit.end, place, "figure.done")
            if when is When.THEN and (done or _compared_away(sentence, hit, place)):
                continue
            if when in (When.YEARLY, When.THEN) and _left_behind(sentence, hit, place):
                continue
            if when is When.YEARLY and _is_term(sentence, hit):
                continue
            found.append(Moment(when, None, hit.end, hit.phrase))
    return found


def _compared_away(sentence: Sentence, hit: Hit, place: int) -> bool:
    """Whether what is compared with is not what the figure says.

    "So với đầu nhiệm kỳ, hội viên có 2.480 người" speaks of now, "so với đầu nhiệm kỳ (1.828)" of then.
    """
    against = "so với" in hit.phrase or _COMPARES.search(sentence.text(sentence.start, hit.start))
    return bool(against) and not _SAYS.fullmatch(sentence.text(hit.end, place))


def _closed(sentence: Sentence, hit: Hit, place: int) -> bool:
    """Whether a word stands in a bracket that ends before a place."""
    return ")" in sentence.text(hit.end, place) and sentence.bracket(hit.start) is not None


def _left_behind(sentence: Sentence, hit: Hit, place: int) -> bool:
    """Whether "mỗi năm" stands in an earlier part of the sentence and doesn't open it."""
    opens = not sentence.text(sentence.start, hit.start).strip(" -+*")
    return not opens and ";" in sentence.text(hit.end, place)


def _is_term(sentence: Sentence, hit: Hit) -> bool:
    """Whether "trong năm" is the beginning of "trong năm năm", or "năm học" the end of "năm năm học"."""
    if hit.phrase == "năm học":
        return bool(_FIVE.search(_before(sentence, hit.start)))
    return hit.phrase == "trong năm" and bool(re.match(r" (?:năm|qua nhiệm kì)", sentence.text(hit.end, hit.end + 14)))


def _years(sentence: Sentence, place: int) -> list[Moment]:
    if place <= sentence.first_year:
        return []
    found = []
    spans = [span.span() for span in _SPAN.finditer(sentence.folded, sentence.start, place)]
    for start, end in spans:
        if _AGAINST_TERM.search(before_span := _before(sentence, start)) and not _SAYS.fullmatch(
            sentence.text(end, place)
        ):
            continue
        school = before_span.endswith("năm học ")
        words = sentence.text(start, end)
        found.append(Moment(When.YEARLY if school else When.TERM, None, end, words, until=int(words[-4:])))
    for year in reversed(list(_YEAR.finditer(sentence.folded, sentence.start, place))):
        if any(start <= year.start(1) < end for start, end in spans) or not _tells_time(sentence, year, place):
            continue
        partial = _PARTIAL.search(_before(sentence, year.start()))
        until = _UNTIL.search(_before(sentence, year.start(1)))
        when = When.YEARLY if partial else When.NOW if until else When.YEAR
        found.append(Moment(when, int(year[1]), year.end(), year[0]))
        break
    return found


def _before(sentence: Sentence, place: int) -> str:
    """The words right before a place, as many as can matter."""
    return sentence.text(max(sentence.start, place - _REACH), place)


def _tells_time(sentence: Sentence, year: re.Match[str], place: int) -> bool:
    before, lead = _before(sentence, year.start(1)), _before(sentence, year.start())
    opens = _OPENS_YEAR.search(lead) and _YEAR_SAYS.match(sentence.folded, year.end(), place)
    if (not _NAMES_YEAR.search(before) and lead.strip() and not opens) or _CITED.search(lead):
        return False
    if _AGAINST.search(lead) or _AGAINST.search(before):
        return bool(_SAYS.fullmatch(sentence.text(year.end(), place)))
    return True
