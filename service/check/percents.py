"""Percentages of running text that fit no base the report gives."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from service.check.faults import Fault, money, percent, plain
from service.check.numbers import Measure
from service.model.examination import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.check.numbers import Figure
    from service.check.readings import Reading

TOLERANCE: Final = 0.1
_PEOPLE: Final = ("figure.population", "người", "khẩu", "nhân", "dân")
_NEXT_BASE: Final = re.compile(
    r" ?(?:(?:của |trên |so với |trong )?(?:tổng số |tổng |số )?(?:dân số|nhân khẩu|hộ|gia đình|dòng họ|thôn|tổ dân phố|đơn vị)?(?: toàn (?:xã|huyện|quận|phường))? ?)?\(?(?:là |tổng số |trên )?"
)
_FRACTION_BEHIND: Final = re.compile(r" ?\(")


def fits(stated: float, step: float, part: float, whole: float) -> bool:
    """Whether a written percentage can be the share, rounded or cut off, within a tenth of a point."""
    if whole <= 0:
        return False
    exact = 100 * part / whole
    slack = max(TOLERANCE, step / 2)
    cut = step >= 1 and math.floor(exact) == stated
    return abs(exact - stated) <= slack + 1e-9 or cut


def percent_faults(readings: Sequence[Reading], more_bases: Sequence[float] = ()) -> Iterator[Fault]:
    """The percentages that can't be right; `more_bases` are the figures of the tables."""
    counts = [one.figure.count for one in readings if one.figure.measure is Measure.COUNT and not one.figure.label and not one.figure.ranged]
    bases = [one.figure.base for one in readings if one.figure.base is not None]
    every = [*counts, *bases, *more_bases]
    for n, reading in enumerate(readings):
        figure = reading.figure
        if figure.measure is not Measure.PERCENT or figure.approximate or figure.ranged or reading.kind == "target":
            continue
        before = [one for one in readings[max(0, n - 8) : n] if one.sentence is reading.sentence]
        following = next((one for one in readings[n + 1 : n + 2] if one.sentence is reading.sentence), None)
        fault = _share_fault(reading, following, every, readings) or _bracket_fault(reading, following) or _plan_fault(reading, before, following)
        if fault is not None:
            yield fault


def _share_fault(reading: Reading, following: Reading | None, every: Sequence[float], readings: Sequence[Reading]) -> Fault | None:
    """A share of the count before it, whose base is told with it, or elsewhere in the report."""
    index = reading.bound.share_of
    if index is None or reading.bound.remark == "completion":
        return None
    counted = reading.sentence.figures[index]
    if counted.approximate or counted.ranged:
        return None
    part, stated, step = counted.count, reading.figure.value, reading.figure.step
    told = _told_base(reading, following)
    if told is not None:
        return None if fits(stated, step, part, told) or _near_misses(stated, step, part, told, counted) else _fault(reading, counted, part, told)
    if counted.base is not None and reading.bound.remark != "other base":
        if fits(stated, step, part, counted.base):
            return None
        if not _speaks_of_fraction(reading):
            return None
        return _fault(reading, counted, part, counted.base)
    base = _named_base(reading, readings, part)
    if base is None or any(fits(stated, step, part, other) for other in every if other > part):
        return None
    return _fault(reading, counted, part, base, certainty=Certainty.CHECK)


def _told_base(reading: Reading, following: Reading | None) -> float | None:
    """The base right behind the percentage: "26,8% dân số (195.150 người)", "61,2% tổng số 11.180 đảng viên"."""
    if following is None or following.figure.measure is not Measure.COUNT or following.figure.label or following.figure.approximate:
        return None
    if following.figure.base is not None or following.kind == "target":
        return None
    between = reading.sentence.text(reading.figure.end, following.figure.opening)
    if not between.strip() or not _NEXT_BASE.fullmatch(between):
        return None
    counted = reading.sentence.figures[reading.bound.share_of or 0]
    return following.figure.count if following.figure.count > counted.count else None


def _near_misses(stated: float, step: float, part: float, whole: float, counted: Figure) -> bool:
    return counted.base is not None and fits(stated, step, part, counted.base)


