"""A unit's totals beside those of the units below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from service.check.figures.doubts.faults import money, plain
from service.check.force import is_told
from service.check.wording import finding
from service.model.examination import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from service.model.examination import Examination, Finding, Indicator
    from service.model.indicator import IndicatorRule
    from service.model.rulebook import Rulebook

_SLACK: Final = 0.02
"""Reports of one round are some months apart."""
_ROUGH: Final = 0.1
"""And some figures are only about right."""
_FAR: Final = 1.5
"""Schools and agencies right below a unit add to what its communes have, but not half as much again."""
_ADDED: Final = frozenset(["person", "count", "VND"])
_OWN_FUND: Final = frozenset(["fund_balance"])
"""What each level holds for itself doesn't add up."""


def child_findings(own: Examination, speakers: Mapping[str, Examination], rulebook: Rulebook) -> Iterator[Finding]:
    """One finding for each total that is below the sum of the units below, or far above the sum of all of them."""
    if own.unit is None or not is_told(rulebook, "figure.children"):
        return
    below = [unit for unit in rulebook.registry.units if unit.parent == own.unit.id]
    reports = [speakers[unit.id] for unit in below if unit.id in speakers]
    owing = sum(1 for unit in below if unit.expected and unit.successor is None)
    for rule in rulebook.indicators:
        if rule.unit in _ADDED and rule.id not in _OWN_FUND:
            yield from _held_against(own, reports, owing, rule, rulebook)


def _held_against(
    own: Examination, reports: Sequence[Examination], owing: int, rule: IndicatorRule, rulebook: Rulebook
) -> Iterator[Finding]:
    total = _result(own, rule.id)
    parts = [(report, figure) for report in reports if (figure := _result(report, rule.id)) is not None]
    if total is None or not parts or total.value <= 0:
        return
    added = sum(figure.value for _, figure in parts)
    rough = any(figure.approximate for figure in (total, *(figure for _, figure in parts)))
    slack = _ROUGH if rough else _SLACK
    below = total.value < added * (1 - slack)
    if not below and not (len(parts) >= owing > 1 and total.value > added * _FAR):
        return
    say = money if rule.unit == "VND" else plain
    counted = ", ".join(report.unit.name for report, _ in parts if report.unit)
    yield finding(
        rulebook, "figure.children", variant="" if below else "far", quote=total.quote, paragraph=total.paragraph,
        certainty=Certainty.CHECK, name=rule.name_en if rulebook.language == "en" else rule.name_vi,
        found=say(total.value), expected=say(added), count=len(parts), base=max(owing, len(parts)), units=counted,
    )  # fmt: skip


def _result(one: Examination, rule: str) -> Indicator | None:
    found = [figure for figure in one.indicators if figure.id == rule and figure.kind == "result"]
    return found[0] if len(found) == 1 else None
