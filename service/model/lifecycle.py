"""How long a rule lives: drafted, tried out, in force, retired; and for which reports."""

from __future__ import annotations

from datetime import date
from typing import Literal, Protocol

State = Literal["draft", "trial", "active", "retired"]
"""draft: not run. trial: run, but told to reviewers alone. active: in force. retired: only for reports of its time."""


class Lived(Protocol):
    """A rule with a life of its own."""

    @property
    def state(self) -> State:
        """Where it stands in its life."""

    @property
    def effective_from(self) -> date | None:
        """The first day of the reports it is for."""

    @property
    def effective_to(self) -> date | None:
        """The last day of the reports it is for."""


def runs(rule: Lived, day: date, *, trial: bool) -> bool:
    """Whether a rule is run for a report of that day; rules on trial only where they are asked for."""
    if rule.state == "draft" or (rule.state == "trial" and not trial):
        return False
    begun = rule.effective_from is None or rule.effective_from <= day
    return begun and (rule.effective_to is None or day <= rule.effective_to)
