"""Percentages of running text that fit no base the report gives."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from service.check.figures.doubts.faults import Fault, money, percent, plain
from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.bound import FAIR
from service.check.figures.readings.shares import is_narrower
from service.model.examination import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.check.figures.numbers.numbers import Figure
    from service.check.figures.readings.readings import Reading

TOLERANCE: Final = 0.1
_NEARBY: Final = 12
_NEXT_BASE: Final = re.compile(
    r" ?(?:(?:của |trên |so với |trong )?(?:tổng số |tổng |số )?"
    r"(?:dân số|nhân khẩu|hộ|gia đình|dòng họ|thôn|tổ dân phố|đơn vị)?(?: toàn (?:xã|huyện|quận|phường))? ?)?"
    r"\(?(?:là |tổng số |trên )?"
)
_ANOTHER_BASE: Final = re.compile(
    r" (?:kế hoạch|chỉ tiêu|nghị quyết|so với|của năm|số (?:hộ|gia đình|dòng họ|thôn|đơn vị) (?:đăng kí|tham gia)|"
    r"mục tiêu|yêu cầu|năm)"
)
_OF_MEMBERS: Final = re.compile(
    r" (?:của |trên |trong |so với )?(?:tổng số|tổng|toàn bộ) hội viên(?! (?:mới|nữ|nam|dưới))"
)
_OF_REGISTERED: Final = re.compile(
    r" (?:của |trên |so với |trong )?(?:tổng )?(?:số )?(?:hộ |gia đình |dòng họ |đơn vị |thôn |tổ dân phố )?(?:đã )?"
    r"đăng kí"
)
_REGISTERED: Final = re.compile(r" (?:đã |có |làm )?(?:đơn )?đăng kí")
_REGISTERED_BEFORE: Final = re.compile(r"(?<!\w)đăng kí(?: là| có| được|:)? ?$")
_BEHIND_BRACKET: Final = re.compile(
    r"(?: (?:người|hội viên|suất|chi hội|hộ))?\),? ?(?:đã )?(vượt|đạt|bằng)(?: mức)?(?: chỉ tiêu| kế hoạch)? ?"
)
_IN_BRACKET: Final = re.compile(
    r"(?: (?:người|hội viên|suất|chi hội|hộ))?,? ?\(?(?:đã )?(vượt|đạt|bằng)?(?: mức)?(?: chỉ tiêu| kế hoạch)? ?"
)
_WHOLE: Final = 100
_BRACKET_OPENS: Final = re.compile(r"(?: (?:người|hội viên))? \((?:đạt |chiếm |bằng )?")
_POPULATION: Final = re.compile(r"dân số(?: của (?:xã|phường|huyện|quận))?(?: là| có|:)? $")
_IN_BRACKETS: Final = re.compile(r"(?: (?:dân số|số hộ|hộ|gia đình|tổng số hộ))? ?\((?:tức |đạt |có )?")


def fits(stated: float, step: float, part: float, whole: float) -> bool:
    """Whether a written percentage can be the share, rounded or cut off, within a tenth of a point."""
    if whole <= 0:
        return False
    exact = 100 * part / whole
    slack = max(TOLERANCE, step / 2)
    cut = step >= 1 and math.floor(exact) == stated
    return abs(exact - stated) <= slack + 1e-9 or cut


_OF_ANOTHER_TIME = re.compile(
    r"(?<!\w)(?:(?:khi|lúc|hồi) (?:đó|ấy|mới)|thời điểm (?:đó|ấy)|bước vào nhiệm kì|"
    r"đầu (?:nhiệm kì|khóa)|nhiệm kì trước)(?!\w)"
)


def percent_faults(readings: Sequence[Reading], more_bases: Sequence[float] = ()) -> Iterator[Fault]:
    """The percentages that can't be right; `more_bases` are the figures of the tables."""
    exact = [one for one in readings if one.figure.measure is Measure.COUNT and not one.figure.label]
    counts = [one.figure.count for one in exact if not one.figure.ranged]
    bases = [one.figure.base for one in readings if one.figure.base is not None]
    every = (*counts, *bases, *more_bases)
    for n, reading in enumerate(readings):
        figure = reading.figure
        if figure.measure is not Measure.PERCENT or figure.approximate or figure.ranged or reading.kind == "target":
            continue
        before = readings[n - 1] if n and readings[n - 1].sentence is reading.sentence else None
        behind = readings[n + 1 : n + 2]
        following = behind[0] if behind and behind[0].sentence is reading.sentence else None
        fault = (
            _share_fault(reading, following, every, (readings, readings[max(0, n - _NEARBY) : n]))
            or _bracket_fault(reading, following)
            or _plan_fault(reading, before, following)
            or _told_plan_fault(reading, readings[max(0, n - 2) : n])
        )
        if fault is not None:
            yield fault


