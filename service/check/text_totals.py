"""Totals of running text: "231 chi hội (gồm 168 … và 63 …)", and years that are added up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from service.check.faults import Fault, money, plain
from service.check.numbers import Measure
from service.model.examination import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.check.readings import Reading

_SURE: Final = re.compile(r"(?<!\w)(?:bao gồm|gồm có|gồm|chia ra|chia thành|cụ thể gồm)(?!\w)(?! cả)")
_LOOSE: Final = re.compile(
    r"(?<!\w)(?:trong đó|cụ thể)(?!\w)"
    r"(?! (?:có|chủ yếu|nhiều nhất|nhiều|riêng|đáng chú ý|tiêu biểu|nổi bật|phần lớn))"
)
_OPEN: Final = re.compile(r"…|\.\.\.|(?<!\w)(?:v\.v|vv|vân vân|chủ yếu|chẳng hạn|ví dụ|nhiều nhất|tiêu biểu)(?!\w)")
_ENDS_LIST: Final = re.compile(
    r"(?<!\w)(?:tăng|giảm|vượt|so với|bằng \d|đạt \d+[,.]?\d* ?%|chỉ tiêu|nghị quyết|số dư|còn dư|quỹ dư|đã chi|"
    r"tổng chi|đã trao|trao được|trao tặng|tổng số|toàn huyện|toàn xã|toàn quận|toàn phường|nâng|đến nay|ngoài ra|"
    r"cùng với|bình quân|mỗi|trị giá|với số tiền)(?!\w)"
)
_PEOPLE: Final = (
    "đồng chí",
    "người",
    "em",
    "cháu",
    "học sinh",
    "cán bộ",
    "đại biểu",
    "giáo viên",
    "ủy viên",
    "cá nhân",
    "học",
    "cán",
    "đại",
    "giáo",
    "ủy",
    "đ",
)
"""First words for people: who is counted as one may be counted as another, too."""
_YEAR: Final = re.compile(r"năm (?:19|20)\d\d|\d{1,2} tháng")
_ADDS: Final = re.compile(r"(?:^|[;,.:] ?)\s*(?:cộng|tổng cộng|tổng|như vậy|tính chung)[^;.]{0,60}$")


@dataclass(frozen=True, slots=True)
class _List:
    total: Reading
    parts: tuple[Reading, ...]
    sure: bool
    """Whether the words say that the parts are all there is."""

    @property
    def added(self) -> float:
        return sum(_worth(part) for part in self.parts)

    @property
    def slack(self) -> float:
        steps = [part.figure.step for part in (*self.parts, self.total)]
        if self.total.figure.measure is Measure.COUNT:
            return max(steps) if max(steps) > 1 else 0.0
        return max(steps) * max(1.0, len(self.parts) / 2) * 0.51 if max(steps) > 1 else 0.0


def text_total_faults(readings: Sequence[Reading]) -> Iterator[Fault]:
    """The totals of running text that the parts told with them contradict."""
    for group in _by_sentence(readings):
        lists = [*_lists(group), *_bracketed(group)]
        for n, each in enumerate(lists):
            if all(each.total is not other.total for other in lists[:n]):
                yield from _judged(each)
    yield from _years(readings)


def _by_sentence(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    group: list[Reading] = []
    for reading in readings:
        if group and group[-1].sentence is not reading.sentence:
            yield group
            group = []
        group.append(reading)
    if group:
        yield group


def _worth(reading: Reading) -> float:
    return reading.figure.count if reading.figure.measure is Measure.COUNT else reading.figure.value


def _lists(group: list[Reading]) -> Iterator[_List]:
    sentence = group[0].sentence
    for pattern, sure in ((_SURE, True), (_LOOSE, False)):
        for cue in pattern.finditer(sentence.folded, sentence.start, sentence.end):
            total = _total_before(group, cue.start())
            if total is not None:
                end = _close(sentence.folded, cue.start(), sentence.start, sentence.end)
                parts = _parts(group, total, cue.end(), end)
                if parts is not None:
                    yield _List(total, parts, sure)


def _bracketed(group: list[Reading]) -> Iterator[_List]:
    """As in "14 chi hội (9 chi hội thôn, 3 chi hội trường học)" and "12 chi hội: 10 chi hội tổ dân phố, 2 …"."""
    sentence = group[0].sentence
    for total, first in pairwise(group):
        between = sentence.text(total.figure.end, first.figure.opening)
        opened = re.fullmatch(r"[^(:;.]{1,60}(\(|: ?)(?:[^\d;:()]{0,40})", between)
        if not opened or total.figure.measure is not first.figure.measure:
            continue
        if opened[1] != "(" and total.bound.noun is None:
            continue
        start = total.figure.end + opened.start(1)
        end = _close(sentence.folded, start + 1, sentence.start, sentence.end)
        if opened[1] != "(":
            stop = sentence.folded.find(";", start, end)
            end = stop if stop >= 0 else end
        if total.figure.measure is Measure.COUNT and not _same_thing(total, first):
            continue
        parts = _parts(group, total, start, end)
        if parts is not None:
            yield _List(total, parts, sure=True)


def _total_before(group: list[Reading], place: int) -> Reading | None:
    """The last figure before the word that opens a list, shares and targets passed over."""
    for reading in reversed([one for one in group if one.figure.end <= place]):
        if (
            reading.figure.measure in (Measure.PERCENT, Measure.POINTS)
            or reading.kind == "target"
            or reading.bound.remark in ("change", "label")
        ):
            continue
        between = reading.sentence.text(reading.figure.end, place)
        return reading if len(between) < 140 and "." not in between.replace("...", "") else None
    return None


def _close(folded: str, place: int, start: int, end: int) -> int:
    """The end of the bracket around a place, or of the sentence."""
    depth = folded.count("(", start, place) - folded.count(")", start, place)
    if depth <= 0:
        return end
    for at in range(place, end):
        depth += {"(": 1, ")": -1}.get(folded[at], 0)
        if depth <= 0:
            return at
    return end


def _parts(group: list[Reading], total: Reading, start: int, end: int) -> tuple[Reading, ...] | None:
    """The parts listed between two places; None where the list isn't plain, complete and exact."""
    sentence = total.sentence
    if total.figure.approximate or total.figure.ranged or total.figure.label or total.figure.base is not None:
        return None
    found: list[Reading] = []
    reached = start
    for reading in group:
        figure = reading.figure
        if (
            figure.start < start
            or figure.end > end
            or figure.label == "name"
            or figure.measure in (Measure.PERCENT, Measure.POINTS)
        ):
            continue
        if _deeper(sentence.folded, start, figure.start):
            continue
        if figure.measure is not total.figure.measure or (
            figure.measure is Measure.COUNT and not _same_thing(total, reading)
        ):
            if total.figure.measure is Measure.COUNT and found and figure.measure is Measure.COUNT:
                break
            continue
        if found and _ENDS_LIST.search(sentence.folded, reached, figure.start):
            break
        if figure.approximate or figure.ranged or figure.base is not None:
            return None
        found.append(reading)
        reached = figure.end
    tail = sentence.text(start, min(end + 3, len(sentence.folded)))
    return tuple(found) if len(found) >= 2 and not _OPEN.search(tail) else None


