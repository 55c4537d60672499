"""Figures in running text: what they are worth, what they measure, and which digits are no figure at all.

Everything here reads folded text (`service.language.fold`), so "tỷ" comes as "tỉ" and dashes as "-".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from service.check.noise import COUNTED_PLACES, LABELS, noise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Measure(StrEnum):
    """What a figure measures, as far as the words beside it tell."""

    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"
    """Percentage points."""
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text. Places are places in the folded text."""

    start: int
    end: int
    """After its scale, currency or percent sign."""
    value: float
    measure: Measure = Measure.COUNT
    step: float = 1.0
    """Worth of the last digit written: 0.1 for "28,0", 1000000 for "21,356 tỷ"."""
    approximate: bool = False
    ranged: bool = False
    """One end of "15 - 20%"."""
    base: float | None = None
    """The b of "a/b"; None for any other figure."""
    label: str = ""
    """name ("tổ 7", "năm 2019") or document ("Nghị quyết 29"): digits that only name something."""
    reading: float | None = None
    """The value where a lone comma before three digits stands for thousands; else None."""
    digits: int = 0
    """End of the digits alone."""
    opening: int = 0
    """Start of the approximating word before it; `start` where there is none."""

    @property
    def count(self) -> float:
        """The value as a count of things, which has no fraction: "46,250" is 46250."""
        return self.reading if self.reading is not None else self.value


_NUMERAL: Final = re.compile(r"(?<![\w.,])\d[\do]*(?:[.,][\do]+)*")
_DIGITS: Final = re.compile(r"\d[\d.,]*")
_SCALE: Final = re.compile(r"[ ]?(nghìn|ngàn|vạn|triệu|tỉ|tr|k)(?![a-zà-ỹđ])")
_SCALES: Final = {"nghìn": 1e3, "ngàn": 1e3, "k": 1e3, "vạn": 1e4, "triệu": 1e6, "tr": 1e6, "tỉ": 1e9}
_MILLIONS: Final = re.compile(r"[ ]?(?:(?:nghìn |ngàn )?(?:triệu|tỉ|tr)|k)(?![a-zà-ỹđ])")
_THINGS: Final = re.compile(r" (?:lượt|người|hội viên|học sinh|suất|cuốn|quyển|bản|trang|hộ|gia đình|dân|tin)(?!\w)")
_HALF: Final = re.compile(r" rưỡi(?!\w)")
_TENTHS: Final = re.compile(r"(\d)(?![\d.,]*\d)(?!\w)")
_CURRENCY: Final = re.compile(
    r"[.,]?[ ]{0,2}(?:(?:việt nam )?đồng(?! chí| bào| đội| nghiệp| hành| bộ| thời| tình| thuận| hương| diễn)|"
    r"vnđ|vnd|đ(?![/\w]))(?![a-zà-ỹ])"
)
_PERCENT: Final = re.compile(r"[ ]?(?:%|phần trăm(?!\w))")
_POINTS: Final = re.compile(r"[ ]?điểm[ ]?(?:%|phần trăm)")
_OVER: Final = re.compile(r"[ ]?/[ ]?")
_OUT_OF: Final = re.compile(r"(?:(?: [^\W\d_]+){0,3}(?:[ ]?/[ ]?| (?:trên|trong)(?: tổng)? số )| trên )(?=\d)")
_RANGE: Final = re.compile(r"[ ]?(?:-|đến|tới)[ ]?")
_BEFORE: Final = re.compile(
    r"(?:(?<!\w)(?:gần|trên|hơn|khoảng|khoảng chừng|chừng|ước|xấp xỉ|xấp xỉ khoảng|trên dưới|dưới|"
    r"ngót|non|cỡ|ít nhất|tối thiểu|"
    r"tối đa|không dưới|hàng|độ)(?: (?:đạt|có|khoảng|tính|được|thực hiện|là|gần|trên|hơn))?(?: được)? ?|[≥≤><~±] ?)$"
)
_AFTER: Final = re.compile(r"(?: [^\W\d_]+(?:/[^\W\d_]+)?){0,6} (?:trở lên|trở xuống)(?!\w)")
_LEFTOVER: Final = re.compile(r"(?: [^\W\d_]+){0,2} (?:có lẻ|lẻ)(?!\w)")
_WORDS: Final = {
    "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15, "mười sáu": 16,
    "mười bảy": 17, "mười tám": 18, "mười chín": 19, "hai mươi": 20,
}  # fmt: skip
_WORDED: Final = re.compile(
    r"(?<!\w)(?:cả|có|gồm|đủ|đều) ("
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r")(?= [^\W\d_])(?! (?:mươi|trăm|nghìn|ngàn|triệu|tỉ|phần|năm|tháng|lần|mặt|là|đến|bốn|hai|ba)(?!\w))"
)


