"""The learning titles: who was given which, who only registered, and who is but a part of those."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.bound import NONE, Bound
from service.check.figures.readings.nouns import figure_before, noun_behind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.check.figures.numbers.numbers import Figure
    from service.check.figures.numbers.sentences import Sentence
    from service.language import Hit
    from service.model.indicator import IndicatorRule

_KEPT: Final = re.compile(
    r"giữ vững|giữ danh hiệu|giữ được|(?:ba|3|hai|2|5|năm|nhiều) năm (?:liền|liên tục|trở lên)|liên tục|tiêu biểu|"
    r"xuất sắc|được biểu dương|được khen|được tuyên dương|được tặng|(?:đạt|xếp) loại|loại (?:tốt|khá|xuất sắc)"
)
"""Of the recognised those who kept the title, or were praised: a part."""
_ANOTHER: Final = re.compile(
    r" (?:đã )?(?:đạt|được công nhận|là)(?: danh hiệu)? [\"']?(?:gia đình|hộ|dòng họ|thôn|làng|cơ quan|đơn vị) "
    r"(?:văn hóa|thể thao|nông dân|kiểu mẫu|an toàn)"
)
"""Behind what is counted: a title of another kind."""
_SOME_OF_THEM: Final = re.compile(r"\d (?:nơi|chỗ)(?!\w)")
"""Between what is counted and a title: "Trong 9 cơ quan, 7 nơi đạt đơn vị học tập"."""
_DIGIT: Final = re.compile(r"\d")
_AGAIN: Final = re.compile(r"(?:công nhận|bình xét|đạt|trong đó)")
_GIVEN: Final = re.compile(r" (?:đã )?(?:được công nhận|được bình xét|được tặng danh hiệu)(?! gia đình| dòng họ| là)")
"""Behind what is counted: the title was named before it."""
_CLOSES_LIST: Final = re.compile(
    r"(?:đạt|công nhận|danh hiệu|tiêu chuẩn|xây dựng|chuẩn) ?(?:danh hiệu |là |các |các danh hiệu )?[\"']?$"
    r"|^ ?[\"']?$|(?:đơn vị|cộng đồng|gia đình|dòng họ) [\"']?$"
)
"""What stands before "danh hiệu học tập" where it closes "80% gia đình, 78% dòng họ … đạt"."""
_LIST: Final = re.compile(r"[^;:.]{0,80}(?:,|và) ?[\d.,]+ ?%? ?(?:(?:cơ quan|trường học|doanh nghiệp)(?:,| và) )?")
"""What stands before "đơn vị đạt danh hiệu học tập" where it closes such a list with its last noun."""
_LISTED: Final = re.compile(r" ?(?:[,;.)]|và |$|trở lên)")
_KINDS_IN_LIST: Final = 3
_BASE_OF_SHARE: Final = re.compile(r" (?:của |trên |so với )?(?:tổng )?số (?:hộ |gia đình |dòng họ |đơn vị )?(?:đã )?")
"""What stands between a share and "đăng ký" where those who registered are its whole."""
ANY: Final = "figure.model.any"
MODEL: Final = "figure.model."
THING: Final = "figure.thing."


def title(
    sentence: Sentence, n: int, noun: Hit, rule: IndicatorRule, models: Mapping[str, IndicatorRule]
) -> Hit | None:
    """The title that the things counted have: behind them in their part of the sentence, else before them."""
    figure = sentence.figures[n]
    start, end = sentence.part(figure.start)
    if _ANOTHER.match(sentence.folded, noun.end, end):
        return None
    bracket = sentence.bracket(figure.start)
    if bracket is not None:
        closed = sentence.folded.find(")", figure.start, end)
        end = closed if closed >= 0 else end
        start = sentence.start
    for hit in sentence.nouns:
        if hit.start < noun.end or hit.end > end:
            continue
        some = _SOME_OF_THEM.search(sentence.folded, noun.end, hit.start)
        if some or _is_old_title(hit):
            return None
        if hit.name in rule.nouns and not _belongs_to_another(sentence, noun.end, hit, models):
            return hit
        if hit.name == ANY and _CLOSES_LIST.search(sentence.text(noun.end, hit.start)):
            return hit
        if "đạt" in hit.phrase and _LIST.fullmatch(sentence.text(noun.end, hit.start)):
            return hit
    return _title_before(sentence, figure, rule, start, given=bool(_GIVEN.match(sentence.folded, noun.end, end)))


def _title_before(sentence: Sentence, figure: Figure, rule: IndicatorRule, start: int, *, given: bool) -> Hit | None:
    for hit in reversed([hit for hit in sentence.nouns if hit.end <= figure.opening]):
        again = given or _AGAIN.search(sentence.text(hit.end, figure.opening))
        if hit.name in rule.nouns and (hit.start >= start or again):
            return hit
        if _is_old_title(hit) or (hit.name.startswith(MODEL) and hit.name != ANY and hit.name not in rule.nouns):
            return None
    return None


def _is_old_title(hit: Hit) -> bool:
    """The titles before 2014 are another thing."""
    return hit.name == "figure.other" and "hiếu học" in hit.phrase


def _belongs_to_another(sentence: Sentence, place: int, found: Hit, models: Mapping[str, IndicatorRule]) -> bool:
    """Whether a figure between the thing and the title is what the title belongs to."""
    for m, other in enumerate(sentence.figures):
        explains = sentence.bracket(other.start) is not None and sentence.bracket(found.start) is None
        if not place < other.start < found.start or explains:
            continue
        noun = noun_behind(sentence, m)
        if noun is None:
            continue
        if noun.end >= found.end or (noun.name in models and found.name in models[noun.name].nouns):
            return True
    return False


def title_of_line(sentence: Sentence, noun: Hit, rule: IndicatorRule) -> Hit | None:
    """The title named elsewhere in the paragraph, for lists like "72% gia đình, 70% dòng họ, 80% đơn vị"."""
    if listed(sentence) < 2 or not _LISTED.match(sentence.folded, noun.end):
        return None
    return next((hit for hit in sentence.line.hits if hit.name in rule.nouns), None)


def is_title_list(sentence: Sentence) -> bool:
    """Whether shares of three kinds of things stand in one list: only the learning titles go to all of them."""
    shares = (n for n, figure in enumerate(sentence.figures) if figure.measure is Measure.PERCENT)
    kinds = {noun.name for n in shares if (noun := noun_behind(sentence, n)) and noun.name.startswith(THING)}
    return len(kinds) >= _KINDS_IN_LIST


def amid_models(sentence: Sentence) -> bool:
    """Whether "gia đình 70%" stands in a sentence on the learning titles."""
    return any(hit.name.startswith(MODEL) for hit in sentence.nouns) or listed(sentence) >= 2


def listed(sentence: Sentence) -> int:
    """How many kinds of things that can have a title a sentence names."""
    return len({hit.name for hit in sentence.nouns if hit.name.startswith(THING)})


def recognised(sentence: Sentence, figure: Figure, bound: Bound, found: Hit | None = None) -> Bound:
    """The figure as bound; without strength where it is of those who only registered, or of a part."""
    noun_end = bound.noun.end if bound.noun else figure.end
    end = found.start if found is not None and found.start > noun_end else min(sentence.end, noun_end + 25)
    stop = re.search(r"[,;.]", sentence.text(noun_end, end))
    end = noun_end + stop.start() if stop else end
    reach = end if stop else min(sentence.end, max(end, noun_end + 40))
    kept = _KEPT.search(sentence.folded, noun_end, reach if bound.thing.startswith(THING) else min(end, noun_end + 40))
    if kept and (bound.thing.startswith(THING) or not _DIGIT.search(sentence.folded, noun_end, kept.start())):
        return replace(bound, strength=NONE, remark="part")
    if _only_registered(sentence, figure, noun_end, end):
        return replace(bound, strength=NONE, remark="registered")
    return bound


def _only_registered(sentence: Sentence, figure: Figure, noun_end: int, end: int) -> bool:
    if any(
        not sentence.text(noun_end, hit.start).strip() for hit in sentence.within(noun_end, end, "figure.recognised")
    ):
        return False
    behind = sentence.within(noun_end, end, "figure.registered")
    if behind:
        later = sentence.within(behind[-1].end, end, "figure.recognised")
        return not later
    start = max((other.end for other in sentence.figures if other.end <= figure.opening), default=sentence.start)
    before = sentence.last(start, figure.opening, "figure.registered", "figure.recognised")
    if before is not None and _BASE_OF_SHARE.fullmatch(sentence.text(start, before.start)):
        return False
    if before is None:
        return _goes_on_registered(sentence, figure, start)
    between = sentence.text(before.end, figure.opening)
    return before.name == "figure.registered" and "," not in between and len(between) < 60


def _goes_on_registered(sentence: Sentence, figure: Figure, start: int) -> bool:
    """As in "đăng ký 32.000 hộ gia đình học tập, 45 dòng họ học tập"."""
    part, _ = sentence.part(figure.start)
    before = sentence.last(part, start, "figure.registered", "figure.recognised")
    if before is None or before.name != "figure.registered":
        return False
    first = next((other for other in sentence.figures if other.start >= before.end), figure)
    return first.opening - before.end < 20


def one_of_several(sentence: Sentence, n: int, noun: Hit, earlier: Sequence[Bound]) -> bool:
    """Whether a figure is one of several for one title, as in "8/8 trường học, 5/6 cơ quan đạt đơn vị học tập"."""
    before = figure_before(sentence, n)
    if before is None or noun.name == "figure.thing.family" or earlier[before].rule:
        return False
    other = earlier[before].noun
    if other is None or earlier[before].thing != noun.name or other.phrase == noun.phrase:
        return False
    one, this = sentence.figures[before], sentence.figures[n]
    between = sentence.text(one.end, this.start)
    alike = one.measure is this.measure and (one.base is None) is (this.base is None)
    return alike and ";" not in between and len(between) < 40
