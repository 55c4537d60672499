"""What changed between two versions of a unit's report, finding by finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from service.model.examination import Finding


class Progress(StrEnum):
    """How a finding stands against the version before."""

    NEW = "new"
    STILL_OPEN = "still_open"
    CHANGED = "changed"
    """The same thing is found, with other words or figures."""


class Sameness(StrEnum):
    """How much of the file is as it was."""

    WORDS = "words"
    """Not a word of the body is another one; only its looks or our own comments."""
    REWORKED = "reworked"
    """An edited version."""
    UNLIKE = "unlike"
    """Hardly a sentence in common: perhaps another document, not a next version."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One finding of the later version and what was told of it before."""

    progress: Progress
    before: Finding | None = None
    """The finding of the earlier version; None for a new one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A later version's findings beside those of an earlier one. Each finding of both is in it exactly once."""

    traces: tuple[Trace, ...]
    """One for each finding of the later version, in its order."""
    fixed: tuple[Finding, ...]
    """What was found in the earlier version and no longer is, in its order and words."""
    other_rules: bool = False
    """Other rules or another version of the service judged the earlier one: not every difference is the officer's."""
    sameness: Sameness = Sameness.REWORKED

    def count(self, progress: Progress) -> int:
        """How many findings of the later version stand so."""
        return sum(trace.progress is progress for trace in self.traces)


@dataclass(frozen=True, slots=True)
class Version:
    """One submission, as the versions of its unit name it."""

    claim: int
    """Its id in the ledger."""
    number: int
    """Which version of the unit's report it is, from 1: a repeat has the number of what it repeats, a return to an
    earlier version a number of its own, another kind of document 0."""
    name: str
    folder: str
    received: str
    """When it was taken, ISO 8601 with offset."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where one submission stands among all that its unit sent."""

    version: Version
    unit: str | None = None
    """The unit whose report it is a version of; None where neither it nor an earlier version tells."""
    presumed: str = ""
    """Why it is taken for that unit's where the file doesn't tell: "words", "name" or "folder"; else empty."""
    against: Version | None = None
    """The version that it is compared with; None for the first usable one, for a repeat and for what isn't usable."""
    comparison: Comparison | None = None
    repeats: Version | None = None
    """An earlier submission with the same bytes, and none that counts came in between: nothing new was sent."""
    returns: Version | None = None
    """An earlier version with the same bytes, to which the unit goes back from a later one."""
    copies: tuple[Version, ...] = ()
    """Earlier submissions of its name, newest first, where a sync program or a person made a copy among them."""
    older: bool = False
    """Its name counts it before the version that it came after ("lần 1" after "lần 2")."""

    @property
    def unchanged(self) -> bool:
        """Whether nothing was mended or edited since the version before: not a word, and not a finding."""
        compared = self.comparison
        if self.repeats is not None or compared is None:
            return self.repeats is not None
        same = all(trace.progress is Progress.STILL_OPEN for trace in compared.traces)
        return compared.sameness is Sameness.WORDS and same and not compared.fixed
