"""Binds percentages: shares of a count before them, of a noun behind them, or of a subject."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.bound import FAIR, NONE, STRONG, WEAK, Bound
from service.check.figures.readings.counts import continued
from service.check.figures.readings.learning_titles import (
    ANY,
    MODEL,
    amid_models,
    is_title_list,
    one_of_several,
    recognised,
    title,
    title_of_line,
)
from service.check.figures.readings.nouns import (
    base_behind,
    exceeds_a_mark,
    figure_before,
    is_narrowed,
    next_opening,
    noun_behind,
    subject,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.figures.numbers.numbers import Figure
    from service.check.figures.numbers.sentences import Sentence
    from service.check.figures.readings.bound import Lexicon
    from service.language import Hit
    from service.model.indicator import IndicatorRule

_SHARE: Final = re.compile(
    r"(?:^|[^\w])(?:bằng|chiếm|đạt|tương đương|tỉ lệ|tương ứng|tức|là|đạt tỉ lệ|chiếm tỉ lệ|bằng tỉ lệ|với tỉ lệ|"
    r"tương đương với)(?: tỉ lệ)?(?: là| gần| trên| khoảng| hơn)? ?[(:]?$|[(=] ?$"
)
"""What stands before a percentage that is the share of the count before it."""
_AND_SHARE: Final = re.compile(r"(?:,|(?<!\w)và)(?: cũng)? ?$")
"""What joins a second share of the same count to the first: "bằng 90,3% số đăng ký và 75,0% tổng số hộ"."""
_CHANGE: Final = re.compile(r"(?:vượt|tăng|giảm|hơn|thấp hơn|cao hơn)(?: thêm| được)?(?: mức)? ?$")
_NARROWER: Final = re.compile(
    r" (?:(?:so với|trên|của) (?:tổng )?(?:số )?(?:đã )?đăng kí(?!\w)|"
    r"(?:đã )?(?:đăng kí|được công nhận|đạt|được bình xét|có con|tham gia|nghèo|trong độ tuổi|trưởng thành|từ))"
)
_NO_BASE: Final = re.compile(
    r" ?(?:$|[,.;:)(\-=\"]|(?:và|tăng|vượt|so với|tỉ lệ|cao hơn|thấp hơn|đạt|trong đó|hoàn thành|chưa|như|nhưng|là|"
    r"trở lên|toàn|trong khi|năm|danh hiệu|được|kế hoạch|chỉ tiêu|nghị quyết)(?!\w))"
)
"""What may follow a share whose whole isn't told."""
_OF_TOTAL: Final = re.compile(r" (?:của |trên |so với |trong )?(?:tổng số|tổng|số)? ?")
_OF_PLAN: Final = re.compile(r" (?:so với |của |theo |các |mức )?")
_JOIN: Final = re.compile(r" (?:trở lên )?(?:vào|tham gia|gia nhập) (?:tổ chức )?hội(?! thảo| thi| nghị| trại)")
_ARE: Final = re.compile(
    r"(?: trở lên)? (?:là|tham gia(?: là| làm)?|trở thành|vào|làm|được kết nạp|gia nhập)[^,]{0,20}"
)
_NEAR: Final = re.compile(r" ?(?:là |đạt |: ?)?(?:từ )?")
_OF_ALL: Final = re.compile(
    r"\s*(?:$|[,:(/=]|(?:so với|trên|trong|đạt|là|chiếm|tăng|bằng|từ|toàn|của|năm|hiện|đến|khuyến học|gần|hơn|khoảng|"
    r"tính|phải|phấn đấu|nâng)(?!\w))"
)
"""What may follow "tỷ lệ hội viên" where all members are meant."""
_PLAINLY: Final = re.compile(
    r"(?:, (?:kết quả|thực hiện|đến nay|thực tế))?"
    r"(?: (?:toàn|của|cả|hiện nay|đến nay|nay|năm|xã|phường|huyện|quận|thị trấn|hội|trong|nhiệm kì|cuối|tính|đến|"
    r"hết|tháng|[\d/]+|khuyến học|phấn đấu|phải|cần|nâng))*"
    r"(?: (?:đạt|là|chiếm|bằng|có|tỉ lệ|tăng|từ|đã|lên|ít nhất|được|tối thiểu|đề ra|đặt ra|đặt|giao|chỉ tiêu|"
    r"nghị quyết|nq))*"
    r"(?:=| ?[(:] ?(?:chỉ tiêu|nghị quyết|nq|kế hoạch|kết quả|thực hiện|đạt|kq)?"
    r"(?: nghị quyết| nq| đề ra| đặt| là)?:?)? ?"
)
"""What may stand between "hội viên" and its share of the population."""
_OTHER_RATE: Final = re.compile(r"(?:^|[^\w])tỉ lệ (?!là|đạt|chiếm)[^\W\d_]{2,} [^\W\d_]")
_COMPOSED: Final = re.compile(
    r"(?<!\w)(?:cơ cấu|phân theo|chia theo|tính theo|theo (?:nghề|độ tuổi|giới|khu vực|thành phần))"
)
"""Before the shares of which a whole is made up."""
_NEAR_BY: Final = 4
"""So many figures may stand between a count and its share."""
_FARTHEST: Final = 160
_WHOLE: Final = 100
"""More than this is no share, but how far a plan was fulfilled."""


