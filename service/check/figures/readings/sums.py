"""Binds sums of money: what was raised, what is left, and what is neither."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.bound import FAIR, NONE, WEAK, Bound
from service.check.figures.readings.nouns import next_opening, outermost

if TYPE_CHECKING:
    from service.check.figures.numbers.sentences import Sentence
    from service.check.figures.readings.bound import Lexicon
    from service.language import Hit

TO_RAISE: Final = "to raise"
"""Remark of a fund's figure that counts only as what is to be raised."""
_BARE: Final = re.compile(
    r"(?: khuyến học)?[:,]?(?: (?:phải|được|có|đạt|thu|là|lên|đặt|giao|ghi|mức|nghị quyết|nq|chỉ tiêu|đề ra|cả khóa|"
    r"toàn khóa|cả nhiệm kì))*:? ?"
)
RAISED: Final = "figure.raised"
BALANCE: Final = "figure.balance"
OTHERS: Final = ("figure.carried", "figure.spent")
"""Lists of words for money that is neither raised in the term nor left at its end."""
_HELD: Final = re.compile(
    r"(?:hiện có|hiện còn|đến nay có|đến nay còn|còn|hiện nay có|dư|tồn|hiện nay còn)(?: là)?"
    r"(?: trên| gần| khoảng| hơn)? ?$"
)
_SET: Final = re.compile(
    r":? (?:khuyến học:? )?(?:đề ra|đặt ra|chỉ tiêu|nghị quyết|nq|kế hoạch)(?: đề ra| giao| đặt| ghi)?(?: mức)?"
    r"(?: là|:)? "
)
"""As in "quỹ đề ra 500 triệu, vận động được 612,5 triệu"."""
_SET_ALONE: Final = re.compile(
    r"\W*(?:\w+ )?(?:nghị quyết|nq|chỉ tiêu|kế hoạch|đại hội|lời hứa)(?: (?:đại hội|hội|của|nghị quyết|nhiệm kì|khóa))*"
    r"(?: (?:đề ra|đặt ra|đặt|giao|ghi|hứa|cam kết|là|bảo|quyết nghị|yêu cầu|phải đạt|mức))* "
)
_LEFT: Final = re.compile(r"(?:còn|dư|tồn) ?")
"""Alone before a sum, what is left of the fund that the sentence speaks of: "… ; dư 1,82 tỷ đồng"."""
_AND_LEFT: Final = re.compile(r"[,.;]? ?(?:và )?(?:hiện |còn |nay )?(?:dư|tồn)(?: quỹ| là| còn)*:? ?")
"""Between what was spent and what is left: "chi quỹ 322,1 triệu đồng, dư 36,3 triệu đồng"."""
_STILL_HELD: Final = re.compile(
    r"(?:^|[,.;:] ?)(?:(?:số|số tiền|tiền) (?:hiện )?(?:còn lại|còn) (?:trong|ở|của|tại) (?:sổ )?quỹ"
    r"|(?:cả )?tiền mặt (?:và|cùng|lẫn|cộng) (?:các khoản )?(?:tiền )?gửi|tiền gửi (?:và|cùng|lẫn|cộng) tiền mặt)"
    r"(?: [^\W\d_]+){0,3}?(?: (?:đến|tính đến|hết|ngày|tháng|năm|cuối|nhiệm kì|nay|hiện|hiện nay|[\d/.-]+))*,?"
    r"(?: (?:là|còn|còn lại|có|:))*:? ?(?:khoảng |gần |trên |hơn )?$"
)
"""What is left, in words of a treasurer: "Số còn trong quỹ đến ngày 30/4 là", "tiền mặt và tiền gửi còn"."""
_OF_OTHERS: Final = re.compile(r"(?<!\w)(?:dòng họ|trường|chi hội|thôn|tổ dân phố|doanh nghiệp|khu dân cư)(?!\w)")
_REACHED: Final = re.compile(r"(?<!\w)(?:thực hiện|kết quả|thực tế|đã đạt|đạt được|nay (?:được|đạt))(?!\w)")
_LONGEST_LEAD: Final = 12
_IN_TOTAL: Final = re.compile(r"(?:tổng số|tổng cộng|tổng)(?: tiền)?(?: là)? $")
_RAISED_BEHIND: Final = re.compile(r"(?: đã)?(?: được)? (?:vận động|huy động|quyên góp)")