def _share_fault(
    reading: Reading,
    following: Reading | None,
    every: Sequence[float],
    told_in: tuple[Sequence[Reading], Sequence[Reading]],
) -> Fault | None:
    """A share of the count before it, whose base is told with it, or elsewhere in the report.

    Args:
        reading: The percentage.
        following: The figure behind it in its sentence.
        every: All figures of the report that may be a base.
        told_in: The whole report, and the figures right before.
    """
    readings, nearby = told_in
    index = reading.bound.share_of
    counted = reading.sentence.figures[index] if index is not None else None
    if counted is None or counted.approximate or counted.ranged:
        return None
    told = _told_base(reading, following) or _told_before(reading, nearby)
    if told is None and _OF_REGISTERED.match(reading.sentence.folded, reading.figure.end, reading.sentence.end):
        told = _registered(nearby, reading)
    own = counted.base if reading.bound.remark != "other base" else None
    if told is not None:
        fitting = any(_fits(reading, counted, base) for base in (told, own))
        return None if fitting else _fault(reading, counted, told)
    if own is not None:
        return None if _fits(reading, counted, own) or _names_another_base(reading) else _fault(reading, counted, own)
    # the base of another time is told nowhere
    apart = bool(_OF_ANOTHER_TIME.search(reading.sentence.text(reading.sentence.start, reading.sentence.end)))
    members = None if apart else _all_members(reading, readings)
    if members is not None:
        return None if _fits(reading, counted, members) else _fault(reading, counted, members, Certainty.CHECK)
    base = None if apart else _named_base(reading, readings, counted.count) or _population(reading, counted, nearby)
    if base is None or any(_fits(reading, counted, other) for other in every if other > counted.count):
        return None
    return _fault(reading, counted, base, Certainty.CHECK)


def _registered(nearby: Sequence[Reading], reading: Reading) -> float | None:
    """How many registered, where the sentence tells it once before: "840 gia đình đăng ký, 612 … được công nhận"."""
    index = reading.bound.share_of or 0
    told = [
        one.figure
        for one in nearby
        if one.sentence is reading.sentence and one.figure.end <= reading.sentence.figures[index].start
        and one.figure.measure is Measure.COUNT and one.bound.noun is not None and not one.figure.label
        and (
            _REGISTERED.match(one.sentence.folded, one.bound.noun.end, reading.sentence.end)
            or _REGISTERED_BEFORE.search(one.sentence.text(one.sentence.start, one.figure.opening))
        )
    ]  # fmt: skip
    exact = len(told) == 1 and not (told[0].approximate or told[0].ranged or told[0].base)
    return told[0].count if exact and told[0].count >= reading.sentence.figures[index].count else None


def _fits(reading: Reading, counted: Figure, base: float | None) -> bool:
    return base is not None and fits(reading.figure.value, reading.figure.step, counted.count, base)


def _told_base(reading: Reading, following: Reading | None) -> float | None:
    """The base right behind the percentage: "26,8% dân số (195.150 người)", "61,2% tổng số 11.180 đảng viên"."""
    if (
        following is None
        or following.figure.measure is not Measure.COUNT
        or following.figure.label
        or following.figure.approximate
    ):
        return None
    if following.figure.base is not None or following.kind == "target":
        return None
    between = reading.sentence.text(reading.figure.end, following.figure.opening)
    if not between.strip() or not _NEXT_BASE.fullmatch(between):
        return None
    counted = reading.sentence.figures[reading.bound.share_of or 0]
    return following.figure.count if following.figure.count > counted.count else None


