"""Which rules are in force for one report, and what is told of which rule to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from service.model.lifecycle import runs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.model.examination import Examination, Finding
    from service.model.rulebook import Rulebook


def day_of(reported: date | None, rulebook: Rulebook) -> date:
    """The day by which rules are in force: the report's own, or the last of the round where that isn't told."""
    return reported or date(rulebook.round.last_year, 12, 31)


def in_force(rulebook: Rulebook, day: date, *, trial: bool = False) -> Rulebook:
    """The rules for a report of that day; those on trial only where they are asked for."""
    authorities = tuple(rule for rule in rulebook.authorities if runs(rule, day, trial=trial))
    indicators = tuple(rule for rule in rulebook.indicators if runs(rule, day, trial=trial))
    if len(authorities) == len(rulebook.authorities) and len(indicators) == len(rulebook.indicators):
        return rulebook
    return replace(rulebook, authorities=authorities, indicators=indicators)


def on_trial(rulebook: Rulebook) -> bool:
    """Whether an authority or an indicator is on trial: then a report is judged once more, with it."""
    return any(rule.state == "trial" for rule in (*rulebook.authorities, *rulebook.indicators))


def as_told(answer: Examination, tried: Examination, rulebook: Rulebook, day: date) -> Examination:
    """An answer with the findings that are in force that day, and apart from them what rules on trial found.

    Args:
        answer: by the rules in force.
        tried: by those and the rules on trial.
        rulebook: all rules.
        day: the day by which rules are in force.
    """
    findings = _told(answer.findings, rulebook, day, trial=False)
    more = [found for found in _told(tried.findings, rulebook, day, trial=True) if found not in findings]
    return replace(answer, findings=findings, trial=tuple(more))


def is_told(rulebook: Rulebook, code: str) -> bool:
    """Whether the pack has words for a code that the contract doesn't ask for, and they are in force."""
    rule = rulebook.findings.get(code)
    return rule is not None and runs(rule, day_of(None, rulebook), trial=False)


def _told(findings: Iterable[Finding], rulebook: Rulebook, day: date, *, trial: bool) -> tuple[Finding, ...]:
    return tuple(found for found in findings if runs(rulebook.findings[found.code], day, trial=trial))
