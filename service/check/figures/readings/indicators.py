"""One value for each indicator and kind out of all that a report says of it, and where it contradicts itself."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from service.model.examination import Indicator

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.model.indicator import IndicatorRule

ENOUGH: Final = 200
"""No honest report tells one indicator more often; pairs of all would take for ever."""
STRONG: Final = 3
FAIR: Final = 2
_NEAR: Final = 1.7
"""Two figures of the whole are never further apart than this; a part may be."""
_SERIES: Final = 3
_VAGUE: Final = 0.1
"""How far "gần 38 nghìn" may lie from the figure that it rounds."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One place at which a report tells an indicator's value."""

    rule: str
    kind: str
    value: float
    step: float
    """Worth of the last digit written."""
    strength: int
    """How surely the value is the whole unit's: 1 weak, 2 fair, 3 strong."""
    quote: str
    paragraph: int
    approximate: bool = False
    year: int | None = None
    as_of: str | None = None
    sentence: int | None = None
    """Where its sentence begins in the paragraph; None in a table."""
    whole: float | None = None
    """Out of how many it is, where a fraction says so ("90/123 đơn vị")."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the report says of its indicators."""

    statements: tuple[Statement, ...]
    """The best statement of each indicator and kind."""
    conflicts: tuple[tuple[Statement, Statement], ...]
    """Pairs that can't both be right."""


def choose(statements: Iterable[Statement], rules: Iterable[IndicatorRule]) -> Choice:
    """Take the best statement of each indicator and kind; where two good ones contradict, take none."""
    grouped: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    percents = {rule.id for rule in rules if rule.unit == "percent"}
    for statement in statements:
        # "Kiện toàn 13 chi hội" among the tasks is no goal of 13.
        if statement.kind != "goal" or statement.strength >= FAIR or statement.rule in percents:
            grouped[statement.rule, statement.kind].append(statement)
    chosen, conflicts = [], []
    for (rule, _), group in grouped.items():
        latest = _latest(group[:ENOUGH])
        pair = _contradiction(latest, rule in percents)
        if pair is not None:
            conflicts.append(pair)
        elif (best := _best(latest, rule in percents)) is not None:
            chosen.append(best)
    return Choice(tuple(sorted(chosen, key=lambda one: one.paragraph)), tuple(conflicts))


def as_indicators(choice: Choice, rules: Sequence[IndicatorRule]) -> tuple[Indicator, ...]:
    """The chosen statements as the contract's indicators, in the order of the rules."""
    by_rule: dict[str, list[Statement]] = defaultdict(list)
    for statement in choice.statements:
        by_rule[statement.rule].append(statement)
    return tuple(
        Indicator(
            id=rule.id,
            value=_plain(one.value),
            unit=rule.unit,
            kind=one.kind,
            quote=one.quote,
            paragraph=one.paragraph,
            as_of=one.as_of,
            approximate=one.approximate,
        )
        for rule in rules
        for one in by_rule[rule.id]
    )


def agree(one: Statement, other: Statement, *, percent: bool) -> bool:
    """Whether two values can be the same, each as exact as it is written."""
    return same(
        one.value, one.step, other.value, other.step, vague=one.approximate or other.approximate, percent=percent
    )


def same(
    value: float, step: float, other: float, other_step: float, *, vague: bool = False, percent: bool = False
) -> bool:
    """Whether two written values can round the same one."""
    apart = abs(value - other)
    if vague:
        return apart <= _VAGUE * max(abs(value), abs(other))
    coarse = max(step, other_step)
    slack = max(coarse, 0.1) if percent else coarse if coarse > 1 else 0
    return apart <= slack * 1.0001 + 1e-9


def _plain(value: float) -> float:
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded


def _latest(group: list[Statement]) -> list[Statement]:
    """Those that tell the latest state: a value of an earlier year is no contradiction."""
    # "2019 có 2.690 hội viên, đến nay 2.845": what is told behind a year in its paragraph is newer.
    group = [
        one for n, one in enumerate(group)
        if one.year is None or not any(o.year is None and o.paragraph == one.paragraph for o in group[n + 1 :])
    ]  # fmt: skip
    years = [one.year for one in group if one.year is not None and one.strength >= FAIR]
    last = max(years, default=None)
    return [one for one in group if one.year is None or last is None or one.year == last] or group


def _contradiction(group: list[Statement], percent: bool) -> tuple[Statement, Statement] | None:
    series = _series(group, percent)
    sure = [one for one in group if one.strength >= FAIR and one.paragraph not in series]
    top = max((one.strength for one in sure), default=0)
    for n, one in enumerate(sure):
        for other in sure[n + 1 :]:
            if STRONG not in (one.strength, other.strength) and top == STRONG:
                continue
            if _side_by_side(one, other) or _of_other_wholes(one, other):
                continue
            if not agree(one, other, percent=percent) and _comparable(one, other):
                return one, other
    return None


def _series(group: list[Statement], percent: bool) -> set[int]:
    """Paragraphs that tell three or more values of one indicator: its course, or that of several, and no slip."""
    values: dict[int, list[Statement]] = defaultdict(list)
    for one in group:
        if one.strength >= FAIR and not any(agree(one, other, percent=percent) for other in values[one.paragraph]):
            values[one.paragraph].append(one)
    return {paragraph for paragraph, told in values.items() if len(told) >= _SERIES}


def _side_by_side(one: Statement, other: Statement) -> bool:
    """Whether both stand in one sentence: who writes two figures side by side knows that they differ."""
    return one.paragraph == other.paragraph and one.sentence is not None and one.sentence == other.sentence


def _of_other_wholes(one: Statement, other: Statement) -> bool:
    return one.whole is not None and other.whole is not None and one.whole != other.whole


def _comparable(one: Statement, other: Statement) -> bool:
    low, high = sorted((abs(one.value), abs(other.value)))
    return low > 0 and high / low <= _NEAR and not (one.approximate and other.approximate)


def _best(group: list[Statement], percent: bool) -> Statement | None:
    """The surest value; among equals the exact and the most finely written one. None where they disagree."""
    top = max(one.strength for one in group)
    sure = [one for one in group if one.strength == top]
    best = min(sure, key=lambda one: (one.approximate, one.step, one.paragraph))
    odd = [one for one in sure if not agree(one, best, percent=percent)]
    if not odd:
        return best
    if top < FAIR:
        return None
    counts = {one.value: sum(agree(one, other, percent=percent) for other in group) for one in sure}
    most = max(counts.values())
    leaders = [one for one in sure if counts[one.value] == most]
    if len({one.value for one in leaders}) == 1:
        return min(leaders, key=lambda one: (one.approximate, one.step, one.paragraph))
    return max(sure, key=lambda one: one.value) if not percent else None
