"""What a reminder letter asks for, and what is remembered of a letter that was drafted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from service.model.progress import ProgressRow
from service.model.unit import Unit


class Need(StrEnum):
    """Why a unit is reminded."""

    LATE = "late"
    """Its last day has passed and nothing was received."""
    GAPS = "gaps"
    """Its report lacks something that nobody accepted."""
    UNUSABLE = "unusable"
    """What it sent is no term report of this round, or can't be read."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One unit that is reminded."""

    need: Need
    row: ProgressRow

    @property
    def mark(self) -> str:
        """What is asked of whom, in one word that stays the same while nothing changes."""
        claim = self.row.standing.latest.claim.id if self.row.standing.latest else 0
        lacking = "+".join(sorted({f"{one.code}/{one.section or one.authority or ''}" for one in self.row.grave}))
        due = "" if self.need is Need.GAPS or not self.row.unit.deadline else self.row.unit.deadline.isoformat()
        return " ".join(filter(None, (self.row.unit.id, self.need, str(claim), lacking, due)))


@dataclass(frozen=True, slots=True)
class Reminder:
    """One letter."""

    sender: Unit
    addressee: Unit
    until: date
    own: Ask | None = None
    """What is asked of the addressee itself."""
    below: tuple[Ask, ...] = ()
    """What is asked of the units below it."""
    single: bool = False
    """It speaks of the addressee alone, whatever stands below it."""

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Everything that is asked."""
        return (*((self.own,) if self.own else ()), *self.below)


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter that was drafted, as the ledger remembers it."""

    path: str
    """Below the outbox, with "/" between parts."""
    sha256: str
    """Of the bytes that were laid: other bytes there are a person's."""
    sender: str
    """Id of the unit that signs."""
    addressee: str
    """Id of the unit that it is for."""
    until: str
    """The day by which it asks, ISO 8601."""
    asked: tuple[str, ...]
    """The marks of what it asks."""
    single: bool = False
