"""Figures in running text: what they are worth, what they measure, and which digits are no figure at all.

Everything here reads folded text (`service.language.fold`), so "tỷ" comes as "tỉ" and dashes as "-".
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.amounts import Figure, Measure, amount_at, amount_places, base_at
from service.check.figures.numbers.noise import COUNTED_PLACES, LABELS, noise

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Figure", "Measure", "amount", "figures"]


_FRACTION: Final = re.compile(
    r" ?/ ?[\d.]+ (?:hộ|gia đình|dòng họ|thôn|tổ|tdp|xã|phường|đơn vị|cơ quan|trường|chi hội)(?!\w)"
)
"""Behind digits that are the part of a whole, whatever stands before: "NQ 12/15 TDP", "1950/2600 hộ"."""
_OF_PEOPLE: Final = re.compile(
    r"(?: hội viên| người) trên (?=[\d.,]+ (?:nhân khẩu|khẩu|dân|người dân)(?!\w))"
    r"| (hộ|gia đình|dòng họ|thôn|tổ dân phố|đơn vị) trên (?=[\d.,]+ \1(?!\w))"
)
_OVER: Final = re.compile(r"[ ]?/[ ]?")
_OUT_OF: Final = re.compile(
    r"(?:(?: [^\W\d_]+){0,3}(?:[ ]?/[ ]?| (?:trên|trong)(?: tổng)? số )| trên | (?:trên|trong) tổng "
    r"| trong (?=\d{1,3}(?:\.\d{3})* (?!năm|tháng|tuần|ngày|giờ|buổi|đợt|nhiệm kì|lần|quý|kì)[^\W\d_]))(?=\d)"
)
"""Between a part and its whole; "9 trong 12 dòng họ" is one, "34 trong 5 năm" and "3 trong 12 tháng" are none."""
_RANGE: Final = re.compile(r"[ ]?(?:-|đến|tới)[ ]?")
_MOVES: Final = re.compile(r"(?:tăng|giảm|nâng)(?: \w+){0,6} từ $")
_BACK: Final = 80
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
_PLAIN: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){0,5}")
"""A count with nothing around it, as in most cells of tables."""
_MAY_HOLD: Final = re.compile(r"\d|(?:cả|có|gồm|đủ|đều) [hbsctm]")
_WORDED: Final = re.compile(
    r"(?<!\w)(?:cả|có|gồm|đủ|đều) ("
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r")(?= [^\W\d_])(?! (?:vượt|đều|cùng|không|chưa)(?!\w))"
    r"(?! (?:mươi|trăm|nghìn|ngàn|triệu|tỉ|phần|năm|tháng|lần|mặt|là|đến|bốn|hai|ba)(?!\w))"
)


@lru_cache(maxsize=4096)  # a cell, or a sentence's line, is read by several judges
def figures(folded: str) -> tuple[Figure, ...]:
    """All figures of a folded text in order; dates, terms, document numbers and telephone numbers are none."""
    if _PLAIN.fullmatch(folded):
        end = len(folded)
        return (Figure(0, end, float(folded.replace(".", "")), digits=end),)
    if not _MAY_HOLD.search(folded):
        return ()
    masked = noise(folded)
    found = list(_ranges(folded, list(_amounts(folded, masked))))
    found += [figure for figure in _worded(folded) if figure.start not in masked]
    return tuple(sorted(found, key=lambda figure: figure.start))


def amount(folded: str) -> Figure | None:
    """The figure that a whole short text is (a table cell), or None where it is anything else or more."""
    every = figures(folded)
    return every[0] if len(every) == 1 else None


def _amounts(folded: str, masked: frozenset[int]) -> Iterator[Figure]:
    reached = 0
    for place in amount_places(folded):
        if place < reached or place in masked:
            continue
        found = amount_at(folded, place)
        if found is None:
            continue
        figure, reached = _with_base(folded, _labelled(folded, _approximated(folded, found)), masked)
        reached = max(reached, figure.end)
        yield figure


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
        found = pattern.search(folded, max(0, figure.start - 30), figure.start)
        if found and not (found[0].startswith("nq") and _FRACTION.match(folded, figure.end)):
            return replace(figure, label=kind)
    year = figure.digits - figure.start == 4 and 1900 <= figure.value < 2100 and not _FRACTION.match(folded, figure.end)
    followed = figure.digits + 1 < len(folded) and folded[figure.digits] == " " and folded[figure.digits + 1].isalpha()
    return replace(figure, label="name") if year and not followed else figure


def _with_base(folded: str, figure: Figure, masked: frozenset[int]) -> tuple[Figure, int]:
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
    if not named and (found := _OUT_OF.match(folded, figure.end) or _OF_PEOPLE.match(folded, figure.end)):
        base = _base(folded, found.end(), masked)
        if base and base.count >= figure.count > 0:
            # In "29.836 hộ/41.210 hộ" the noun stands behind the first figure, in "131 trong số 150 đơn vị" the second.
            end = base.end if found[0].lstrip().startswith(("trong", "trên", "/")) else figure.end
            return replace(figure, base=base.count, end=end), base.end
    return figure, figure.end


def _base(folded: str, place: int, masked: frozenset[int]) -> Figure | None:
    return None if place in masked else base_at(folded, place)


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
    if "-" not in between[0] and _MOVES.search(folded, max(0, low.opening - _BACK), low.opening):
        return False
    return low.value < high.value or low.measure is not high.measure


def _worded(folded: str) -> Iterator[Figure]:
    for found in _WORDED.finditer(folded):
        start, end = found.span(1)
        yield Figure(start, end, float(_WORDS[found[1]]), digits=end, opening=start)
