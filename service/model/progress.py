"""How far a round has come: who sent when, against the schedule, and what the sent reports still need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from service.model.city import FrequentGap, Group
from service.model.examination import Finding, Severity
from service.model.standing import Standing
from service.model.unit import Unit


class Timing(StrEnum):
    """How a unit's report stands against its last day."""

    SENT = "sent"
    """It is there; no last day was set for it."""
    IN_TIME = "in_time"
    LATE = "late"
    """It came after the last day."""
    AWAITED = "awaited"
    """Not there yet, and not due yet; or no last day was set."""
    OVERDUE = "overdue"
    EXEMPT = "exempt"
    """None is owed."""


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One unit of the round."""

    unit: Unit
    depth: int
    """1 directly below the unit that reviews."""
    group: Group
    timing: Timing
    standing: Standing
    sent: date | None = None
    """The day on which its first report of this round came; files that aren't one don't count."""
    days: int = 0
    """Days between the last day and the report; today, where there is none yet."""
    versions: int = 0
    """How many different versions it sent."""
    due: tuple[Finding, ...] = ()
    """What was found in the file that speaks for it and nobody accepted; notes not counted."""
    waived: int = 0
    """How many findings reviewers accepted as they are."""

    @property
    def owes(self) -> bool:
        """Whether a report is owed in this round."""
        return self.timing is not Timing.EXEMPT

    @property
    def settled(self) -> bool:
        """Whether nothing that must be mended is left: everything grave was accepted, or nothing was found."""
        if self.group is Group.COMPLETE:
            return True
        return self.group is Group.GAPS and not self.grave and self.waived > 0

    @property
    def grave(self) -> tuple[Finding, ...]:
        """What must be mended."""
        return tuple(finding for finding in self.due if finding.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Count:
    """Some units of the round, counted; only those that owe a report."""

    name: str
    """What they are: a level ("district", "commune"…), the id of the unit above them, or ""."""
    rows: tuple[ProgressRow, ...]

    @property
    def owed(self) -> int:
        """How many owe a report."""
        return len(self.rows)

    @property
    def sent(self) -> int:
        """How many reports of this round are there."""
        return self.timed(Timing.SENT, Timing.IN_TIME, Timing.LATE)

    @property
    def complete(self) -> int:
        """Reports with all four sections."""
        return self.grouped(Group.COMPLETE)

    @property
    def accepted(self) -> int:
        """Reports with gaps that reviewers accept as they are."""
        return sum(row.group is Group.GAPS and row.settled for row in self.rows)

    @property
    def gaps(self) -> int:
        """Reports that lack something."""
        return sum(row.group is Group.GAPS and not row.settled for row in self.rows)

    @property
    def deadlines(self) -> tuple[date, ...]:
        """Their last days, each once, the earliest first."""
        return tuple(sorted({row.unit.deadline for row in self.rows if row.unit.deadline}))

    def timed(self, *timings: Timing) -> int:
        """How many stand so against the schedule."""
        return sum(row.timing in timings for row in self.rows)

    def grouped(self, *groups: Group) -> int:
        """How many stand so by what they sent."""
        return sum(row.group in groups for row in self.rows)


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that the round report of one unit says."""

    unit: Unit
    today: date
    rows: tuple[ProgressRow, ...]
    """Every unit below that owes or sent a report, each below its parent."""
    levels: tuple[Count, ...]
    places: tuple[Count, ...]
    """By the unit directly below, itself and everything below it; each alone where nothing lies further down."""
    missing: tuple[FrequentGap, ...]
    """Sections that are missing or thin, the commonest first."""
    findings: tuple[FrequentGap, ...]
    """Everything else that is to mend or to look at, the commonest first."""
    judged: int
    """Reports of this round that these were counted in."""

    @property
    def all(self) -> Count:
        """All units that owe a report."""
        return Count("", tuple(row for row in self.rows if row.owes))
