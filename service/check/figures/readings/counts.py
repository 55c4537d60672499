"""Binds counts: "231 chi hội", "Tổng số hội viên là 46.250 người", "31.460/41.950 hộ đạt gia đình học tập"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.bound import FAIR, NONE, STRONG, WEAK, Bound
from service.check.figures.readings.learning_titles import MODEL, one_of_several, recognised, title
from service.check.figures.readings.nouns import (
    figure_before,
    is_narrowed,
    next_opening,
    noun_behind,
    stands_alone,
    subject,
    word_behind,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.figures.numbers.numbers import Figure
    from service.check.figures.numbers.sentences import Sentence
    from service.check.figures.readings.bound import Lexicon
    from service.check.figures.readings.ownership import Ownership
    from service.language import Hit
    from service.model.indicator import IndicatorRule

_HAVE_ONE: Final = re.compile(
    r"(?: (?:đều|đã|nay|trực thuộc|trong huyện|của huyện|toàn huyện|thành lập))* (?:đều )?(?:đã )?"
    r"(?:thành lập được|thành lập|duy trì|có)(?: được)?(?: 01| 1| một)? "
)
_BASE: Final = re.compile(r" ?(?:/|trên)(?: tổng số)? ?[\d.,]+ (?:người )?")
_OUT_OF: Final = re.compile(r"[^;.]{3,60} (?:trên|trong)(?: tổng số| tổng| số) ?$")
"""As in "2.012 hộ đạt gia đình học tập trên tổng số 2.655 hộ"."""
_OF_TOTAL: Final = re.compile(r" (?:của |trên |so với |trong )?(?:tổng số|tổng) ")
_OF_ALL_PEOPLE: Final = re.compile(
    r" ?(?:người|hội viên|đồng chí)? ?(?:/|trên) ?[\d.,]+ (?:dân|người|nhân khẩu|khẩu)(?!\w)"
)
"""As in "Hội viên: 3.304 người/11.200 dân"."""
_GIVEN_TO_ALL: Final = re.compile(
    r" (?:nơi|chỗ)(?: này| ấy| đó)?(?: (?:đều|đã))* (?:được công nhận|đạt)(?: (?:là|đạt|danh hiệu|chuẩn))* "
)
_BOARDS: Final = re.compile(r" ban khuyến học(?! (?:ở|tại|thôn|tổ|xóm|làng|trường|cơ quan|giáo))(?!\w)")
_BOARDS_OF_CLANS: Final = "figure.clan_boards"
_HAVE: Final = re.compile(
    r"(?: (?:của|toàn|trong|xã|phường|huyện|quận|hiện|hiện nay|nay|đến nay|đã|thì))*"
    r"(?::| (?:có|lập|lập được|thành lập|thành lập được|xây dựng được|duy trì)) ?"
)
_TOTAL: Final = re.compile(r"(?:tổng số|tổng|số lượng|số)(?: lượng)? $")
_CONTINUES: Final = re.compile(
    r"(?=.*(?:năm|đến|nay|lên|là|từ|còn|thành|tới|đạt|có|thực hiện|kết quả|thực tế|hiện|cuối))"
    r"(?: (?:người|ban|chi hội|hội viên|suất|hộ|dân số))?"
    r"(?: (?:so với )?\(?(?:năm \d{4}|đầu nhiệm kì|nhiệm kì trước)\)?)?(?: -|[,;])?"
    r"(?: (?:đến|năm|tháng|nay|cuối|hết|và|tính|hiện|đầu năm|[\d/]+|so với năm|nhiệm kì|kì|khóa))*"
    r"(?: (?:đã |nay )?(?:là|lên|từ|có|đạt|còn|được|thành|tới|tăng lên|nâng lên|thực hiện|kết quả|"
    r"kết quả là|kết quả đạt|thực hiện đạt|thực tế|thực tế đạt))?:? ?"
)
"""What may stand between two figures said of one subject."""


class CountBinder:
    """Binds the figures that count."""

    def __init__(self, words: Lexicon, ownership: Ownership) -> None:
        self._words = words
        self._ownership = ownership

    def bind(self, sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound:
        """The indicator of the n-th figure; `earlier` are those of the figures before it."""
        figure = sentence.figures[n]
        noun = noun_behind(sentence, n)
        counted = noun is not None and noun.name in self._words.counted
        if n and _is_base(sentence, sentence.figures[n - 1], figure, counted=counted):
            return Bound(thing=noun.name if noun else "", noun=noun, remark="base")
        if noun is None:
            special = self._each_in_brackets(sentence, n) or self._places(sentence, n) or self._boards(sentence, n)
            return special or self._by_subject(sentence, n, earlier)
        return self._by_noun(sentence, n, noun, earlier)

    def _by_noun(self, sentence: Sentence, n: int, noun: Hit, earlier: Sequence[Bound]) -> Bound:
        """A count of the noun right behind it."""
        figure = sentence.figures[n]
        if noun.name in self._words.each and (each := self._each(sentence, n, noun)) is not None:
            return each
        if rule := self._words.counted.get(noun.name):
            return self._counted(sentence, figure, noun, rule)
        if noun.name in self._words.models:
            return self._titled(sentence, n, noun, earlier)
        if figure.base is not None:
            return self._of_people(sentence, n, noun)
        return Bound(thing=noun.name, noun=noun)

    def _counted(self, sentence: Sentence, figure: Figure, noun: Hit, rule: IndicatorRule) -> Bound:
        bound = Bound(rule.id, FAIR, noun.name, noun=noun)
        if noun.name.startswith(MODEL):
            return recognised(sentence, figure, bound)
        if not self._ownership.is_own_noun(sentence, noun):
            return Bound(thing=noun.name, noun=noun, remark="other")
        if figure.base is not None and self._of_the_people(sentence, noun, rule):
            return replace(bound, strength=STRONG)
        if figure.base is not None:  # "11/12 trung tâm xếp loại khá" speaks of 12 centres in all
            return replace(bound, strength=FAIR if figure.count == figure.base else WEAK, count=figure.base)
        return bound

    def _of_the_people(self, sentence: Sentence, noun: Hit, rule: IndicatorRule) -> bool:
        """As in "46.250 hội viên/165.200 dân"."""
        base = _BASE.match(sentence.folded, noun.end)
        rate = self._words.rates.get(rule.id)
        if base is None or rate is None:
            return False
        return any(hit.start == base.end() and hit.name in rate.bases for hit in sentence.nouns)

    def _each(self, sentence: Sentence, n: int, noun: Hit) -> Bound | None:
        """As in "6/6 phường có trung tâm học tập cộng đồng"."""
        rule, end = self._words.each[noun.name], next_opening(sentence, n)
        behind = (hit for hit in sentence.nouns if hit.start >= noun.end and hit.end <= end)
        named = next((hit for hit in behind if hit.name in rule.nouns), None)
        if named is None or not _HAVE_ONE.fullmatch(sentence.text(noun.end, named.start)):
            return None
        return Bound(rule.id, FAIR, noun.name, noun=named)

    def _each_in_brackets(self, sentence: Sentence, n: int) -> Bound | None:
        """As in "100% xã, thị trấn (18/18) có trung tâm học tập cộng đồng"."""
        figure = sentence.figures[n]
        places = (hit for hit in sentence.nouns if hit.name in self._words.each)
        noun = next((hit for hit in places if sentence.text(hit.end, figure.start) == " ("), None)
        if noun is None or sentence.text(figure.end, figure.end + 1) != ")":
            return None
        rule = self._words.each[noun.name]
        named = next((hit for hit in sentence.nouns if hit.start > figure.end and hit.name in rule.nouns), None)
        if named is None or not _HAVE_ONE.fullmatch(sentence.text(figure.end + 1, named.start)):
            return None
        return Bound(rule.id, FAIR, noun.name, noun=named)

    def _places(self, sentence: Sentence, n: int) -> Bound | None:
        """As in "Cơ quan, trường học thì cả 7 nơi đều được công nhận đơn vị học tập"."""
        figure = sentence.figures[n]
        given = _GIVEN_TO_ALL.match(sentence.folded, figure.end, sentence.end)
        if given is None or figure.label:
            return None
        noun = next((hit for hit in sentence.nouns if hit.start == given.end()), None)
        rule = self._words.counted.get(noun.name) if noun is not None and noun.name.startswith(MODEL) else None
        return recognised(sentence, figure, Bound(rule.id, FAIR, MODEL, noun=noun)) if rule is not None else None

    def _boards(self, sentence: Sentence, n: int) -> Bound | None:
        """As in "Dòng họ có 19 ban khuyến học": boards of what is named before them."""
        figure, rule = sentence.figures[n], self._words.counted.get(_BOARDS_OF_CLANS)
        if rule is None or not _BOARDS.match(sentence.folded, figure.end, sentence.end):
            return None
        start, _ = sentence.part(figure.start)
        before = [hit for hit in sentence.nouns if start <= hit.start and hit.end <= figure.opening]
        if not before or before[-1].name != "figure.thing.clan":
            return None
        have = _HAVE.fullmatch(sentence.text(before[-1].end, figure.opening))
        return Bound(rule.id, FAIR, "ban", noun=before[-1]) if have else None

    def _of_people(self, sentence: Sentence, n: int, noun: Hit) -> Bound:
        """As in "Hội viên: 2.480/8.870 nhân khẩu"."""
        named = subject(sentence, n)
        rate = next((rate for rate in self._words.rates.values() if noun.name in rate.bases and rate.nouns), None)
        if named is None or rate is None or named.name not in self._words.rules[rate.rate_of].nouns:
            return Bound(thing=noun.name, noun=noun)
        return Bound(rate.rate_of, STRONG, named.name, noun=noun)

    def _titled(self, sentence: Sentence, n: int, noun: Hit, earlier: Sequence[Bound]) -> Bound:
        """A count of households, clans, hamlets or bodies: of those recognised, where the title is told."""
        if one_of_several(sentence, n, noun, earlier):
            return Bound(thing=noun.name, noun=noun, remark="part")
        figure, rule = sentence.figures[n], self._words.models[noun.name]
        found = title(sentence, n, noun, rule, self._words.models)
        if found is None:
            return Bound(thing=noun.name, noun=noun)
        bound = Bound(rule.id, STRONG if figure.base is not None else FAIR, noun.name, noun=noun)
        return recognised(sentence, figure, bound, found)

    def _by_subject(self, sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound:
        """A bare count after its noun: "Tổng số hội viên là 46.250 người"."""
        figure = sentence.figures[n]
        thing = word_behind(sentence, figure)
        named = subject(sentence, n) if stands_alone(sentence, figure) else None
        if named is None:
            goes_on = continued(sentence, n, earlier) if stands_alone(sentence, figure) else None
            return goes_on or Bound(thing=thing)
        if is_narrowed(sentence, named):
            return Bound(thing=thing, remark="part")
        rule = self._words.counted.get(named.name)
        if rule is None or not self._ownership.is_own_noun(sentence, named) or _other_people(rule, named, thing):
            return Bound(thing=thing)
        told = _TOTAL.search(sentence.text(sentence.start, named.start))
        bound = Bound(rule.id, STRONG if told else FAIR, named.name, noun=named)
        if named.name.startswith(MODEL):
            return recognised(sentence, figure, replace(bound, strength=STRONG) if figure.base else bound)
        if figure.base is not None and not _OF_ALL_PEOPLE.match(sentence.folded, figure.digits):
            return replace(bound, strength=NONE, remark="part")
        return bound


def _other_people(rule: IndicatorRule, named: Hit, thing: str) -> bool:
    return thing in ("người", "đồng chí") and rule.unit != "person" and named.name != "figure.learner_visits"


def _is_base(sentence: Sentence, before: Figure, figure: Figure, *, counted: bool) -> bool:
    """Whether a figure is the whole of which the one before it is a part or a share."""
    between = sentence.text(before.end, figure.opening)
    share = before.measure is Measure.PERCENT and not counted
    return bool(_OUT_OF.search(between) or (share and _OF_TOTAL.fullmatch(between)))


def continued(sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound | None:
    """A figure that goes on from the one before: "từ 1.820 người lên 2.464 người", "… năm 2019 là 72,4%"."""
    before = figure_before(sentence, n)
    if before is None or not earlier[before].rule or earlier[before].share_of is not None:
        return None
    one, this = sentence.figures[before], sentence.figures[n]
    if one.measure is not this.measure or earlier[before].remark in ("registered", "part", "above"):
        return None
    between = sentence.text(one.end, this.opening)
    beside = between.strip() == "/" and this.measure is Measure.PERCENT  # "74,9%/70%": reached and set
    if not beside and not _CONTINUES.fullmatch(between):
        return None
    return replace(earlier[before], strength=FAIR, remark="", count=None)