def _deeper(folded: str, start: int, place: int) -> bool:
    """Whether a bracket opened after the list began is still open: its figures explain a part."""
    opening = 1 if folded[start : start + 1] == "(" else 0
    return folded.count("(", start + opening, place) > folded.count(")", start + opening, place)


def _same_thing(total: Reading, part: Reading) -> bool:
    if part.bound.noun is not None and total.bound.noun is not None:
        return part.bound.noun.name == total.bound.noun.name
    if part.bound.noun is not None or not part.bound.thing:
        return not part.bound.thing and total.figure.measure is Measure.COUNT
    return part.bound.thing == total.bound.thing


def _judged(each: _List) -> Iterator[Fault]:
    stated, added = _worth(each.total), each.added
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


def _slip(each: _List) -> Fault | None:
    """The one figure that a thousand times more or less of would make the total right."""
    for part in each.parts:
        for factor in (1000.0, 0.001):
            change = _worth(part) * (factor - 1)
            if abs(each.added + change - _worth(each.total)) <= each.slack + 1e-6 < abs(change):
                return _slipped(part, _worth(part) * factor)
    for factor in (1000.0, 0.001):
        right = _worth(each.total) * factor
        if abs(each.added - right) <= 0.02 * right:
            return _slipped(each.total, right)
    return None


def _slipped(part: Reading, expected: float) -> Fault:
    say = money if part.figure.measure is Measure.MONEY else plain
    quote = part.sentence.line.text[part.figure.start : part.figure.end]
    blanks = {"found": say(_worth(part)), "expected": say(expected)}
    values = ((part.paragraph, _worth(part)),)
    return Fault("figure.unit", part.paragraph, quote, blanks, values, "list", Certainty.CHECK)


def _fault(each: _List) -> Fault:
    say = money if each.total.figure.measure is Measure.MONEY else plain
    text = each.total.sentence.line.text
    noun = each.total.bound.noun
    start, end = each.total.figure.start, each.total.figure.end
    if noun is not None and end <= noun.start and noun.end - end < 40:
        end = noun.end
    blanks = {
        "found": say(_worth(each.total)),
        "expected": say(each.added),
        "name": " + ".join(say(_worth(part)) for part in each.parts),
    }
    return Fault(
        "figure.total",
        each.total.paragraph,
        text[start:end],
        blanks,
        ((each.total.paragraph, _worth(each.total)),),
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
            each = _List(total, tuple(parts), sure=True)
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
