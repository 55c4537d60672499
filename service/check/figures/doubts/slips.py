"""Figures about a thousand times too great or too small: đồng, nghìn, triệu and tỷ mixed up."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from service.check.figures.doubts.faults import Fault, money, plain
from service.check.figures.numbers.numbers import Measure
from service.check.figures.readings.indicators import ENOUGH, FAIR, STRONG, Statement
from service.check.wording import Bilingual
from service.language import fold
from service.model.examination import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from service.check.figures.readings.readings import Reading
    from service.model.indicator import IndicatorRule

_LEAST, _MOST = 250.0, 4000.0
_FEW = 20
"""Fewer things than this are told one by one ("2 gia đình tiêu biểu"), beside any number of them in all."""
_THOUSANDTH: Final = re.compile(r"(?<![\d.,])0[.,]\d{3} ?(?:triệu|tr)(?!\w)")
"""As in "0,684 triệu đồng": who writes millions to the thousandth means tỷ."""
_TYPED: Final = re.compile(r"\d{1,3}\.\d{3} ?tỉ")
"""A point where a comma was meant: "1.845 tỷ"."""
_OTHER_MONEY: Final = "figure.other_money"
"""The list of words for money that is no fund's."""
_SPENT: Final = ("figure.spent", "money", "figure.carried")
_ON_AWARDS: Final = ("figure.scholarships", "figure.fund", "figure.raised")


def slip_faults(
    statements: Sequence[Statement], readings: Sequence[Reading], rules: Iterable[IndicatorRule], level: str | None
) -> Iterator[Fault]:
    """The figures whose unit of measure can't be right, each once."""
    by_id = {rule.id: rule for rule in rules}
    grouped: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.strength >= FAIR and by_id[statement.rule].unit != "percent":
            grouped[statement.rule].append(statement)
    faulted: list[Statement] = []
    for rule_id, group in grouped.items():
        faulted += [one for one in _off(group[:ENOUGH], by_id[rule_id], level) if one not in faulted]
    for one in faulted:
        yield _fault(one, [other for other in grouped[one.rule] if other not in faulted], by_id[one.rule])
    yield from _parts_too_great(readings, by_id.get("fund_raised"), level, {one.paragraph for one in faulted})
    sound = [one for one in grouped.get("fund_raised", ()) if one.kind == "result" and one not in faulted]
    yield from _spent(readings, sound, {one.paragraph for one in faulted})


def _off(group: Sequence[Statement], rule: IndicatorRule, level: str | None) -> Iterator[Statement]:
    """The statements that no unit of the level can have, or that stand alone a thousand times off."""
    for one in group:
        if not _possible(one, rule, level) and not any(
            other is not one and _close(one.value, other.value) for other in group
        ):
            yield one
    sound = [one for one in group if _possible(one, rule, level)]
    sound = [one for one in sound if rule.unit == "VND" or abs(one.value) >= _FEW]
    for one in sound:
        others = [other for other in sound if _thousandfold(one.value, other.value)]
        if others and _less_likely(one, others, sound):
            yield one


def _possible(one: Statement, rule: IndicatorRule, level: str | None) -> bool:
    if rule.unit == "VND" and one.value < 1e6 and _THOUSANDTH.search(fold(one.quote)):
        return False
    limits: Mapping[str, object] = rule.plausible
    limit = rule.plausible.get(level or "") if limits else None
    if limit is None:
        return True
    if one.value > limit.most:
        return False
    return one.value >= limit.least or one.strength < STRONG or one.kind != "result" or not _looks_slipped(one, rule)


def _looks_slipped(one: Statement, rule: IndicatorRule) -> bool:
    """Small units have small figures; only money written to the thousandth of a million is surely slipped."""
    return one.step < 1e6 if rule.unit == "VND" else one.value >= _FEW


def _close(value: float, other: float) -> bool:
    low, high = sorted((abs(value), abs(other)))
    return low > 0 and high / low <= 5


def _thousandfold(value: float, other: float) -> bool:
    low, high = sorted((abs(value), abs(other)))
    return low > 0 and (_LEAST <= high / low <= _MOST or _LEAST * 1000 <= high / low <= _MOST * 1000)