def _speaks_of_fraction(reading: Reading) -> bool:
    """Not "đạt 105% kế hoạch", nor a share of something else named behind."""
    behind = reading.sentence.text(reading.figure.end, min(reading.sentence.end, reading.figure.end + 40))
    return not re.match(r" (?:kế hoạch|chỉ tiêu|nghị quyết|so với|của năm|số (?:hộ|gia đình|dòng họ|thôn|đơn vị) (?:đăng kí|tham gia)|mục tiêu|yêu cầu|năm)", behind)


def _named_base(reading: Reading, readings: Sequence[Reading], part: float) -> float | None:
    """A base that the words name ("dân số", "tổng số hộ") and the report gives exactly, once."""
    noun = reading.bound.noun
    if noun is None or reading.bound.remark == "other base":
        return None
    things = _PEOPLE if noun.name == "figure.population" else (noun.name,)
    found = {
        one.figure.count
        for one in readings
        if one.figure.measure is Measure.COUNT and one.bound.thing in things and not one.bound.rule and not one.figure.label
        and not one.figure.ranged and one.bound.remark == "" and one.figure.count > part and not one.figure.approximate
    }
    vague = any(one.figure.approximate and one.bound.thing in things and one.figure.count > part for one in readings)
    plausible = [base for base in found if base <= 20 * part]
    return plausible[0] if len(plausible) == 1 and not vague else None


def _bracket_fault(reading: Reading, following: Reading | None) -> Fault | None:
    """"đạt 75,0% (31.460/41.950 hộ)"."""
    if following is None or following.figure.base is None or following.figure.approximate or following.bound.remark == "registered":
        return None
    between = reading.sentence.text(reading.figure.end, following.figure.opening)
    if not re.fullmatch(r"(?: (?:dân số|số hộ|hộ|gia đình|tổng số hộ))? ?\((?:tức |đạt |có )?", between):
        return None
    if fits(reading.figure.value, reading.figure.step, following.figure.count, following.figure.base):
        return None
    text = reading.sentence.line.text
    base = following.figure.base
    return _made(reading, text[reading.figure.start : following.figure.end], following.figure.count, base)


def _plan_fault(reading: Reading, before: Sequence[Reading], following: Reading | None) -> Fault | None:
    """"4,28 tỷ đồng, bằng 107,0% chỉ tiêu Nghị quyết (4 tỷ đồng)"."""
    if reading.bound.remark != "completion" or following is None or not before:
        return None
    done = before[-1]
    same = following.figure.measure is done.figure.measure and done.figure.measure in (Measure.MONEY, Measure.COUNT)
    between = reading.sentence.text(reading.figure.end, following.figure.opening)
    if not same or following.kind != "target" or done.figure.approximate or following.figure.approximate or "," in between:
        return None
    lead = reading.sentence.text(done.figure.end, reading.figure.opening)
    if re.search(r"vượt|tăng|giảm", lead) or len(lead) > 60:
        return None
    whole, part = _worth(following), _worth(done)
    if fits(reading.figure.value, reading.figure.step, part, whole) or part / whole > 100 or whole / part > 100:
        return None
    text = reading.sentence.line.text
    say = money if done.figure.measure is Measure.MONEY else plain
    return _made(reading, text[done.figure.start : reading.figure.end], part, whole, say(part), say(whole))


def _worth(reading: Reading) -> float:
    return reading.figure.count if reading.figure.measure is Measure.COUNT else reading.figure.value


def _fault(reading: Reading, counted: Figure, part: float, whole: float, certainty: Certainty = Certainty.SURE) -> Fault:
    text = reading.sentence.line.text
    return _made(reading, text[counted.start : reading.figure.end], part, whole, certainty=certainty)


def _made(
    reading: Reading, quote: str, part: float, whole: float, part_said: str = "", whole_said: str = "", certainty: Certainty = Certainty.SURE
) -> Fault:
    blanks = {
        "found": percent(reading.figure.value),
        "expected": percent(100 * part / whole),
        "count": part_said or plain(part),
        "base": whole_said or plain(whole),
    }
    return Fault("figure.percent", reading.paragraph, quote, blanks, ((reading.paragraph, reading.figure.value),), certainty=certainty)
