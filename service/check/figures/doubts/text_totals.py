"""Totals of running text: "231 chi hội (gồm 168 … và 63 …)", and years that are added up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from service.check.figures.doubts.faults import Fault, money, plain
from service.check.figures.doubts.part_lists import PartList, by_sex, part_lists, worth
from service.check.figures.numbers.numbers import Measure
from service.check.wording import Bilingual
from service.model.examination import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.check.figures.readings.readings import Reading

_PEOPLE: Final = frozenset(["đồng chí", "người", "em", "cháu", "học", "cán", "đại", "giáo", "ủy", "cá", "đ"])
"""First words for people: who is counted as one may be counted as another, too."""
_YEAR: Final = re.compile(r"năm (?:19|20)\d\d|\d{1,2} tháng")
_ADDS: Final = re.compile(r"(?:^|[;,.:] ?)\s*(?:cộng|tổng cộng|tổng|như vậy|tính chung)[^;.]{0,60}$")


def text_total_faults(readings: Sequence[Reading]) -> Iterator[Fault]:
    """The totals of running text that the parts told with them contradict."""
    lists = list(part_lists(readings))
    faulted: list[Reading] = []
    for each in lists:
        for fault in _judged(each):
            faulted.append(each.total)
            yield fault
    for each in by_sex(readings):
        if _misses(each) and not any(each.total is total for total in faulted):
            yield _fault(each)
    yield from _years(readings)


def _misses(each: PartList) -> bool:
    """Whether parts that are all there is miss their total by less than what another total would explain."""
    stated = worth(each.total)
    return abs(stated - each.added) > each.slack and bool(stated) and 0.6 <= each.added / stated <= 1.6


def _judged(each: PartList) -> Iterator[Fault]:
    stated, added = worth(each.total), each.added
    if abs(stated - added) <= each.slack + 1e-6 or not stated:
        return
    slip = _slip(each)
    if slip is not None:
        yield slip
        return
    ratio = added / stated
    noun = each.total.bound.noun
    people = each.total.bound.thing in _PEOPLE or (
        noun is not None and noun.name in ("figure.members", "figure.population")
    )
    if each.sure:
        wrong = 0.6 <= ratio <= 1.6
    else:
        closed = bool(
            re.search(
                r"(?:^|\W)(?:và|còn lại|còn|khác)(?:\W[^;,]{0,50})?$",
                each.total.sentence.text(each.parts[-2].figure.end, each.parts[-1].figure.opening),
            )
        )
        wrong = (ratio > 1 and ratio <= 1.6 and not people) or (
            0.85 <= ratio < 1 and (closed or len(each.parts) > 2) and not people
        )
    if wrong:
        yield _fault(each)


def _slip(each: PartList) -> Fault | None:
    """The one figure that a thousand times more or less of would make the total right."""
    for part in each.parts:
        for factor in (1000.0, 0.001):
            change = worth(part) * (factor - 1)
            if abs(each.added + change - worth(each.total)) <= each.slack + 1e-6 < abs(change):
                return _slipped(part, worth(part) * factor)
    for factor in (1000.0, 0.001):
        right = worth(each.total) * factor
        if abs(each.added - right) <= 0.02 * right:
            return _slipped(each.total, right)
    return None


def _slipped(part: Reading, expected: float) -> Fault:
    say = money if part.figure.measure is Measure.MONEY else plain
    quote = part.sentence.line.text[part.figure.start : part.figure.end]
    blanks = {"found": say(worth(part)), "expected": say(expected)}
    values = ((part.paragraph, worth(part)),)
    return Fault("figure.unit", part.paragraph, quote, blanks, values, "list", Certainty.CHECK)


def _fault(each: PartList) -> Fault:
    say = money if each.total.figure.measure is Measure.MONEY else plain
    text = each.total.sentence.line.text
    noun = each.total.bound.noun
    start, end = each.total.figure.start, each.total.figure.end
    if noun is not None and end <= noun.start and noun.end - end < 40:
        end = noun.end
    parts = [say(worth(part)) for part in each.parts]
    blanks = {
        "found": say(worth(each.total)),
        "expected": say(each.added),
        "name": Bilingual(" + ".join(parts), " + ".join(part.english for part in parts)),
    }
    return Fault(
        "figure.total",
        each.total.paragraph,
        text[start:end],
        blanks,
        ((each.total.paragraph, worth(each.total)),),
        certainty=Certainty.SURE if each.sure else Certainty.CHECK,
    )


def _years(readings: Sequence[Reading]) -> Iterator[Fault]:
    """As in "năm 2016 được 1,62 tỷ đồng; năm 2017 …. Cộng 5 năm là 9,64 tỷ đồng"."""
    for n, total in enumerate(readings):
        if total.figure.measure is not Measure.MONEY and total.bound.rule == "":
            continue
        before = total.sentence.text(total.sentence.start, total.figure.opening)
        if not _ADDS.search(before) or total.figure.approximate:
            continue
        parts = _yearly_before(readings[:n], total)
        if len(parts) >= 3 and not any(part.figure.approximate or part.figure.ranged for part in parts):
            each = PartList(total, tuple(parts), sure=True)
            yield from _judged(each)


def _yearly_before(readings: Sequence[Reading], total: Reading) -> list[Reading]:
    """The figures of single years that stand right before a total in its paragraph."""
    parts: list[Reading] = []
    for reading in reversed(readings):
        if reading.paragraph != total.paragraph:
            break
        if reading.figure.label or reading.figure.measure is not total.figure.measure:
            continue
        lead = reading.sentence.text(max(reading.sentence.start, reading.figure.opening - 45), reading.figure.opening)
        if not _YEAR.search(lead):
            break
        parts.insert(0, reading)
    return parts