def _less_likely(one: Statement, others: Sequence[Statement], group: Sequence[Statement]) -> bool:
    """Of two figures a thousand times apart the one that fewer others are near; of equals the oddly written one."""
    backed = sum(1 for other in group if other is not one and _close(one.value, other.value))
    best = max(sum(1 for near in group if near is not other and _close(other.value, near.value)) for other in others)
    if backed != best:
        return backed < best
    if {other.kind for other in others} == {one.kind} and _odd(one) != _odd(others[0]):
        return _odd(one)
    return (_odd(one) and not _odd(others[0])) or (
        one.kind == "result" and all(other.kind != "result" for other in others)
    )


def _odd(one: Statement) -> bool:
    """Millions with three decimals, or thousands of tỷ: the marks of a slip."""
    return (one.step < 1e5 and 1e6 <= one.value < 1e9) or one.value >= 1e12


def _fault(one: Statement, others: Sequence[Statement], rule: IndicatorRule) -> Fault:
    near = next((other for other in others if _thousandfold(one.value, other.value)), None)
    say = money if rule.unit == "VND" else plain
    variant = "" if near is not None else "level"
    blanks = {
        "found": say(one.value),
        "expected": near.quote if near is not None else "",
        "name": Bilingual(rule.name_vi, rule.name_en),
    }
    values = ((one.paragraph, one.value),)
    return Fault("figure.unit", one.paragraph, one.quote, blanks, values, variant, Certainty.CHECK, rule.id)


def _parts_too_great(
    readings: Iterable[Reading], rule: IndicatorRule | None, level: str | None, seen: set[int]
) -> Iterator[Fault]:
    """What one unit below or one person raised, in thousands of tỷ: "Dư Hàng Kênh với 1.845 tỷ đồng"."""
    limit = rule.plausible.get(level or "") if rule is not None and rule.plausible else None
    if rule is None or limit is None:
        return
    for reading in readings:
        figure, sentence = reading.figure, reading.sentence
        if figure.value < max(limit.most, 1e12) or reading.rule or reading.paragraph in seen:
            continue
        if figure.measure is not Measure.MONEY or not _TYPED.match(sentence.folded, figure.start):
            continue
        if sentence.within(sentence.start, sentence.end, _OTHER_MONEY):
            continue
        beside = [one for one in sentence.figures if one is not figure and one.measure is Measure.MONEY]
        alike = any(_close(figure.value / 1000, one.value) for one in beside)
        if alike or sentence.within(sentence.start, sentence.end, "figure.raised", "figure.fund"):
            text = sentence.line.text[figure.start : figure.end]
            blanks = {"found": money(figure.value), "expected": "", "name": Bilingual(rule.name_vi, rule.name_en)}
            values = ((reading.paragraph, figure.value),)
            yield Fault("figure.unit", reading.paragraph, text, blanks, values, "level", Certainty.CHECK, rule.id)


def _spent(readings: Iterable[Reading], raised: Sequence[Statement], seen: set[int]) -> Iterator[Fault]:
    """Money given out of the fund that is hundreds of times what came into it."""
    best = max((one.value for one in raised), default=0.0)
    if not best:
        return
    for reading in readings:
        if (
            reading.figure.measure is not Measure.MONEY
            or reading.bound.thing not in _SPENT
            or reading.rule
            or reading.paragraph in seen
        ):
            continue
        if not _LEAST <= reading.figure.value / best <= _MOST or not _on_awards(reading):
            continue
        text = reading.sentence.line.text[reading.figure.start : reading.figure.end]
        blanks = {"found": money(reading.figure.value), "expected": money(best), "name": Bilingual("quỹ", "fund")}
        yield Fault(
            "figure.unit",
            reading.paragraph,
            text,
            blanks,
            ((reading.paragraph, reading.figure.value),),
            "fund",
            Certainty.CHECK,
        )


def _on_awards(reading: Reading) -> bool:
    """Whether the sentence itself speaks of awards: the turnover of a company is no money of the fund."""
    sentence = reading.sentence
    other = sentence.within(sentence.start, sentence.end, _OTHER_MONEY)
    return not other and bool(sentence.within(sentence.start, sentence.end, *_ON_AWARDS))
