"""How a figure of a report is recognised and named."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from service.model.lifecycle import State

_STRICT: Any = {"extra": "forbid", "str_strip_whitespace": True}

Measured = Literal["person", "count", "percent", "VND"]
"""Units of measure that an indicator can have."""


@dataclass(frozen=True, slots=True)
class Range:
    """What a unit of some level can have, with a wide margin; beyond it a unit of measure has slipped."""

    __pydantic_config__ = _STRICT

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class IndicatorRule:
    """One indicator: how reports call it, what it is a part of, and what it can be worth.

    Words are named by their list in the vocabulary ("figure.members"), so that rules can share them.
    """

    __pydantic_config__ = _STRICT

    id: str
    name_vi: str
    name_en: str
    unit: Measured
    nouns: tuple[str, ...] = ()
    """Lists of words that name it: "hội viên", "gia đình học tập", "số dư quỹ"."""
    things: tuple[str, ...] = ()
    """Lists of words for what is counted where the name stands apart: "1.954 hộ … gia đình học tập"."""
    one_each: tuple[str, ...] = ()
    """Lists of words for what has one of it each: "6/6 phường có trung tâm" is 6."""
    rate_of: str = ""
    """For a percentage: the indicator whose share it is."""
    bases: tuple[str, ...] = ()
    """For a percentage: lists of words for the whole ("dân số", "tổng số hộ")."""
    period: Literal["end", "term"] = "end"
    """`end`: the state at the end of the term; `term`: what came together during it."""
    plausible: dict[str, Range] = field(default_factory=dict)
    """By level of unit (city, district, commune, base)."""
    state: State = "active"
    effective_from: date | None = None
    effective_to: date | None = None