def figures(folded: str) -> tuple[Figure, ...]:
    """All figures of a folded text in order; dates, terms, document numbers and telephone numbers are none."""
    masked = noise(folded)
    found = list(_ranges(folded, list(_amounts(folded, masked))))
    found += [figure for figure in _worded(folded) if not _covered(figure.start, masked)]
    return tuple(sorted(found, key=lambda figure: figure.start))


def amount(folded: str) -> Figure | None:
    """The figure that a whole short text is (a table cell), or None where it is anything else or more."""
    every = figures(folded)
    return every[0] if len(every) == 1 else None


def _amounts(folded: str, masked: Sequence[tuple[int, int]]) -> Iterator[Figure]:
    reached = 0
    for found in _NUMERAL.finditer(folded):
        if found.start() < reached or _covered(found.start(), masked):
            continue
        numeral = _numeral(folded, found.start(), found.end())
        figure = _labelled(folded, _approximated(folded, _measured(folded, numeral, masked)))
        figure, reached = _with_base(folded, figure, masked)
        reached = max(reached, figure.end)
        yield figure


def _covered(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _numeral(folded: str, start: int, end: int) -> Figure:
    if end < len(folded) and folded[end].isalpha():  # "20ong": a word ran into the digits
        while folded[end - 1] == "o":
            end -= 1
    written = folded[start:end].replace("o", "0").rstrip(".,")
    end = start + len(written)
    value, decimals, reading = _value(written)
    return Figure(start, end, value, step=10.0**-decimals, reading=reading, digits=end, opening=start)


def _value(written: str) -> tuple[float, int, float | None]:
    """Value, digits after the decimal sign, and the other reading of a lone comma before three digits."""
    dots, commas = written.count("."), written.count(",")
    if dots and commas:
        mark = max(".", ",", key=written.rfind)
        thousands = "," if mark == "." else "."
        return _decimal(written.replace(thousands, ""), mark)
    if not dots and not commas:
        return float(written), 0, None
    mark = "." if dots else ","
    groups = written.split(mark)
    in_threes = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]) and groups[0] != "0"
    whole = float("".join(groups))
    if len(groups) > 2:
        return (whole, 0, None) if in_threes else _decimal(groups[0] + mark + "".join(groups[1:]), mark)
    if mark == "." and in_threes:
        return whole, 0, None
    value, decimals, _ = _decimal(written, mark)
    return value, decimals, whole if in_threes else None


def _decimal(written: str, mark: str) -> tuple[float, int, float | None]:
    head, _, tail = written.partition(mark)
    return float(f"{head}.{tail or 0}"), len(tail), None


def _measured(folded: str, figure: Figure, masked: Sequence[tuple[int, int]]) -> Figure:
    if found := _PERCENT.match(folded, figure.end):
        return replace(_small(folded, figure), end=found.end(), measure=Measure.PERCENT, reading=None)
    if found := _POINTS.match(folded, figure.end):
        return replace(figure, end=found.end(), measure=Measure.POINTS, reading=None)
    scaled = _scaled(folded, figure)
    if found := _CURRENCY.match(folded, scaled.end):
        if scaled.end == figure.end and figure.reading is not None:  # no one writes a third of a đồng
            scaled = replace(scaled, value=figure.reading, step=1.0)
        return replace(scaled, end=found.end(), measure=Measure.MONEY, reading=None)
    if scaled.end != figure.end:
        money = not _THINGS.match(folded, scaled.end) and _MILLIONS.match(folded, figure.end)
        return replace(scaled, reading=None, measure=Measure.MONEY if money else Measure.COUNT)
    return figure if not _covered(figure.end, masked) else replace(figure, label="document")


def _small(folded: str, figure: Figure) -> Figure:
    """A percentage is small: the dot of "28.125%" is a decimal sign."""
    written = folded[figure.start : figure.digits]
    if figure.value < 1000 or written.count(".") != 1:
        return figure
    value, decimals, _ = _decimal(written.replace("o", "0"), ".")
    return replace(figure, value=value, step=10.0**-decimals)


