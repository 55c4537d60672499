"""Who has sent what, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from service.model.waiver import NONE

if TYPE_CHECKING:
    from service.model.comparison import Lineage
    from service.model.examination import Examination, Verdict
    from service.model.submission import Submission
    from service.model.unit import Unit
    from service.model.waiver import Waiving


class State(StrEnum):
    """How far a unit's report has come."""

    MISSING = "missing"
    """Nothing was sent."""
    TAKEN = "taken"
    """A file was sent; its answer is still open."""
    JUDGED = "judged"
    """At least one file has its answer."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that lies in the inbox and can't be taken yet."""

    name: str
    folder: str = ""
    """Folder below the inbox with "/" between parts; empty at its top."""
    reason: str = ""
    """Catalogue key of why it waits; empty when it's simply not quiet yet."""
    since: str = ""
    """When it was first seen, ISO 8601 with offset."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one unit stands: the file that speaks for it, and every other file that it sent.

    Each of the unit's submissions is in exactly one of `latest`, `note_latest` and `earlier`.
    """

    unit: Unit
    state: State
    latest: Submission | None = None
    """The submission that speaks for the unit: the newest usable one, else the newest judged one, else the newest."""
    note_latest: Submission | None = None
    """A newer file that doesn't speak for the unit: it can't be used, or its answer is still open."""
    earlier: tuple[Submission, ...] = ()
    """All its other submissions, newest first."""
    lineages: tuple[Lineage, ...] = ()
    """Where each of its answered submissions stands among the versions of its report, newest first."""
    waiving: Waiving = NONE
    """Which findings of the file that speaks for it are accepted, and which waivers no longer hold."""

    @property
    def examination(self) -> Examination | None:
        """What was found in the file that speaks for the unit."""
        return self.latest.examination if self.latest else None

    @property
    def verdict(self) -> Verdict | None:
        """How that file stands; None while nothing is judged."""
        return self.examination.verdict if self.examination else None

    @property
    def received(self) -> str | None:
        """When that file was taken."""
        return self.latest.claim.received if self.latest else None

    @property
    def file(self) -> str | None:
        """That file's name as the officer wrote it."""
        return self.latest.claim.name if self.latest else None

    @property
    def round(self) -> int:
        """Which version of the report speaks for it, from 1; 0 where none does."""
        lineage = self.lineage(self.latest)
        return lineage.version.number if lineage else 0

    def lineage(self, submission: Submission | None) -> Lineage | None:
        """Where one of its submissions stands among the others; None while it isn't answered."""
        return _lineage(self.lineages, submission)

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """Everything that the unit sent, newest first."""
        sent = [one for one in (self.latest, self.note_latest, *self.earlier) if one is not None]
        return tuple(sorted(sent, key=lambda one: one.claim.id, reverse=True))


@dataclass(frozen=True, slots=True)
class Board:
    """The whole round at a glance."""

    standings: tuple[Standing, ...]
    """Every unit that owes a report or sent one, in registry order."""
    unassigned: tuple[Submission, ...] = ()
    """Submissions whose unit can't be told, newest first."""
    waiting: tuple[Waiting, ...] = ()
    """Files that lie in the inbox and can't be taken yet."""
    lineages: tuple[Lineage, ...] = ()
    """Of each unassigned submission that is answered, newest first."""

    def lineage(self, submission: Submission) -> Lineage | None:
        """Where an unassigned submission stands among others; None while it isn't answered."""
        return _lineage(self.lineages, submission)

    def of(self, unit_id: str) -> Standing | None:
        """The standing of a unit, or None when it neither owes nor sent anything."""
        return next((standing for standing in self.standings if standing.unit.id == unit_id), None)


def _lineage(lineages: tuple[Lineage, ...], submission: Submission | None) -> Lineage | None:
    number = submission.claim.id if submission else 0
    return next((one for one in lineages if one.version.claim == number), None)
