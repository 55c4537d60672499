"""Of two different figures of one indicator in a paragraph: which was set and which was reached."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.circumstance import OTHERS, RESULT, TARGET
from service.check.figures.readings.indicators import same

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.check.figures.readings.readings import Reading

_SET: Final = re.compile(
    r"(?<!\w)(?:nghị quyết|nq|nqđh|chỉ tiêu|mục tiêu|yêu cầu|đề ra|đặt ra|giao|kế hoạch|hứa|cam kết|quyết nghị|"
    r"phấn đấu|đăng kí phấn đấu|định mức|mức|điều [1-9]\d?|lời hứa|bảo|ghi|ấn định|đặt|quy định|cần đạt|phải đạt)(?!\w)"
)
"""A word that sets, whoever wrote the sentence."""
_OWN: Final = re.compile(r"(?<!\w)(?:nghị quyết|nq) (?:của )?(?:đại hội|đh|hội)(?!\w)|đại hội")
_REACHED: Final = re.compile(
    r":|(?<!\w)(?:nay|đến nay|hiện|đạt|có|được|kết quả|thực hiện|làm|thực tế|bằng|lên|cuối năm|năm 20\d\d|là)(?!\w)"
)
_BEFORE_THE_TERM: Final = re.compile(
    r"(?<!\w)(?:đầu (?:nhiệm kì|khóa|kì)|(?:khi|lúc|hồi) (?:đó|ấy|mới)|(?<!đại hội )(?:nhiệm kì|khóa) trước|"
    r"trước đây)(?!\w)"
)
_REACH: Final = 160


def set_beside_reached(readings: Iterable[Reading]) -> list[Reading]:
    """The readings of a paragraph, with the first of two contradicting results told as set where words say so.

    "Nghị quyết bảo có 550 hội viên, nay có 618": whoever writes two figures side by side knows that they differ.
    """
    told = list(readings)
    for n, one in enumerate(told):
        if one.kind not in (RESULT, "") or not one.bound.rule or not one.bound.strength:
            continue
        later = next((each for each in told[n + 1 :] if each.rule == one.bound.rule and each.kind == RESULT), None)
        if later is None or _agree(one, later) or not _reached_since(one, later):
            continue
        if kind := _setter(one):
            told[n] = replace(one, kind=kind)
    return told


def _agree(one: Reading, later: Reading) -> bool:
    first, second = one.figure, later.figure
    vague = first.approximate or second.approximate
    return same(one.value, first.step, later.value, second.step, vague=vague)


def _reached_since(one: Reading, later: Reading) -> bool:
    if one.sentence is not later.sentence:
        return True
    return bool(_REACHED.search(one.sentence.text(one.figure.end, later.figure.opening)))


def _setter(one: Reading) -> str:
    """TARGET where the words before a figure set it, OTHERS where a decision or a superior does, else nothing."""
    sentence = one.sentence
    if one.figure.measure is Measure.MONEY and one.year is not None:
        return ""  # one year's sum beside the term's: "Sổ quỹ ghi: năm 2016 thu 178 triệu đồng, …, cộng 886 triệu đồng"
    start = max(sentence.start, one.figure.opening - _REACH)
    before = sentence.text(start, one.figure.opening)
    spread = sentence.within(start, one.figure.opening, "figure.spread")
    if spread or not _SET.search(before) or _BEFORE_THE_TERM.search(before):
        return ""
    others = sentence.within(start, one.figure.opening, "figure.superior")
    return OTHERS if others and not _OWN.search(sentence.text(others[-1].end, one.figure.opening)) else TARGET
