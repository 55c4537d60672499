"""Which indicator a figure of running text belongs to, told by the words before and behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.bound import FAIR, NONE, STRONG, Bound, lexicon
from service.check.figures.readings.counts import CountBinder
from service.check.figures.readings.goes_on import goes_on
from service.check.figures.readings.learning_titles import ANY, MODEL, recognised
from service.check.figures.readings.nouns import noun_behind, word_behind
from service.check.figures.readings.ownership import Ownership
from service.check.figures.readings.scope import Scope
from service.check.figures.readings.shares import ShareBinder
from service.check.figures.readings.sums import RAISED, SumBinder
from service.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Case, Context
    from service.check.figures.numbers.numbers import Figure
    from service.check.figures.numbers.sentences import Sentence


_SET_OR_REACHED: Final = re.compile(
    r"^[^.;,:]{0,3}(?:chỉ tiêu|nghị quyết|thực hiện|kết quả)(?: (?:về )?(?:gia đình|dòng họ|thôn|tổ dân phố|cộng đồng|"
    r"đơn vị|quỹ))?(?: là| đạt| được)?:? ?$"
)
_BECAME: Final = re.compile(r"(?:được|kết quả|thực hiện|bình xét|bình|công nhận|đạt):? ?$")
_WHOLE: Final = re.compile(r" ?(?:$|[,.;(]|(?:đạt|được công nhận|bằng|chiếm|đã đạt|là)(?!\w))")
"""What may follow the things counted where they have what the paragraph speaks of."""
_RESULT: Final = re.compile(
    r"\W*(?:đến nay|nay|hiện|kết quả|thực hiện|kết quả thực hiện|kết quả đạt được|thực tế)(?: là| đạt|:)*:? ?"
)
"""Alone before a share: what became of the one that was set."""
_NOW: Final = re.compile(
    r"^\W*(?:đến nay|nay|hiện nay|hiện|kết quả|thực hiện|chúng tôi|hội)(?: đã)?(?: có| được| đạt)?:? ?$"
)


class Binder:
    """Binds figures to the indicators of one report's rulebook."""

    def __init__(self, case: Case, context: Context) -> None:
        self._case = case
        self._words = lexicon(case.rulebook.indicators)
        ownership = Ownership(case, context)
        self._scope = Scope(ownership)
        self._counts = CountBinder(self._words, ownership)
        self._shares = ShareBinder(self._words)
        self._sums = SumBinder(self._words)

    def bind(self, sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound:
        """The indicator of the n-th figure of a sentence; `earlier` are those of the figures before it."""
        figure = sentence.figures[n]
        if figure.label == "name" or figure.measure is Measure.POINTS:
            return Bound(remark="label")
        bound = self._by_measure(sentence, n, earlier)
        if figure.ranged or (figure.label and not bound.noun):
            return replace(bound, strength=NONE, remark="range" if figure.ranged else "label")
        if not bound.rule or bound.strength == NONE:
            return bound
        return self._scope.narrowed(sentence, n, bound, earlier)

    def _by_measure(self, sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound:
        measure = sentence.figures[n].measure
        if measure is Measure.PERCENT:
            return self._shares.bind(sentence, n, earlier)
        if measure is Measure.MONEY:
            return self._sums.bind(sentence, n)
        return self._counts.bind(sentence, n, earlier)

    def reached(self, sentence: Sentence, n: int, was_set: str) -> Bound | None:
        """A count that says what became of the figure set before it: "Quận giao 70% hộ …; phường có 2.347/3.260 hộ".

        Args:
            sentence: where the figure stands.
            n: which figure of the sentence it is.
            was_set: the indicator of the figure that was set, or its rate; empty for none.
        """
        figure = sentence.figures[n]
        if not was_set or figure.ranged or figure.label == "name":
            return None
        if figure.measure is Measure.PERCENT:
            rate = self.fitting(was_set, figure)
            opens = rate and _RESULT.fullmatch(sentence.text(sentence.part(figure.start)[0], figure.opening))
            return Bound(rate, FAIR, "share") if opens else None
        if figure.measure is not Measure.COUNT:
            return None
        rule = self._words.rules[was_set]
        rule = self._words.rules[rule.rate_of] if rule.rate_of else rule
        noun = noun_behind(sentence, n)
        before = sentence.text(sentence.start, figure.opening)
        if noun is not None and noun.name in rule.things and (figure.base is not None or _BECAME.search(before)):
            bound = Bound(rule.id, STRONG if figure.base is not None else FAIR, noun.name, noun=noun)
            return recognised(sentence, figure, bound)
        people = rule.unit == "person" and noun is None and word_behind(sentence, figure) == "người"
        return Bound(rule.id, FAIR, rule.nouns[0]) if people and _NOW.search(before) else None

    def led(self, sentence: Sentence, n: int, earlier: Sequence[Bound]) -> Bound | None:
        """The indicator of a figure that has no words of its own for it, from what leads to it."""
        return goes_on(sentence, n, earlier, self._words) or self._headed(sentence, n) or self._titled(sentence, n)

    def _headed(self, sentence: Sentence, n: int) -> Bound | None:
        """A figure that only says whether it was set or reached, of what its heading names.

        As in "Chỉ tiêu thôn: 7/9 thôn. Thực hiện: 8/9 thôn." under "Mô hình học tập".
        """
        figure, path = sentence.figures[n], self._case.path(sentence.line.paragraph)
        said = _SET_OR_REACHED.search(sentence.text(sentence.start, figure.opening))
        if said is None or not path or figure.ranged or figure.label == "name":
            return None
        title = {hit.name for hit in self._case.phrases.find(fold(path[-1].title))}
        if figure.measure is Measure.MONEY:
            raised = self._words.sums.get(RAISED)
            return Bound(raised.id, FAIR, "money") if raised and "figure.fund" in title else None
        if not any(name.startswith(MODEL) for name in title):
            return None
        noun = noun_behind(sentence, n)
        thing = noun.name if noun else next((hit.name for hit in sentence.nouns if hit.end <= figure.start), "")
        rule = self._words.models.get(thing)
        if rule is None:
            return None
        return Bound(self.fitting(rule.id, figure), STRONG if figure.base is not None else FAIR, thing, noun=noun)

    def _titled(self, sentence: Sentence, n: int) -> Bound | None:
        """A fraction of what the sentences before it in the paragraph speak of, by one title only.

        As in "Về cộng đồng học tập: Nghị quyết 80%. Năm 2019 có 211/246 tổ dân phố".
        """
        figure, noun = sentence.figures[n], noun_behind(sentence, n)
        rule = self._words.models.get(noun.name) if noun is not None else None
        if rule is None or noun is None or figure.base is None or figure.ranged:
            return None
        titles = {hit.name for hit in sentence.line.hits if hit.name.startswith(MODEL)}
        before = any(hit.name in rule.nouns and hit.end <= sentence.start for hit in sentence.line.hits)
        if not before or not titles <= {*rule.nouns, ANY} or not _WHOLE.match(sentence.folded, noun.end, sentence.end):
            return None
        return recognised(sentence, figure, Bound(rule.id, STRONG, noun.name, noun=noun))

    def fitting(self, rule: str, figure: Figure) -> str:
        """The indicator itself or its rate, whichever a figure's measure asks for; empty where neither does."""
        unit = self._words.rules[rule].unit
        if figure.measure is Measure.PERCENT:
            rate = self._words.rules[rule] if unit == "percent" else self._words.rates.get(rule)
            return rate.id if rate else ""
        if figure.measure is Measure.MONEY:
            return rule if unit == "VND" else ""
        return rule if unit in ("count", "person") else ""
