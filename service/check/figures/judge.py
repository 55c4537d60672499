"""Reads the figures of a report: its indicators, and the figures that can't be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.check.figures.doubts.faults import Fault, in_words, money, percent, plain
from service.check.figures.doubts.percents import percent_faults
from service.check.figures.doubts.slips import slip_faults
from service.check.figures.doubts.table_percents import table_percent_faults
from service.check.figures.doubts.table_totals import table_total_faults
from service.check.figures.doubts.text_totals import text_total_faults
from service.check.figures.readings.indicators import Choice, Statement, as_indicators, choose
from service.check.figures.readings.readings import read_figures
from service.check.figures.readings.statements import statements
from service.check.figures.tables.table_statements import table_statements
from service.check.figures.tables.tables import grids
from service.check.wording import Bilingual
from service.model.examination import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from service.check.case import Case, Context
    from service.check.figures.tables.tables import Grid
    from service.model.examination import Finding, Indicator
    from service.model.indicator import IndicatorRule


def judge_figures(case: Case, context: Context) -> tuple[tuple[Indicator, ...], tuple[Finding, ...]]:
    """The indicators that a term report tells, and findings on the figures that contradict themselves."""
    rules: tuple[IndicatorRule, ...] = case.rulebook.indicators
    known = {rule.id for rule in rules}
    readings = read_figures(case, context)
    tables = tuple(grids(case))
    told = [*statements(readings), *(one for grid in tables for one in table_statements(grid, context))]
    told = [one for one in told if one.rule in known]
    totals = [*text_total_faults(readings), *(fault for grid in tables for fault in table_total_faults(grid, context))]
    listed = [fault for fault in totals if fault.code == "figure.unit"]
    slipped = {place for fault in listed for place in fault.values}
    sound = [one for one in told if (one.paragraph, one.value) not in slipped]
    slips = _once([*listed, *slip_faults(sound, readings, rules, context.level)])
    totals = [fault for fault in totals if fault.code == "figure.total"]
    percents = [
        *percent_faults(readings, _counts(tables)),
        *(fault for grid in tables for fault in table_percent_faults(grid, context)),
    ]
    faults = [*slips, *(fault for fault in (*totals, *percents) if not _about_slip(fault, slips))]
    faulted = _faulted(told, faults)
    choice = choose([one for one in told if (one.rule, one.kind) not in faulted], rules)
    faults = [fault for fault in faults if not _follows_from(fault, choice)]
    faults += [_conflict(one, other, rules) for one, other in choice.conflicts]
    faults.sort(key=lambda fault: fault.paragraph)
    return as_indicators(choice, rules), tuple(in_words(fault, case.rulebook) for fault in faults)


def _counts(tables: Iterable[Grid]) -> list[float]:
    values = (grid.value(row, column) for grid in tables for row in grid.body for column in grid.columns)
    return [value.figure.count for value in values if value is not None]


def _once(faults: Iterable[Fault]) -> list[Fault]:
    return list({(fault.paragraph, fault.quote): fault for fault in faults}.values())


def _about_slip(fault: Fault, slips: Sequence[Fault]) -> bool:
    """Whether a fault only follows from a slipped unit of measure."""
    values = {value for slip in slips for value in slip.values}
    return any(value in values for value in fault.values) or any(
        slip.paragraph == fault.paragraph and (slip.quote in fault.quote or fault.quote in slip.quote) for slip in slips
    )


def _follows_from(fault: Fault, choice: Choice) -> bool:
    """Whether a share only fails because the count that it is of contradicts another place."""
    pairs = [statement for pair in choice.conflicts for statement in pair]
    return fault.code == "figure.percent" and any(
        one.paragraph == fault.paragraph and plain(one.value) in fault.blanks.get("count", "") for one in pairs
    )


def _faulted(told: Iterable[Statement], faults: Iterable[Fault]) -> set[tuple[str, str]]:
    """The indicators and kinds of which a figure is faulted: none of their values is taken."""
    wrong = [value for fault in faults for value in fault.values]
    return {
        (one.rule, one.kind)
        for one in told
        for paragraph, value in wrong
        if one.paragraph == paragraph and abs(one.value - value) <= 1e-6 * max(1.0, abs(value))
    }


def _conflict(one: Statement, other: Statement, rules: Iterable[IndicatorRule]) -> Fault:
    first, second = sorted((one, other), key=lambda statement: statement.paragraph)
    rule = next(rule for rule in rules if rule.id == one.rule)
    blanks = {
        "name": Bilingual(rule.name_vi, rule.name_en),
        "name_en": rule.name_en,
        "found": _said(first, rule),
        "expected": _said(second, rule),
        "quote2": second.quote,
    }
    return Fault("figure.conflict", first.paragraph, first.quote, blanks, certainty=Certainty.CHECK, indicator=rule.id)


def _said(statement: Statement, rule: IndicatorRule) -> Bilingual:
    if rule.unit == "VND":
        return money(statement.value)
    return percent(statement.value, None) if rule.unit == "percent" else plain(statement.value)


def all_indicators(case: Case, context: Context) -> Iterator[Statement]:
    """Every statement on an indicator, before one of each is chosen; for `rules explain`."""
    yield from statements(read_figures(case, context))
    for grid in grids(case):
        yield from table_statements(grid, context)
