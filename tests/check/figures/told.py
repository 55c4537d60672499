"""What the figures of a few blocks of text say, in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.check.figures.judge import judge_figures
from tests.check.builder import TITLE, case, sent, zoned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.check.case import Zone
    from service.model.examination import Finding, Indicator


def about(value: float) -> tuple[str, float]:
    """A value that the text only approximates."""
    return ("about", value)


def judged(
    *blocks: str | Sequence[Sequence[str]], zone: Zone, level: str | None = "commune"
) -> tuple[tuple[Indicator, ...], tuple[Finding, ...]]:
    """Indicators and findings of a report whose body is these blocks, all of one zone."""
    made = case(*TITLE, *blocks)
    return sent(judge_figures(made, zoned(made, zone, level)))


def told(
    *blocks: str | Sequence[Sequence[str]], zone: Zone, level: str | None = "commune"
) -> tuple[dict[str, object], list[str]]:
    """Values by "id.kind", and the codes of the findings."""
    indicators, findings = judged(*blocks, zone=zone, level=level)
    values: dict[str, object] = {
        f"{one.id}.{one.kind}": about(one.value) if one.approximate else one.value for one in indicators
    }
    return values, sorted(finding.code for finding in findings)
