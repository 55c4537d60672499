"""Lists of parts in running text, with the total that they are parts of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.numbers import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.check.figures.readings.readings import Reading

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
_OPENS: Final = re.compile(r"[^(:;.]{1,60}(\(|: ?)(?:[^\d;:()]{0,40})")
_FOR: Final = re.compile(r"[^:;.()]{1,30} (?:cho|với|có|thu hút) ?")
_LIST_OF: Final = re.compile(r"[^:;.()]{1,30}: ?[^\d;:()]{0,40}")
_KIND: Final = (
    r"\d{1,3} (?:chi hội )?(?:thôn|tổ dân phố|tdp|khu dân cư|trường(?: học)?|cơ quan|doanh nghiệp|dòng họ|xóm|đơn vị)"
)
_KINDS: Final = re.compile(rf"(?: chi hội)? ?\((?:gồm |có )?{_KIND}(?:, {_KIND}){{0,5}}(?: và {_KIND})?\)")
_GRADES: Final = ("loại", "xếp")
"""First word behind a figure of those graded: "6 loại khá"."""
_GRADED: Final = ("figure.branches", "figure.learning_centres")
_SEX_BEFORE: Final = re.compile(r"(?<!\w)(nam|nữ)(?: giới)?(?: là| có|:)? ?$")
_SEX_BEHIND: Final = re.compile(
    r" (?:người |đồng chí |đ/c |hội viên |ủy viên |đại biểu )?(?:là )?(nam|nữ)(?! sinh)(?!\w)"
)
_NEAR_SEX: Final = 60
_SHARES: Final = (Measure.PERCENT, Measure.POINTS)


@dataclass(frozen=True, slots=True)
class PartList:
    """A total with its parts."""

    total: Reading
    parts: tuple[Reading, ...]
    sure: bool
    """Whether the words say that the parts are all there is."""

    @property
    def added(self) -> float:
        """What the parts add up to."""
        return sum(worth(part) for part in self.parts)

    @property
    def slack(self) -> float:
        """What rounding of the parts may come to."""
        steps = [part.figure.step for part in (*self.parts, self.total)]
        if self.total.figure.measure is Measure.COUNT:
            return max(steps) if max(steps) > 1 else 0.0
        return max(steps) * max(1.0, len(self.parts) / 3) * 0.51 if max(steps) > 1 else 0.0


def part_lists(readings: Sequence[Reading]) -> Iterator[PartList]:
    """Every total of which parts are listed, once."""
    for group in _by_sentence(readings):
        lists = [*_lists(group), *_bracketed(group), *_behind_another(group), *_kinds_of_branches(group)]
        for n, each in enumerate(lists):
            if all(each.total is not other.total for other in lists[:n]):
                yield each


def worth(reading: Reading) -> float:
    """What a figure is worth as a count or a sum."""
    return reading.figure.count if reading.figure.measure is Measure.COUNT else reading.figure.value


def _by_sentence(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    group: list[Reading] = []
    for reading in readings:
        if group and group[-1].sentence is not reading.sentence:
            yield group
            group = []
        group.append(reading)
    if group:
        yield group


def _lists(group: list[Reading]) -> Iterator[PartList]:
    sentence = group[0].sentence
    for pattern, sure in ((_SURE, True), (_LOOSE, False)):
        for cue in pattern.finditer(sentence.folded, sentence.start, sentence.end):
            total = _total_before(group, cue.start())
            if total is not None:
                end = _close(sentence.folded, cue.start(), sentence.start, sentence.end)
                parts = _parts(group, total, cue.end(), end)
                if parts is not None:
                    yield PartList(total, parts, sure)


def _bracketed(group: list[Reading]) -> Iterator[PartList]:
    """As in "14 chi hội (9 chi hội thôn, 3 chi hội trường học)" and "12 chi hội: 10 chi hội tổ dân phố, 2 …"."""
    sentence = group[0].sentence
    for total, first in pairwise(group):
        between = sentence.text(total.figure.end, first.figure.opening)
        opened = _OPENS.fullmatch(between)
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
            yield PartList(total, parts, sure=True)


def _behind_another(group: list[Reading]) -> Iterator[PartList]:
    """As in "96 lớp cho 11.450 lượt người: pháp luật 31 lớp, nghề 65 lớp": another count stands between."""
    sentence = group[0].sentence
    for total, other, first in zip(group, group[1:], group[2:], strict=False):
        lead = sentence.text(total.figure.end, other.figure.opening)
        between = sentence.text(other.figure.end, first.figure.opening)
        counts = {one.figure.measure for one in (total, other, first)} == {Measure.COUNT}
        named = bool(total.bound.thing and first.bound.thing) and first.bound.thing == total.bound.thing
        if not (counts and named and _FOR.fullmatch(lead) and _LIST_OF.fullmatch(between)):
            continue
        start = other.figure.end + between.index(":")
        stop = sentence.folded.find(";", start, sentence.end)
        parts = _parts(group, total, start, stop if stop >= 0 else sentence.end)
        if parts is not None and not _same_thing(total, other):
            yield PartList(total, parts, sure=True)


def _kinds_of_branches(group: list[Reading]) -> Iterator[PartList]:
    """As in "12 chi hội (9 thôn, 3 trường)": the branches are named by where they are, and by nothing else."""
    sentence = group[0].sentence
    for n, total in enumerate(group[:-2]):
        if total.bound.rule != "branches" or total.figure.base is not None or total.figure.approximate:
            continue
        found = _KINDS.match(sentence.folded, total.figure.end, sentence.end)
        if found is None:
            continue
        parts = tuple(one for one in group[n + 1 :] if one.figure.start < found.end())
        if len(parts) == found[0].count(",") + found[0].count(" và ") + 1 and not any(one.figure.base for one in parts):
            yield PartList(total, parts, sure=True)


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
    sentence, whole = total.sentence, total.figure
    if whole.approximate or whole.ranged or whole.label or whole.base is not None:
        return None
    found: list[Reading] = []
    reached = start
    for reading in group:
        figure = reading.figure
        if figure.start < start or figure.end > end or not _counts_in(reading, total, start):
            continue
        if not _is_part(reading, total):
            if found and whole.measure is Measure.COUNT:
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


def _counts_in(reading: Reading, total: Reading, start: int) -> bool:
    """Whether a figure matters to a list: no label, no share, and nothing that a bracket explains."""
    figure = reading.figure
    if figure.label == "name" or figure.measure in _SHARES or _deeper(total.sentence.folded, start, figure.start):
        return False
    return figure.measure is total.figure.measure or total.figure.measure is Measure.COUNT is figure.measure


def _is_part(reading: Reading, total: Reading) -> bool:
    """Whether a figure is of the same thing as the total."""
    return total.figure.measure is not Measure.COUNT or _same_thing(total, reading)


def _deeper(folded: str, start: int, place: int) -> bool:
    """Whether a bracket opened after the list began is still open: its figures explain a part."""
    opening = 1 if folded[start : start + 1] == "(" else 0
    return folded.count("(", start + opening, place) > folded.count(")", start + opening, place)


def _same_thing(total: Reading, part: Reading) -> bool:
    if part.bound.thing in _GRADES and total.bound.noun is not None and total.bound.noun.name in _GRADED:
        return True
    if part.bound.noun is not None and total.bound.noun is not None:
        one, whole = part.bound.noun, total.bound.noun
        of_others = whole.name == "figure.branches" and one.name == "figure.other"
        # "1 chi hội cựu chiến binh" is one of "9 chi hội", whoever else has branches of that name
        return one.name == whole.name or (of_others and one.phrase.startswith(f"{whole.phrase} "))
    if part.bound.noun is not None or not part.bound.thing:
        return not part.bound.thing and total.figure.measure is Measure.COUNT
    return part.bound.thing == total.bound.thing


def by_sex(readings: Sequence[Reading]) -> Iterator[PartList]:
    """As in "2.140 hội viên, trong đó nam 1.020, nữ 1.220" and "45 ủy viên (nam: 21, nữ: 26)": the two are all."""
    for group in _by_sentence(readings):
        exact = [one for one in group if one.figure.measure is Measure.COUNT and not one.figure.label]
        for total, one, other in zip(exact, exact[1:], exact[2:], strict=False):
            sexes = {_sex(total, one), _sex(one, other)}
            if sexes == {"nam", "nữ"} and _plain(total, one, other):
                yield PartList(total, (one, other), sure=False)


def _sex(before: Reading, part: Reading) -> str:
    """Say "nam" or "nữ", whichever stands right before a figure or behind it; nothing for neither."""
    sentence, figure = part.sentence, part.figure
    lead = _SEX_BEFORE.search(sentence.text(before.figure.end, figure.opening))
    behind = _SEX_BEHIND.match(sentence.folded, figure.end, sentence.end)
    return (lead or behind or ("", ""))[1]


def _plain(total: Reading, *parts: Reading) -> bool:
    """Whether a total and its parts are exact, near each other, and nothing else is counted between."""
    figures = [total.figure, *(part.figure for part in parts)]
    if any(figure.approximate or figure.ranged or figure.base is not None for figure in figures):
        return False
    between = total.sentence.text(total.figure.end, parts[0].figure.opening)
    return total.kind != "target" and len(between) <= _NEAR_SEX and ";" not in between
