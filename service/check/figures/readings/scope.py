"""Whether a figure speaks of the whole unit, or of a part, a change, a neighbour or a single year."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.bound import NONE, STRONG, WEAK
from service.check.figures.readings.nouns import exceeds_a_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.figures.numbers.sentences import Sentence
    from service.check.figures.readings.bound import Bound
    from service.check.figures.readings.ownership import Ownership
    from service.language import Hit

_FAR_REACHING: Final = (
    "trong đó",
    "trong số đó",
    "trong số này",
    "gồm",
    "gồm có",
    "bao gồm",
    "riêng",
    "tiêu biểu",
    "điển hình",
)
"""Words for a part that govern the rest of the sentence; the others reach to the next comma."""
_MADE_UP_OF: Final = ("gồm", "gồm có", "bao gồm")
_HERE: Final = re.compile(r" (?:(?:hiện|nay|hiện nay|toàn|của|xã|phường|huyện|quận|trường|hội) )*")
_CLAUSE: Final = re.compile(r"[,;:.] ?")
_AVERAGE: Final = re.compile(r"(?:bình quân|mặt bằng|tỉ lệ|mức)(?: chung)?(?: của)? $")
_OWN_SUBJECT: Final = re.compile(r"(?:riêng |còn )?(?:hội|phường|xã|thị trấn|chúng tôi|ta|quận|huyện)(?!\w)")
"""What opens the clause that turns from the unit above to the own one."""
_LIST_OPENS: Final = re.compile(r" ?(?:[^\W\d_]+ ){0,8}[^\W\d_]*:")
_ANEW: Final = ("figure.done", "figure.target", "figure.whole", "figure.term")
"""Lists of words after which a second figure of the same indicator is no part of the first."""
_PER: Final = re.compile(
    r" ?(?:/ ?|mỗi |một )(?:năm|tháng|quý|người|suất|em|cháu|hộ|học sinh|đợt|kì|chi hội|trung tâm)(?!\w)"
)
_LEFT: Final = re.compile(r"(?:^|[^\w])(?:vẫn còn|còn|chỉ còn|mới có|chỉ có|mới chỉ có)(?: có)? ?$")
_NOW_LEFT: Final = re.compile(r"(?<!\w)(?:đến nay|hiện nay|nay|hiện) (?:chỉ )?còn(?: có)? ?$")
"""After a merger "nay còn 22 chi hội" is all there are."""
_NO_CHANGE: Final = re.compile(r"(?:nhiệm kì|khóa|vận động|huy động) $")
"""Before "mới": "nhiệm kỳ mới", "vận động mới 9,87 tỷ đồng"."""
_ONLY: Final = re.compile(r" (?:chỉ )?(?:được|có|đạt|công nhận được)(?: được)? ?")
"""Behind "mới" it says "only", not "new": "mới được 6/7 thôn"."""
_BY: Final = re.compile(
    r"(?: (?:được|thêm|là|khoảng|gần|trên|mới|bình quân|hơn|tới|đến|số|tổng số|hội viên|chi hội))* ?"
)
"""What may stand between "tăng" and the figure that it grew by."""
_FROM: Final = re.compile(r"(?:^|\W)từ(?: \w+){0,3} ?$")
_TO: Final = re.compile(r"(?:lên|đến|xuống|còn|thành|tới)(?: \w+){0,5} ?$")
_COMPLETE: Final = re.compile(
    r"\s*(?:$|[,.;:()\-/\"…]|(?:và|với|gồm|bao gồm|bằng|chiếm|đạt|tăng|tương đương|thuộc|trực thuộc|sinh hoạt|"
    r"hoạt động|so|của|khuyến học|đến|tính|vượt|đều|cho|trị giá|cùng|trở lên|trong đó|theo|về|phủ|đặt|năm|học|"
    r"tham|trên|"
    r"là học sinh|nhưng|song|nên|thì|nhằm|phân bố|rải|(?:tổ chức|mở|mở được) \d+)(?!\w))"
)
_EVERYWHERE: Final = re.compile(
    r" (?:vào (?:năm|cuối)|"
    r"(?:ở|tại|trong|trên) (?:\d|các|khắp|tất cả|cả|nhiệm kì|cả nhiệm kì|5 năm|năm năm|toàn|địa bàn))"
)
_GIVEN_TO: Final = re.compile(
    r"(?:^|\W)(?<!lên )(?:cho|tới|đến|của|cùng|từ|trong|đối với|tặng|thưởng|mời|biểu dương|tuyên dương|"
    r"thăm|cử|vận động|huy động|bồi dưỡng|tập huấn|kiểm tra|giúp|hỗ trợ)(?: cả| toàn bộ)? ?$"
)
"""What stands before members or branches to whom something was done: they may be some only."""
_RECEIVERS: Final = ("figure.members", "figure.branches", "figure.clan_boards", "figure.learning_centres")
_SUBJECT: Final = re.compile(r"(?:hội|xã|phường|huyện|quận|thị trấn|thành phố|hội khuyến học) có")
_OPENS: Final = re.compile(r"(?:^|[,;:.(-]|(?<!\w)và|trong đó|tính) ?$")


class Scope:
    """Narrows what speaks of less than the whole unit, or of others."""

    def __init__(self, ownership: Ownership) -> None:
        self._ownership = ownership

    def narrowed(self, sentence: Sentence, n: int, bound: Bound, earlier: Sequence[Bound]) -> Bound:
        """The bound figure, without strength where it is a part or a change, stronger where the whole is named."""
        figure = sentence.figures[n]
        start = sentence.figures[n - 1].end if n else sentence.start
        changes = _changes(sentence, start, figure.opening) and not exceeds_a_mark(sentence, figure)
        if changes or _from_to(sentence, n):
            return replace(bound, strength=NONE, remark="change")
        if bound.noun is not None and bound.noun.start >= figure.end and _fresh(sentence, bound.noun):
            return replace(bound, strength=NONE, remark="change")
        remark = "part" if _each(sentence, n, bound) else self._partial(sentence, n, bound, earlier)
        if remark in ("part", "above"):
            return replace(bound, strength=NONE, remark=remark)
        strength = bound.strength - (1 if remark else 0)
        titled = bound.thing.startswith(("figure.thing", "figure.model", "share"))
        if bound.noun is not None and bound.noun.start >= figure.end and bound.count is None and not titled:
            strength = min(strength, _completeness(sentence, bound.noun))
            if bound.thing in _RECEIVERS and _GIVEN_TO.search(sentence.text(start, figure.opening)):
                strength = WEAK
        if not remark and strength > WEAK and _wholes(sentence, sentence.start, figure.opening):
            strength = min(STRONG, strength + 1)
        return replace(bound, strength=max(WEAK, strength), remark=remark or bound.remark)

    def _partial(self, sentence: Sentence, n: int, bound: Bound, earlier: Sequence[Bound]) -> str:
        """Say "part", "above" (a superior's), "listed" (behind "gồm", of another thing than was summed), or nothing."""
        figure = sentence.figures[n]
        foreign = self._ownership.is_foreign(sentence, self._subject_start(sentence, n), figure.opening)
        if self._ownership.above.asks_for(sentence, figure):
            return "above"
        if foreign or self._is_of_superior(sentence, figure.opening):
            return "part"
        if figure.measure is Measure.COUNT and (
            _left_over(sentence, figure.opening)
            or self._in_bracket_of(sentence, n, bound, earlier)
            or self._in_list_of(sentence, n, bound, earlier)
        ):
            return "part"
        cue = self._part_cue(sentence, figure.opening)
        if cue is None or _of_all(sentence, bound, earlier, cue) or _tells_all(sentence, bound, earlier, cue):
            return ""
        if cue.phrase in ("trong đó", "gồm", "bao gồm", "gồm có", "trong số đó", "trong số này"):
            totals = [other.rule for other, f in zip(earlier, sentence.figures, strict=False) if f.start < cue.start]
            if bound.rule not in totals and totals and (any(totals) or bound.thing == "money"):
                return "listed"
        return "part"

    def _is_of_superior(self, sentence: Sentence, place: int) -> bool:
        """Whether "toàn quận" opens what is told, in a ward's report: "Toàn quận Lê Chân hiện có 46.250 hội viên"."""
        part, _ = sentence.part(place)
        opened = self._ownership.above.opens(sentence, part, place)
        if opened is not None:
            clauses = _CLAUSE.finditer(sentence.folded, opened, place)
            return not any(_OWN_SUBJECT.match(sentence.folded, found.end(), place) for found in clauses)
        wholes = [hit for hit in _wholes(sentence, part, place) if self._ownership.above.is_named_by(hit)]
        if not wholes:
            return False
        before = sentence.text(sentence.start, wholes[-1].start)
        clauses = _CLAUSE.finditer(sentence.folded, wholes[-1].end, place)
        own = any(_OWN_SUBJECT.match(sentence.folded, found.end(), place) for found in clauses)
        return bool(_OPENS.search(before) or _AVERAGE.search(before)) and not own

    def _in_bracket_of(self, sentence: Sentence, n: int, bound: Bound, earlier: Sequence[Bound]) -> bool:
        """Whether a figure is a part of what stands before its bracket: "14 chi hội (9 chi hội thôn, …)"."""
        opened = sentence.bracket(sentence.figures[n].start)
        if opened is None or sentence.within(opened, sentence.figures[n].opening, "figure.target"):
            return False
        before = [other for other, f in zip(earlier, sentence.figures, strict=False) if f.end <= opened]
        return any(other.rule == bound.rule and other.strength for other in before)

    def _in_list_of(self, sentence: Sentence, n: int, bound: Bound, earlier: Sequence[Bound]) -> bool:
        """Whether a figure is a part in a list: "4.120 lượt người: pháp luật 1.500 lượt, …", or one of two awards."""
        figure = sentence.figures[n]
        for other, before in zip(earlier, sentence.figures, strict=False):
            between = sentence.text(before.end, figure.opening)
            told = sentence.within(before.end, figure.opening, *_ANEW)
            if other.rule != bound.rule or not other.strength or told or len(between) > 160:
                continue
            if _LIST_OPENS.match(between) or bound.thing == "figure.scholarships":
                return True
        return False

    def _subject_start(self, sentence: Sentence, n: int) -> int:
        """Where the words begin that may name whose figure it is."""
        figure = sentence.figures[n]
        part, _ = sentence.part(figure.start)
        return max(part, max((hit.end for hit in _wholes(sentence, sentence.start, figure.opening)), default=part))

    def _part_cue(self, sentence: Sentence, place: int) -> Hit | None:
        """The last word before a place that says that what follows is a part, where it still governs the place."""
        cue = sentence.last(sentence.start, place, "figure.part")
        if cue is None or (cue.phrase == "riêng" and self._ownership.above.turns_to_own(sentence, cue.end)):
            return None
        return cue if _governs(sentence, cue, place) else None


def _of_all(sentence: Sentence, bound: Bound, earlier: Sequence[Bound], cue: Hit) -> bool:
    """Whether those who have a title are told of all there are: "2.308 hộ, trong đó 1.668 hộ là gia đình học tập"."""
    if cue.phrase not in ("trong đó", "trong số đó", "trong số này"):
        return False
    before = [one for one, f in zip(earlier, sentence.figures, strict=False) if f.end <= cue.start and one.thing]
    return (
        bool(before)
        and bound.thing.startswith("figure.thing")
        and before[-1].thing == bound.thing
        and not (before[-1].rule or before[-1].remark)
    )


def _tells_all(sentence: Sentence, bound: Bound, earlier: Sequence[Bound], cue: Hit) -> bool:
    """Whether all there are follow the word for parts, right behind what is counted: "Chi hội gồm 15, …"."""
    noun = bound.noun
    if noun is None or noun.end > cue.start or cue.phrase not in _MADE_UP_OF:
        return False
    counted = any(one.noun is not None and one.noun.start == noun.start for one in earlier)
    return not counted and bool(_HERE.fullmatch(sentence.text(noun.end, cue.start)))


def _each(sentence: Sentence, n: int, bound: Bound) -> bool:
    """Whether a figure is one of many: "200 triệu đồng/năm", "1.100 lượt người mỗi năm"."""
    end = sentence.figures[n].end
    if bound.noun is not None and end <= bound.noun.start <= end + 12:
        end = bound.noun.end
    return bool(_PER.match(sentence.folded, end, sentence.end))


def _governs(sentence: Sentence, cue: Hit, place: int) -> bool:
    """Whether a word for a part reaches a place: its bracket is open, no word for the whole follows."""
    before, since = sentence.text(sentence.start, cue.start), sentence.text(cue.end, place)
    if cue.phrase == "nhất là" and before.endswith("thứ "):
        return False
    in_all = cue.phrase == "mỗi" and sentence.within(
        cue.end, place, "figure.term"
    )  # "mỗi năm 200 suất: cả 5 năm 1.342"
    wholes = sentence.within(sentence.start, sentence.end, "figure.whole", "figure.balance")
    if any(whole.start <= cue.start and cue.end <= whole.end for whole in wholes):  # "riêng quỹ khuyến học"
        return False
    if sentence.bracket(cue.start) is not None and ")" in since:
        return False
    if in_all or any(whole.phrase != "cả" for whole in _wholes(sentence, cue.end, place)):
        return False
    if cue.phrase not in _FAR_REACHING and re.search(r"[,;]", since):
        return False
    opens = _OPENS.search(before)
    return cue.phrase not in ("riêng", "như") or bool(opens)


def _wholes(sentence: Sentence, start: int, place: int) -> list[Hit]:
    """Words for the whole; "phường có" only where nothing like "một số" goes before."""
    found = sentence.within(start, place, "figure.whole")
    return [
        hit
        for hit in found
        if not _SUBJECT.match(hit.phrase) or _OPENS.search(sentence.text(sentence.start, hit.start))
    ]


def _left_over(sentence: Sentence, place: int) -> bool:
    """Whether a figure tells a remainder: "còn 1 trung tâm hoạt động cầm chừng"."""
    before = sentence.text(sentence.start, place)
    return bool(_LEFT.search(before)) and not _NOW_LEFT.search(before)


def _changes(sentence: Sentence, start: int, place: int) -> bool:
    """Whether "tăng", "kết nạp", "thành lập mới" stands right before a figure."""
    cue = sentence.last(start, place, "figure.change", "figure.reaches", "figure.target")
    if cue is None or cue.name != "figure.change" or _NO_CHANGE.search(sentence.text(sentence.start, cue.start)):
        return False
    if cue.phrase == "mới" and _ONLY.fullmatch(sentence.text(cue.end, place)):
        return False
    reaches = sentence.within(cue.end, place, "figure.reaches")
    return not reaches and bool(_BY.fullmatch(sentence.text(cue.end, place)))


def _from_to(sentence: Sentence, n: int) -> bool:
    """Whether a figure is the starting point of "từ 35.480 lên 46.250"."""
    figure = sentence.figures[n]
    before = sentence.text(sentence.figures[n - 1].end if n else sentence.start, figure.opening)
    later = next((other for other in sentence.figures[n + 1 :] if not other.label), None)
    if later is None or not _FROM.search(before):
        return False
    if sentence.within(figure.end, sentence.figures[-1].opening, "figure.now"):
        return True
    return bool(_TO.search(sentence.text(figure.end, later.opening)))


def _fresh(sentence: Sentence, noun: Hit) -> bool:
    """Whether "mới", "thành lập mới" stands right behind the noun."""
    hits = sentence.within(noun.end, min(sentence.end, noun.end + 25), "figure.fresh")
    return any(sentence.text(noun.end, hit.start).strip() in ("", "được") for hit in hits)


def _completeness(sentence: Sentence, noun: Hit) -> int:
    """How surely nothing behind the noun narrows it: STRONG where the phrase ends there, WEAK where it may go on."""
    if _EVERYWHERE.match(sentence.folded, noun.end, sentence.end):
        return STRONG
    subsets = sentence.within(noun.end, min(sentence.end, noun.end + 20), "figure.subset")
    if any(sentence.text(noun.end, hit.start).strip(' "') == "" for hit in subsets):
        return WEAK
    return STRONG if _COMPLETE.match(sentence.folded, noun.end, sentence.end) else WEAK