class SumBinder:
    """Binds the figures that are money."""

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def bind(self, sentence: Sentence, n: int) -> Bound:
        """The indicator of the n-th figure."""
        figure = sentence.figures[n]
        start, _ = sentence.part(figure.start)
        cue = self._cue(sentence, start, figure.opening)
        balance = self._words.sums.get(BALANCE)
        if balance and _STILL_HELD.search(sentence.text(start, figure.opening)):
            return Bound(balance.id, FAIR, "money")
        if cue is None:
            return self._without_cue(sentence, n, start)
        before = [one.end for one in sentence.figures[:n] if one.measure is Measure.MONEY and one.start >= cue.end]
        if balance and before and _AND_LEFT.fullmatch(sentence.text(before[-1], figure.opening)):
            return Bound(balance.id, FAIR, "money")
        rule = self._words.sums.get(cue.name)
        if rule is None:
            return Bound(thing=cue.name, noun=cue)
        sums = [one for one in sentence.figures[:n] if one.measure is Measure.MONEY and one.start >= cue.end]
        since = sums[-1].end if sums else figure.opening
        anew = sentence.within(since, figure.opening, "figure.term", "figure.whole")
        if sums and not anew and not _REACHED.search(sentence.text(since, figure.opening)):
            return Bound(rule.id, NONE, "money", noun=cue, remark="part")
        return Bound(rule.id, FAIR, "money", noun=cue)

    def _without_cue(self, sentence: Sentence, n: int, start: int) -> Bound:
        """As in "quỹ khuyến học hiện có 145 triệu đồng" and "3 tỷ đồng đã được vận động"."""
        figure = sentence.figures[n]
        bare = self._bare_fund(sentence, n, start)
        if bare is not None:
            return bare
        if self._set_alone(sentence, n, start):
            return Bound(self._words.sums[RAISED].id, FAIR, "money")
        held = _HELD.search(sentence.text(start, figure.opening))
        balance, raised = self._words.sums.get(BALANCE), self._words.sums.get(RAISED)
        funds = sentence.within(start, figure.opening, "figure.fund")
        if not funds and held and _LEFT.fullmatch(held[0]):
            funds = sentence.within(sentence.start, start, "figure.fund")
        if raised and funds and _SET.fullmatch(sentence.text(funds[-1].end, figure.opening)):
            later = sentence.within(figure.end, min(sentence.end, figure.end + 60), *self._words.sums)
            if any(hit.name == RAISED for hit in later):
                return Bound(raised.id, FAIR, "money")
        if held and balance and funds and not _OF_OTHERS.search(sentence.folded, funds[-1].end, figure.opening):
            return Bound(balance.id, FAIR, "money")
        if raised and _RAISED_BEHIND.match(sentence.folded, figure.end, next_opening(sentence, n)):
            total = _IN_TOTAL.search(sentence.text(start, figure.opening))
            return Bound(raised.id, FAIR if total else WEAK, "money")
        return Bound(thing="money")

    def _set_alone(self, sentence: Sentence, n: int, start: int) -> bool:
        """As in "Nghị quyết đề ra 250 triệu đồng, vận động được 271 triệu đồng": what was set was to be raised."""
        figure = sentence.figures[n]
        later = next((one for one in sentence.figures[n + 1 :] if one.measure is Measure.MONEY), None)
        if later is None or RAISED not in self._words.sums or sentence.part(figure.start) != sentence.part(later.start):
            return False
        raised = sentence.within(figure.end, later.opening, *self._words.sums, *OTHERS)
        alone = bool(raised) and all(hit.name == RAISED for hit in raised)
        return alone and bool(_SET_ALONE.fullmatch(sentence.text(start, figure.opening)))

    def _bare_fund(self, sentence: Sentence, n: int, start: int) -> Bound | None:
        """As in "quỹ 600 triệu đồng" among goals or targets: what is to be raised; of results it may be either."""
        raised, place = self._words.sums.get(RAISED), sentence.figures[n].opening
        funds = sentence.within(start, place, "figure.fund")
        if raised is None or not funds or not _BARE.fullmatch(sentence.text(funds[-1].end, place)):
            return None
        return Bound(raised.id, FAIR, "money", remark=TO_RAISE)

    def _cue(self, sentence: Sentence, start: int, place: int) -> Hit | None:
        """The last word before a sum that says what the money is, in its part of the sentence."""
        cues = sentence.within(start, place, *self._words.sums, *OTHERS)
        own = [hit for hit in cues if not _within_noun(sentence, hit)]
        return max(outermost(own), key=lambda hit: (hit.end, hit.name == "figure.carried"), default=None)


def _within_noun(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word is but a piece of another: "chi" of "chi hội", "thu" of "thu nhập" and of "doanh thu"."""
    around = sentence.within(hit.start - _LONGEST_LEAD, hit.end + _LONGEST_LEAD, "figure.other_money")
    return any(
        noun.start <= hit.start and hit.end <= noun.end and noun.end - noun.start > hit.end - hit.start
        for noun in (*sentence.nouns, *around)
    )
