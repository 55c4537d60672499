"""Which indicator a figure of running text belongs to, told by the words before and behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.bound import NONE, Bound, lexicon
from service.check.figures.readings.counts import CountBinder
from service.check.figures.readings.ownership import Ownership
from service.check.figures.readings.scope import Scope
from service.check.figures.readings.shares import ShareBinder
from service.check.figures.readings.sums import SumBinder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Case, Context
    from service.check.figures.numbers.numbers import Figure
    from service.check.figures.numbers.sentences import Sentence


class Binder:
    """Binds figures to the indicators of one report's rulebook."""

    def __init__(self, case: Case, context: Context) -> None:
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

    def fitting(self, rule: str, figure: Figure) -> str:
        """The indicator itself or its rate, whichever a figure's measure asks for; empty where neither does."""
        unit = self._words.rules[rule].unit
        if figure.measure is Measure.PERCENT:
            rate = self._words.rules[rule] if unit == "percent" else self._words.rates.get(rule)
            return rate.id if rate else ""
        if figure.measure is Measure.MONEY:
            return rule if unit == "VND" else ""
        return rule if unit in ("count", "person") else ""