def _told_before(reading: Reading, nearby: Sequence[Reading]) -> float | None:
    """The base told between a count and its share: "2.012 hộ … trên tổng số 2.655 hộ, tỷ lệ 75,8%"."""
    same = (one for one in nearby if one.sentence is reading.sentence and one.figure.end <= reading.figure.start)
    counted = reading.sentence.figures[reading.bound.share_of or 0]
    told = [one.figure for one in same if one.bound.remark == "base" and one.figure.start > counted.start]
    return told[-1].count if told and not told[-1].approximate else None


def _names_another_base(reading: Reading) -> bool:
    """Whether the words behind name another whole, as in "đạt 105% kế hoạch"."""
    return bool(_ANOTHER_BASE.match(reading.sentence.folded, reading.figure.end, reading.sentence.end))


def _named_base(reading: Reading, readings: Sequence[Reading], part: float) -> float | None:
    """A base that the words name ("dân số", "tổng số hộ") and the report gives exactly, once."""
    noun = reading.bound.noun
    if noun is None or reading.bound.remark == "other base":
        return None
    bases = [one.figure for one in readings if _is_base(one, noun.name) and part < one.figure.count <= 20 * part]
    values = {figure.count for figure in bases}
    return values.pop() if len(values) == 1 and not any(figure.approximate for figure in bases) else None


def _population(reading: Reading, counted: Figure, nearby: Sequence[Reading]) -> float | None:
    """The population that the sentence tells, for a share of members in brackets: "dân số 7.915 người; … (22%)"."""
    behind = reading.sentence.text(counted.end, reading.figure.opening)
    if reading.bound.rule != "member_rate" or not _BRACKET_OPENS.fullmatch(behind):
        return None
    told = [one.figure for one in nearby if one.sentence is reading.sentence and _is_base(one, "figure.population")]
    told = [figure for figure in told if figure.end <= counted.start and not figure.approximate]
    named = [one for one in told if _POPULATION.search(reading.sentence.text(reading.sentence.start, one.opening))]
    return named[0].count if len(named) == 1 and named[0].count > counted.count else None


def _all_members(reading: Reading, readings: Sequence[Reading]) -> float | None:
    """The number of members, where "tổng số hội viên" is named behind a share and the report tells it once."""
    if not _OF_MEMBERS.match(reading.sentence.folded, reading.figure.end, reading.sentence.end):
        return None
    told = [one for one in readings if one.rule == "members" and one.kind == "result" and one.bound.strength >= FAIR]
    surest = max((one.bound.strength for one in told), default=FAIR)
    values = {one.figure.count for one in told if one.bound.strength == surest and not one.figure.approximate}
    return values.pop() if len(values) == 1 else None


def _is_base(one: Reading, name: str) -> bool:
    """Whether a figure tells how many people or households there are in all."""
    figure, bound = one.figure, one.bound
    if figure.measure is not Measure.COUNT or figure.label or figure.ranged or bound.rule or bound.remark:
        return False
    if bound.noun is not None and is_narrower(one.sentence, bound.noun.end):
        return False
    if bound.thing == name:
        return True
    beside = any(hit.name in ("figure.thing.family", "figure.population") for hit in one.sentence.nouns)
    return name == "figure.population" and bound.thing in ("người", "khẩu") and beside


def _bracket_fault(reading: Reading, following: Reading | None) -> Fault | None:
    """As in "đạt 75,0% (31.460/41.950 hộ)"."""
    if following is None or following.figure.base is None or following.bound.remark == "registered":
        return None
    part, base = following.figure, following.figure.base
    between = reading.sentence.text(reading.figure.end, part.opening)
    if part.approximate or not _IN_BRACKETS.fullmatch(between) or _fits(reading, part, base):
        return None
    text = reading.sentence.line.text[reading.figure.start : part.end]
    return _made(reading, text, 100 * part.count / base, plain(part.count), plain(base))


