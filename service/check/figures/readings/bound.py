"""What a figure is bound to, and which words stand for which indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from service.check.figures.numbers.numbers import Figure
    from service.language import Hit
    from service.model.indicator import IndicatorRule

NONE, WEAK, FAIR, STRONG = 0, 1, 2, 3
"""How surely a figure is an indicator's value for the whole unit."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The indicator of a figure, and how surely it is the unit's whole."""

    rule: str = ""
    strength: int = NONE
    """NONE where the figure only speaks of a part or a change."""
    thing: str = ""
    """The list of words for what is counted, or the word itself."""
    count: float | None = None
    """The value where it isn't the figure's own: the base of "14/14 chi hội"."""
    noun: Hit | None = None
    """The words that name what is counted."""
    remark: str = ""
    """Why it is no statement of the whole: part, change, registered, completion, other base…"""
    share_of: int | None = None
    """For a percentage: which figure of the sentence it is a share of."""

    def value(self, figure: Figure) -> float:
        """What a figure bound so is worth."""
        return figure.count if self.count is None else self.count


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The indicators of a pack, by the lists of words that name them."""

    rules: Mapping[str, IndicatorRule]
    """By id."""
    counted: Mapping[str, IndicatorRule]
    """By the noun that is counted: "hội viên", "gia đình học tập"."""
    models: Mapping[str, IndicatorRule]
    """By the thing that a title is given to: "hộ", "dòng họ"."""
    each: Mapping[str, IndicatorRule]
    """By what has one of it each: "phường"."""
    rates: Mapping[str, IndicatorRule]
    """The share of an indicator, by that indicator's id."""
    named_rates: Mapping[str, IndicatorRule]
    """By a name of its own: "tỷ lệ hội viên"."""
    sums: Mapping[str, IndicatorRule]
    """By the word that says what a sum of money is: "vận động được", "số dư"."""


def lexicon(rules: Iterable[IndicatorRule]) -> Lexicon:
    """Sort the rules by their words."""
    every = tuple(rules)
    rates = {rule.rate_of: rule for rule in every if rule.rate_of}
    return Lexicon(
        rules={rule.id: rule for rule in every},
        counted={name: rule for rule in every if rule.unit in ("count", "person") for name in rule.nouns},
        models={name: rule for rule in every if rule.unit in ("count", "person") for name in rule.things},
        each={name: rule for rule in every for name in rule.one_each},
        rates=rates,
        named_rates={name: rule for rule in rates.values() for name in rule.nouns},
        sums={name: rule for rule in every if rule.unit == "VND" for name in rule.nouns},
    )
