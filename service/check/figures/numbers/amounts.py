"""One amount as written: its digits, its scale in words, its currency or percent sign."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final


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
_LONGEST: Final = 30
"""A row of digits that is longer than any sum of money is none."""
_MOST_SCALES: Final = 3
_DIGITS: Final = re.compile(r"\d[\d.,]*")
_SCALE: Final = re.compile(r"[ ]?(nghìn|ngàn|vạn|triệu|tỉ|tr|k)(?![a-zà-ỹđ])")
_SCALES: Final = {"nghìn": 1e3, "ngàn": 1e3, "k": 1e3, "vạn": 1e4, "triệu": 1e6, "tr": 1e6, "tỉ": 1e9}
_MILLIONS: Final = re.compile(r"[ ]?(?:(?:nghìn |ngàn )?(?:triệu|tỉ|tr)|k)(?![a-zà-ỹđ])")
_THINGS: Final = re.compile(r" (?:lượt|người|hội viên|học sinh|suất|cuốn|quyển|bản|trang|hộ|gia đình|dân|tin)(?!\w)")
_HALF: Final = re.compile(r" rưỡi(?!\w)")
_TENTHS: Final = re.compile(r"(\d)(?![\d.,]*\d)(?!\w)| (\d)(?![\d.,]*\d)(?!\w)(?! ?[^\W_])")
_CURRENCY: Final = re.compile(
    r"[.,]?[ ]{0,2}(?:(?:việt nam )?đồng(?! chí| bào| đội| nghiệp| hành| bộ| thời| tình| thuận| hương| diễn)|"
    r"vnđ|vnd|đ(?![/\w]))(?![a-zà-ỹ])"
)
_PERCENT: Final = re.compile(r"[ ]?(?:%|phần trăm(?!\w))")
_POINTS: Final = re.compile(r"[ ]?điểm[ ]?(?:%|phần trăm)")


def amount_at(folded: str, place: int) -> Figure | None:
    """The amount that begins at a place."""
    found = _NUMERAL.match(folded, place)
    figure = _numeral(folded, found) if found else None
    return _measured(folded, figure) if figure else None


def amount_places(folded: str) -> tuple[int, ...]:
    """Where digits begin that may be an amount."""
    return tuple(found.start() for found in _NUMERAL.finditer(folded))


def base_at(folded: str, place: int) -> Figure | None:
    """The count that begins at a place right behind a slash or a word, or None."""
    found = _NUMERAL.match(folded, place) or _DIGITS.match(folded, place)
    figure = _numeral(folded, found) if found else None
    base = _measured(folded, figure) if figure else None
    return base if base and base.measure is Measure.COUNT and base.count > 0 else None


def _numeral(folded: str, found: re.Match[str]) -> Figure | None:
    start, end = found.span()
    if end - start > _LONGEST:
        return None
    if end < len(folded) and folded[end].isalpha():  # "20ong": a word ran into the digits
        while folded[end - 1] == "o":
            end -= 1
    written = folded[start:end].replace("o", "0").rstrip(".,")
    end = start + len(written)
    worth = _value(written)
    if worth is None:
        return None
    value, decimals, reading = worth
    return Figure(start, end, value, step=10.0**-decimals, reading=reading, digits=end, opening=start)


def _value(written: str) -> tuple[float, int, float | None] | None:
    """Value, digits after the decimal sign, and the other reading of a lone comma before three digits; None if none."""
    dots, commas = written.count("."), written.count(",")
    if dots and commas:
        return _mixed(written)
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


def _mixed(written: str) -> tuple[float, int, float | None] | None:
    """Dots and commas: the last sign is the decimal one, unless it parts thousands, too, by a slip of the typist."""
    mark = max(".", ",", key=written.rfind)
    if written.count(mark) == 1:
        return _decimal(written.replace("," if mark == "." else ".", ""), mark)
    head, *groups = re.split("[.,]", written)
    in_threes = 0 < len(head) <= 3 and all(len(group) == 3 for group in groups)
    return (float("".join((head, *groups))), 0, None) if in_threes else None


def _decimal(written: str, mark: str) -> tuple[float, int, float | None]:
    head, _, tail = written.partition(mark)
    return float(f"{head}.{tail or 0}"), len(tail), None


def _measured(folded: str, figure: Figure) -> Figure:
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
    return figure


def _small(folded: str, figure: Figure) -> Figure:
    """A percentage is small: the dot of "28.125%" is a decimal sign."""
    written = folded[figure.start : figure.digits]
    if figure.value < 1000 or written.count(".") != 1 or "," in written:
        return figure
    value, decimals, _ = _decimal(written.replace("o", "0"), ".")
    return replace(figure, value=value, step=10.0**-decimals)


def _scaled(folded: str, figure: Figure) -> Figure:
    """The figure with the words of scale after it: "1 tỉ 200 triệu", "1tỉ2", "1,01 triệu tỉ"."""
    found = _SCALE.match(folded, figure.end)
    if not found:
        return figure
    scale, end = _SCALES[found[1]], found.end()
    for _ in range(_MOST_SCALES - 1):
        if more := _SCALE.match(folded, end):
            scale, end = scale * _SCALES[more[1]], more.end()
    figure = replace(figure, value=figure.value * scale, step=figure.step * scale, end=end, digits=figure.digits)
    if found := _HALF.match(folded, end):
        return replace(figure, value=figure.value + scale / 2, step=scale / 10, end=found.end())
    return _smaller_part(folded, figure, scale)


def _smaller_part(folded: str, figure: Figure, scale: float) -> Figure:
    if scale < 1e6:
        return figure
    if found := _TENTHS.match(folded, figure.end):  # "1tỉ2"
        return replace(
            figure, value=figure.value + int(found[1] or found[2]) * scale / 10, step=scale / 10, end=found.end()
        )
    place = figure.end + 1
    found = _NUMERAL.match(folded, place) if folded[figure.end : place] == " " else None
    if not found:
        return figure
    figure_after = _numeral(folded, found)
    part = _scaled(folded, figure_after) if figure_after else None
    if part and part.end > found.end() and part.value < scale:  # "1 tỉ 200 triệu"
        return replace(figure, value=figure.value + part.value, step=part.step, end=part.end)
    return figure