def _scaled(folded: str, figure: Figure) -> Figure:
    """The figure with the words of scale after it: "1 tỉ 200 triệu", "1tỉ2", "1,01 triệu tỉ"."""
    found = _SCALE.match(folded, figure.end)
    if not found:
        return figure
    scale, end = _SCALES[found[1]], found.end()
    while (more := _SCALE.match(folded, end)) and _SCALES[more[1]] > 1:
        scale, end = scale * _SCALES[more[1]], more.end()
    figure = replace(figure, value=figure.value * scale, step=figure.step * scale, end=end, digits=figure.digits)
    if found := _HALF.match(folded, end):
        return replace(figure, value=figure.value + scale / 2, step=scale / 10, end=found.end())
    return _smaller_part(folded, figure, scale)


def _smaller_part(folded: str, figure: Figure, scale: float) -> Figure:
    if scale < 1e6:
        return figure
    if found := _TENTHS.match(folded, figure.end):  # "1tỉ2"
        return replace(figure, value=figure.value + int(found[1]) * scale / 10, step=scale / 10, end=found.end())
    place = figure.end + 1
    found = _NUMERAL.match(folded, place) if folded[figure.end : place] == " " else None
    if not found:
        return figure
    part = _scaled(folded, _numeral(folded, found.start(), found.end()))
    if part.end > found.end() and part.value < scale:  # "1 tỉ 200 triệu"
        return replace(figure, value=figure.value + part.value, step=part.step, end=part.end)
    return figure


def _approximated(folded: str, figure: Figure) -> Figure:
    before = _BEFORE.search(folded, max(0, figure.start - 24), figure.start)
    after = _AFTER.match(folded, figure.end) or _LEFTOVER.match(folded, figure.end)
    if not before and not after:
        return figure
    return replace(figure, approximate=True, opening=before.start() if before else figure.start)


def _labelled(folded: str, figure: Figure) -> Figure:
    if figure.measure is not Measure.COUNT or figure.step != 1 or "." in folded[figure.start : figure.digits]:
        return figure
    for kind, pattern in LABELS:
        if pattern.search(folded, max(0, figure.start - 30), figure.start):
            return replace(figure, label=kind)
    year = figure.digits - figure.start == 4 and 1900 <= figure.value < 2100
    followed = figure.digits + 1 < len(folded) and folded[figure.digits] == " " and folded[figure.digits + 1].isalpha()
    return replace(figure, label="name") if year and not followed else figure


def _with_base(folded: str, figure: Figure, masked: Sequence[tuple[int, int]]) -> tuple[Figure, int]:
    """The figure as numerator where a base follows, and where reading goes on."""
    named = figure.label == "name"
    if figure.measure is not Measure.COUNT:
        return figure, figure.end
    if named and not COUNTED_PLACES.search(folded, max(0, figure.start - 20), figure.start):
        return figure, figure.end
    if found := _OVER.match(folded, figure.end):
        base = _base(folded, found.end(), masked)
        if base and (not figure.label or base.count >= figure.count):
            over = replace(figure, base=base.count, end=base.end, label="", value=figure.count, step=1.0)
            return over, base.end
    if not named and (found := _OUT_OF.match(folded, figure.end)):
        base = _base(folded, found.end(), masked)
        if base and base.count >= figure.count > 0:
            # In "29.836 hộ/41.210 hộ" the noun stands behind the first figure, in "131 trong số 150 đơn vị" the second.
            end = base.end if found[0].lstrip().startswith(("trong", "trên", "/")) else figure.end
            return replace(figure, base=base.count, end=end), base.end
    return figure, figure.end


def _base(folded: str, place: int, masked: Sequence[tuple[int, int]]) -> Figure | None:
    found = _NUMERAL.match(folded, place) or _DIGITS.match(folded, place)
    if not found or _covered(place, masked):
        return None
    base = _measured(folded, _numeral(folded, found.start(), found.end()), masked)
    return base if base.measure is Measure.COUNT and base.count > 0 else None


def _ranges(folded: str, found: list[Figure]) -> Iterator[Figure]:
    for n, figure in enumerate(found):
        after = n + 1 < len(found) and _is_range(folded, figure, found[n + 1])
        before = n > 0 and _is_range(folded, found[n - 1], figure)
        yield replace(figure, ranged=True) if after or before else figure


def _is_range(folded: str, low: Figure, high: Figure) -> bool:
    if "name" in (low.label, high.label) or low.base or high.base:
        return False
    between = _RANGE.match(folded, low.end)
    if not between or between.end() != high.opening:
        return False
    if "-" not in between[0] and re.search(r"(?:tăng|giảm|nâng)(?: \w+){0,6} từ $", folded[: low.opening]):
        return False
    return low.value < high.value or low.measure is not high.measure


def _worded(folded: str) -> Iterator[Figure]:
    for found in _WORDED.finditer(folded):
        start, end = found.span(1)
        yield Figure(start, end, float(_WORDS[found[1]]), digits=end, opening=start)
