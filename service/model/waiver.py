"""Findings that a reviewer accepts as they are: who, why, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from service.model.examination import Finding


class Origin(StrEnum):
    """How a waiver was given."""

    FILE = "file"
    """Written in the office's file of waivers."""
    COMMAND = "command"
    REPLY = "reply"
    """A reply to our comment in an annotated copy."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What names one finding of a report, whatever is edited elsewhere in it."""

    fingerprint: str
    """16 hexadecimal digits of what was found and in which words."""
    kin: str
    """16 hexadecimal digits of what was found: the same where only words or figures are others."""
    id: str
    """What people type: "k7m2q4"; "k7m2q4-2/3" for the second of three findings with one fingerprint."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """One finding of one unit, accepted; or asked to be, where `proposed`."""

    unit: str
    """Id of the unit."""
    finding: str
    """Id or fingerprint of the finding, as in `Mark`."""
    reason: str
    by: str
    """Name of the reviewer."""
    until: date | None = None
    """The last day on which it holds; None for as long as the finding stays the same."""
    given: str = ""
    """When, ISO 8601 with offset; empty where the file doesn't tell."""
    origin: Origin = Origin.COMMAND
    place: str = ""
    """Where it is written: "mien-tru.yaml:12", or the file that brought the reply."""
    message: str = ""
    """The finding's words when it was accepted."""
    kin: str = ""
    number: int = 0
    """Given by the ledger; 0 for one of the file."""
    proposed: bool = False
    """Asked for by somebody who isn't among the reviewers: shown to them, never applied."""
    withdrawn: str = ""
    """When it was taken back, ISO 8601 with offset; it stays in the ledger."""
    withdrawn_by: str = ""


class Lapse(StrEnum):
    """Why a waiver no longer holds."""

    EXPIRED = "expired"
    GONE = "gone"
    """The finding isn't there any more."""
    CHANGED = "changed"
    """The same thing is found with other words or figures: to be looked at again."""
    UNCLEAR = "unclear"
    """Several findings have its fingerprint, and it doesn't tell which one is meant."""


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A waiver that doesn't hold, and why."""

    waiver: Waiver
    lapse: Lapse
    now: str = ""
    """Id of the finding that stands there now, where there is one."""


@dataclass(frozen=True, slots=True)
class Waiving:
    """The waivers of one report."""

    marks: tuple[Mark, ...] = ()
    """One for each finding, in order."""
    accepted: tuple[Waiver | None, ...] = ()
    """For each finding, in order: the waiver that holds for it."""
    lapsed: tuple[Lapsed, ...] = ()
    proposals: tuple[Waiver, ...] = ()
    """Asked for, not decided yet."""

    @property
    def count(self) -> int:
        """How many findings are accepted."""
        return sum(waiver is not None for waiver in self.accepted)

    def of(self, position: int) -> Waiver | None:
        """The waiver that holds for the finding at this place in the list."""
        return self.accepted[position] if position < len(self.accepted) else None

    def due(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings that are left: those that nobody accepted."""
        return tuple(finding for position, finding in enumerate(findings) if self.of(position) is None)


NONE = Waiving()
"""A report of which nobody accepted anything."""
