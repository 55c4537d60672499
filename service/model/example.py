"""Small reports beside the rules, with what the rules must and must not say of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

_STRICT: Any = {"extra": "forbid", "str_strip_whitespace": True}


@dataclass(frozen=True, slots=True)
class Example:
    """A small report, or several that differ in one phrase.

    It is written out in `lines`, or taken from a `base` of the pack with some of its lines changed.
    """

    __pydantic_config__ = _STRICT

    id: str
    lines: tuple[str, ...] = ()
    """One paragraph each; capitals make a heading as they do in a report; "| a | b |" is a row of a table."""
    base: str = ""
    """Name of a base report of the pack."""
    change: dict[str, str | tuple[str, ...] | None] = field(default_factory=dict)
    """By the base's own names of its lines: the line, or lines, to stand there; nothing takes the line out."""
    after: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    """By the base's own names of its lines: the line, or lines, to stand behind it."""
    each: tuple[str, ...] = ()
    """Phrases to be put, one by one, where the lines have {}: as many small reports."""
    kind: str = "term_report"
    fires: tuple[str, ...] = ()
    """Findings that must come, each as "code" or "code:section, part or authority"."""
    silent: tuple[str, ...] = ()
    """Findings that must not come."""
    sections: dict[str, str] = field(default_factory=dict)
    """How sections must stand: present, thin or missing."""
    headings: dict[str, str | None] = field(default_factory=dict)
    """The heading under which sections must be found; nothing where none may be taken for theirs."""
    authorities: dict[str, str | None] = field(default_factory=dict)
    """How authorities must be cited: correct, or what is wrong (number, date, issuer, congress, title); nothing where
    it must not be found at all."""
    indicators: dict[str, float | None] = field(default_factory=dict)
    """What must be read, by "indicator" (a result) or "indicator goal", "indicator target"; nothing where no such
    figure must be read."""
    quotes: dict[str, str] = field(default_factory=dict)
    """The words that must be quoted for a figure, named as in `indicators`."""
    carries: dict[str, int] = field(default_factory=dict)
    """How much the file still carries: tracked_changes, comments, hidden_text, legacy_font."""


Base = dict[str, tuple[str, ...]]
"""A base report: its lines by names of their own, in order."""