class ShareBinder:
    """Binds the figures that are percentages."""

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def bind(self, sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound:
        """The indicator of the n-th figure; `earlier` are those of the figures before it."""
        figure = sentence.figures[n]
        before = sentence.text(sentence.figures[n - 1].end if n else sentence.start, figure.opening)
        if _CHANGE.search(before) and not exceeds_a_mark(sentence, figure):
            return Bound(remark="change")
        if exceeds_a_mark(sentence, figure) and (marked := _marked(sentence, n, earlier)) is not None:
            return marked
        if figure.value > _WHOLE or _completes(sentence, figure, next_opening(sentence, n)):
            return Bound(thing="completion", remark="completion")
        noun = noun_behind(sentence, n) or base_behind(sentence, n)
        whole = self._whole(sentence, n, earlier, before, noun)
        if whole is not None:
            return replace(self._share(sentence, n, earlier[whole], noun), share_of=whole)
        if noun is not None:
            return self._of_noun(sentence, n, noun, earlier)
        return self._by_subject(sentence, n, earlier)

    def _whole(self, sentence: Sentence, n: int, earlier: Sequence[Bound], before: str, base: Hit | None) -> int | None:
        """Which count before the n-th figure it is the share of: "46.250 người, bằng 28,0% dân số"."""
        says_so, goes_on = _SHARE.search(before), _AND_SHARE.search(before)
        if not (says_so or goes_on):
            return None
        near = range(max(0, n - _NEAR_BY), n) if base is not None else ()
        passed = [m for m in near if base is not None and self._has_other_base(earlier[m], base)]
        whole = _counted_before(sentence, n, earlier, passed)
        if whole is None or not (says_so or (n - 1 > whole and earlier[n - 1].share_of == whole)):
            return None
        start, end = sentence.figures[whole].end, sentence.figures[n].opening
        if ";" in sentence.text(start, end):
            return None
        apart = ("figure.target", "figure.fund", "figure.raised") if whole == n - 1 else ("figure.target",)
        if sentence.within(end - len(before), end, *apart) or self._turns(
            sentence, start, end, earlier[whole], [earlier[m].noun for m in passed]
        ):
            return None
        return whole

    def _has_other_base(self, counted: Bound, base: Hit) -> bool:
        """Whether a count can't be a share of what is named: "2.318 hội viên ở 14 chi hội, bằng 24,7% dân số"."""
        own = self._words.rates.get(counted.rule)
        if not counted.rule or (own is not None and base.name in own.bases):
            return False
        return any(base.name in rate.bases and rate.nouns for rate in self._words.rates.values())

    def _turns(self, sentence: Sentence, start: int, end: int, counted: Bound, passed: Sequence[Hit | None]) -> bool:
        """Whether another thing is named between a count and a percentage, which then belongs to that.

        `passed` are the nouns of the counts between, of which it can't be a share.
        """
        first = max(start, counted.noun.end if counted.noun is not None else start)
        for hit in sentence.nouns:
            if hit in passed:
                continue
            if first <= hit.start and hit.end <= end and hit.name != counted.thing:
                rule = self._words.counted.get(hit.name)
                if rule is not None and rule.id != counted.rule:
                    return True
            elif first <= hit.start and hit.end <= end and is_narrowed(sentence, hit):
                return True  # "3.020 hội viên, trong đó hội viên nữ chiếm 58%"
        return bool(_OTHER_RATE.search(sentence.text(start, end)))

    def _share(self, sentence: Sentence, n: int, counted: Bound, noun: Hit | None) -> Bound:
        rate = self._words.rates.get(counted.rule)
        if rate is None:
            return Bound(thing="share", remark="part")
        if counted.strength == NONE:
            return Bound(rate.id, NONE, "share", remark=counted.remark)
        named = (*rate.bases, ANY, *self._words.rules[counted.rule].nouns)
        if noun is not None and noun.name not in named:
            return Bound(thing="share", remark="other base")
        told = _base_told(sentence, n, rate)
        if noun is None and not told and not _NO_BASE.match(sentence.folded, sentence.figures[n].end, sentence.end):
            return Bound(thing="share", remark="other base")
        if _narrower_base(sentence, sentence.figures[n], noun) or _told_other_base(sentence, n, rate):
            return Bound(thing="share", remark="other base")
        sure = noun is not None or not rate.nouns  # only of members a share may be of something else
        strength = (STRONG if sure else FAIR) if counted.strength > WEAK else WEAK
        return Bound(rate.id, strength, "share", noun=noun)

    def _of_noun(self, sentence: Sentence, n: int, noun: Hit, earlier: Sequence[Bound]) -> Bound:
        """As in "80% gia đình … đạt danh hiệu học tập", "32% dân số"."""
        if one_of_several(sentence, n, noun, earlier):
            return Bound(thing=noun.name, noun=noun, remark="part")
        figure, words = sentence.figures[n], self._words
        if rule := words.models.get(noun.name):
            found = title(sentence, n, noun, rule, words.models) or title_of_line(sentence, noun, rule)
            if rule.id not in words.rates or (found is None and not is_title_list(sentence)):
                return Bound(thing=noun.name, noun=noun)
            return recognised(sentence, figure, Bound(words.rates[rule.id].id, FAIR, noun.name, noun=noun), found)
        counted = words.counted.get(noun.name)
        if counted is not None and noun.name.startswith(MODEL) and counted.id in words.rates:
            return recognised(sentence, figure, Bound(words.rates[counted.id].id, FAIR, noun.name, noun=noun))
        for rate in words.rates.values():
            if noun.name in rate.bases and self._speaks_of(sentence, n, noun, words.rules[rate.rate_of]):
                return Bound(rate.id, FAIR, noun.name, noun=noun)
        return Bound(thing=noun.name, noun=noun)

    def _speaks_of(self, sentence: Sentence, n: int, base: Hit, rule: IndicatorRule) -> bool:
        """Whether a share of the population is that of members: they are named before, or right behind."""
        start, end = sentence.part(base.start)
        if _JOIN.match(sentence.folded, base.end, end):
            return True
        reach = min(end, next_opening(sentence, n))
        behind = next((hit for hit in sentence.nouns if base.end <= hit.start < reach and hit.name in rule.nouns), None)
        if behind is not None and _ARE.fullmatch(sentence.text(base.end, behind.start)):
            return True
        named = [hit for hit in sentence.nouns if start <= hit.start < sentence.figures[n].start]
        last = next((hit for hit in reversed(named) if hit.name not in ("figure.population", "figure.other")), None)
        return last is not None and last.name in (*rule.nouns, *self._words.rates[rule.id].nouns)

    def _by_subject(self, sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound:
        """As in "Tỷ lệ gia đình học tập đạt 72,4%" and "(gia đình 70%, dòng họ 60%)"."""
        figure = sentence.figures[n]
        named = subject(sentence, n)
        if named is None:
            return continued(sentence, n, earlier) or Bound()
        if is_narrowed(sentence, named) or _COMPOSED.search(sentence.text(sentence.start, figure.opening)):
            return Bound(remark="part")
        if rate := self._words.named_rates.get(named.name):
            whole = _OF_ALL.match(sentence.folded, named.end, figure.opening)
            return Bound(rate.id, FAIR, named.name, noun=named) if whole else Bound(remark="part")
        rule = self._words.counted.get(named.name)
        if named.name in self._words.models:
            near = _NEAR.fullmatch(sentence.text(named.end, figure.opening))
            rule = self._words.models[named.name] if near and amid_models(sentence) else None
        own = self._words.rates.get(rule.id) if rule else None
        if own is None or (own.nouns and not _PLAINLY.fullmatch(sentence.text(named.end, figure.opening))):
            return Bound()
        bound = Bound(own.id, WEAK if own.nouns else FAIR, named.name, noun=named)
        return recognised(sentence, figure, bound)


def _marked(sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound | None:
    """The rate that "vượt mức 65% của Nghị quyết" exceeds: that of the share before it."""
    before = figure_before(sentence, n)
    if before is None or sentence.figures[before].measure is not Measure.PERCENT or not earlier[before].rule:
        return None
    return replace(earlier[before], strength=FAIR, remark="", share_of=None)


def _completes(sentence: Sentence, figure: Figure, end: int) -> bool:
    """Whether a percentage says how far a plan is fulfilled."""
    hits = sentence.within(figure.end, min(end, figure.end + 40), "figure.completion")
    return any(_OF_PLAN.fullmatch(sentence.text(figure.end, hit.start)) for hit in hits)


def _base_told(sentence: Sentence, n: int, rate: IndicatorRule) -> bool:
    """Whether the rate's own base is told behind it: "20,9% của khoảng 10 nghìn dân"."""
    if n + 1 >= len(sentence.figures):
        return False
    noun = noun_behind(sentence, n + 1)
    between = sentence.text(sentence.figures[n].end, sentence.figures[n + 1].opening)
    return noun is not None and noun.name in rate.bases and bool(_OF_TOTAL.fullmatch(between))


def _told_other_base(sentence: Sentence, n: int, rate: IndicatorRule) -> bool:
    """Whether the base is told and is not the rate's, as in "chiếm 24,4% tổng số 39.480 hội viên"."""
    if n + 1 >= len(sentence.figures):
        return False
    between = sentence.text(sentence.figures[n].end, sentence.figures[n + 1].opening)
    if not _OF_TOTAL.fullmatch(between):
        return False
    noun = noun_behind(sentence, n + 1)
    return noun is None or noun.name not in rate.bases


def _narrower_base(sentence: Sentence, figure: Figure, noun: Hit | None) -> bool:
    """Whether the base is but a part, as in "bằng 92,3% số hộ đăng ký"."""
    return is_narrower(sentence, noun.end if noun is not None else figure.end)


def is_narrower(sentence: Sentence, place: int) -> bool:
    """Whether the words from a place on make what stands before it but a part: "số hộ đăng ký"."""
    return bool(_NARROWER.match(sentence.folded, place, sentence.end))


def _counted_before(sentence: Sentence, n: int, earlier: Sequence[Bound], passed: Sequence[int]) -> int | None:
    """The count near before the n-th figure, with nothing but shares, their bases and the `passed` between."""
    end = sentence.figures[n].opening
    for m in range(n - 1, -1, -1):
        figure = sentence.figures[m]
        if end - figure.end > _FARTHEST:
            return None
        if earlier[m].remark == "base" or figure.measure is Measure.PERCENT or m in passed:
            continue
        return m if figure.measure is Measure.COUNT and not figure.label else None
    return None