def _plan_fault(reading: Reading, done: Reading | None, following: Reading | None) -> Fault | None:
    """As in "4,28 tỷ đồng, bằng 107,0% chỉ tiêu Nghị quyết (4 tỷ đồng)", or "vượt 7,0%" of a sum or a count."""
    if done is None or following is None or following.kind != "target":
        return None
    if reading.bound.remark not in ("completion", "change") or not _same_measure(done, following):
        return None
    lead = reading.sentence.text(done.figure.end, reading.figure.opening)
    between = reading.sentence.text(reading.figure.end, following.figure.opening)
    beyond = bool(re.search(r"vượt ?(?:mức )?$", lead))
    if len(lead) > 60 or "," in between or (reading.bound.remark == "change") is not beyond:
        return None
    part, whole = _worth(done), _worth(following)
    surplus = part - whole if beyond else part
    told = fits(reading.figure.value, reading.figure.step, surplus, whole)
    if told or not 0.01 < part / whole < 100:
        return None
    say = money if done.figure.measure is Measure.MONEY else plain
    text = reading.sentence.line.text[done.figure.start : reading.figure.end]
    return _made(reading, text, 100 * surplus / whole, say(part), say(whole))


def _told_plan_fault(reading: Reading, before: Sequence[Reading]) -> Fault | None:
    """What was set and what was reached stand before the share, in either order.

    "412,65 triệu đồng (Nghị quyết 400 triệu đồng), vượt 3,2%"; "Nghị quyết 1.600 - thực hiện 1.742 (đạt 108,9%)".
    """
    if len(before) < 2 or any(one.sentence is not reading.sentence for one in before):
        return None
    bracketed = before[1].kind == "target"
    done, target = before if bracketed else before[::-1]
    if target.kind != "target" or done.kind != "result" or not _same_measure(done, target):
        return None
    between = reading.sentence.text(before[0].figure.end, before[1].figure.opening)
    pattern = _BEHIND_BRACKET if bracketed else _IN_BRACKET
    said = pattern.fullmatch(reading.sentence.text(before[1].figure.end, reading.figure.opening))
    if said is None or (bracketed and "(" not in between) or (not bracketed and target.rule != done.rule):
        return None
    part, whole = _worth(done), _worth(target)
    beyond = said[1] == "vượt"
    surplus = part - whole if beyond else part
    unsaid = not beyond and reading.figure.value <= _WHOLE and reading.bound.remark != "completion"
    if unsaid or not 0.2 < part / whole < 5 or fits(reading.figure.value, reading.figure.step, surplus, whole):
        return None
    say = money if done.figure.measure is Measure.MONEY else plain
    text = reading.sentence.line.text[before[0].figure.start : reading.figure.end]
    return _made(reading, text, 100 * surplus / whole, say(part), say(whole), certainty=Certainty.CHECK)


def _same_measure(one: Reading, other: Reading) -> bool:
    """Whether two figures are exact and both of money, or both counts."""
    vague = one.figure.approximate or other.figure.approximate
    return not vague and one.figure.measure is other.figure.measure in (Measure.MONEY, Measure.COUNT)


def _worth(reading: Reading) -> float:
    return reading.figure.count if reading.figure.measure is Measure.COUNT else reading.figure.value


def _fault(reading: Reading, counted: Figure, base: float, certainty: Certainty = Certainty.SURE) -> Fault:
    of_members = _OF_MEMBERS.match(reading.sentence.folded, reading.figure.end, reading.sentence.end)
    text = reading.sentence.line.text[counted.start : of_members.end() if of_members else reading.figure.end]
    return _made(reading, text, 100 * counted.count / base, plain(counted.count), plain(base), certainty=certainty)


def _made(
    reading: Reading, quote: str, expected: float, part: str, base: str, *, certainty: Certainty = Certainty.SURE
) -> Fault:
    blanks = {"found": percent(reading.figure.value), "expected": percent(expected), "count": part, "base": base}
    values = ((reading.paragraph, reading.figure.value),)
    return Fault("figure.percent", reading.paragraph, quote, blanks, values, certainty=certainty)
