"""Figures without words of their own for what they count: they go on from the figure before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.bound import FAIR, STRONG, Bound
from service.check.figures.readings.nouns import figure_before, stands_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.figures.numbers.sentences import Sentence
    from service.check.figures.readings.bound import Lexicon

_RECOGNISED: Final = re.compile(
    r"(?: hộ| gia đình| dòng họ)?[,;]? (?:và )?(?:đã )?(?:được )?(?:công nhận|bình xét)(?: là)? ?"
)
"""Between those who registered and those who were given the title: "đăng ký 2.050, công nhận 1.790"."""
_OURS: Final = re.compile(
    r"[,;:] ?(?:còn |riêng |thì )?(?:(?:xã|phường|thị trấn|quận|huyện|hội|trường|đơn vị|công ti)"
    r"(?: ta| nhà| mình| chúng ta| chúng tôi)|chúng ta|chúng tôi) (?:đã |hiện |hiện nay |cũng )?"
    r"(?:phấn đấu |quyết tâm )?(?:đạt|có|là|đạt được)(?: trên| gần)? ?$"
    r"|(?<!\w)con số (?:ấy|đó|này) (?:đã |nay )?(?:là|đạt|lên tới|lên)(?: trên| gần)? ?$"
)
"""After what the unit above has or asks for: "toàn huyện là 75,0%, xã ta đạt 72,5%"."""
_TANTAMOUNT: Final = re.compile(
    r"(?: (?:của |so với )?(?:tổng )?(?:dân số|số hộ|số dân|nhân khẩu)(?: toàn (?:xã|phường|huyện|quận))?)?,? ?"
    r"\(?(?:tương ứng|tương đương|tức là|tức|bằng|với|là|=)(?: với| là)? ?"
)
"""Between a share and the count that it stands for: "22,3% dân số, tương ứng 1.846 người"."""
_IN_BRACKET: Final = re.compile(r"(?: dân số| số dân)? \((?:tức |đạt |có )?")
"""Between a share and the fraction that it comes from: "20,8% (1.530/7.360 người)"."""
_LONGEST: Final = 100


def goes_on(sentence: Sentence, n: int, earlier: Sequence[Bound], words: Lexicon) -> Bound | None:
    """The indicator of the n-th figure, where it is that of the figure before it; None where nothing says so."""
    at = figure_before(sentence, n)
    if at is None or not earlier[at].rule or sentence.figures[n].ranged:
        return None
    one, this, before = sentence.figures[at], sentence.figures[n], earlier[at]
    between = sentence.text(one.end, this.opening)
    if len(between) > _LONGEST:
        return None
    if one.measure is this.measure:
        if before.remark == "registered" and _RECOGNISED.fullmatch(between) and stands_alone(sentence, this):
            return replace(before, strength=STRONG, remark="", count=None)
        ours = _OURS.search(between)
        return replace(before, strength=FAIR, remark="", count=None, share_of=None) if ours else None
    return _of_share(sentence, at, n, before, words)


def _of_share(sentence: Sentence, at: int, n: int, before: Bound, words: Lexicon) -> Bound | None:
    """The count that a share stands for."""
    one, this = sentence.figures[at], sentence.figures[n]
    counted = words.rules[before.rule].rate_of
    if not counted or not before.strength or one.measure is not Measure.PERCENT or this.measure is not Measure.COUNT:
        return None
    between = sentence.text(one.end, this.opening)
    if this.base is not None:
        bracketed = _IN_BRACKET.fullmatch(between)
        return Bound(counted, STRONG, words.rules[counted].nouns[0]) if bracketed else None
    tantamount = _TANTAMOUNT.fullmatch(between) and stands_alone(sentence, this)
    return Bound(counted, FAIR, words.rules[counted].nouns[0]) if tantamount else None
