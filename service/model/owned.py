"""Blocks of the drafted report that the service owns: what each is, where its words come from, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Source:
    """One place in one unit's report."""

    unit: str
    """Id of the unit."""
    file: str
    sha256: str
    paragraph: int | None = None
    """Its number in the report, from 0; None where the file as a whole is meant."""
    words: str = ""
    """The report's own words there."""
    figure: str = ""
    """For a figure: indicator and kind, "members.result"."""
    value: float | None = None
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Owned:
    """One block that is generated: what it is, and what it was made from."""

    code: str
    """Short and the same in every build: kind, section and unit, "v/kq/le-chan"."""
    title: str
    """What a reader of the document sees of it, when it's clicked."""
    unit: str = ""
    """The unit that speaks in it; empty where it is about several."""
    section: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the document itself remembers of a block that was generated for it."""

    code: str
    text: str
    """Its words when it was last generated."""
    gen: str = ""
    """Fingerprint that it then had."""
    size: int = 1
    """How many paragraphs and tables it then was."""
    offered: str = ""
    """Fingerprint of the newer words that were set beside the drafter's; empty when none were."""
    gone: bool = False
    """The drafter took it out; it stays out."""
    title: str = ""


class Role(StrEnum):
    """What a piece of the drafter's document is."""

    OWN = "own"
    """The drafter's: text between blocks, pictures, whatever carries no mark of ours."""
    BLOCK = "block"
    OFFER = "offer"
    """Newer words that an update set beside a block that the drafter had edited."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the drafter's document, in its order."""

    role: Role
    text: str
    """Its words as they are now."""
    now: str = ""
    """Fingerprint of those words and their looks."""
    code: str = ""
    gen: str = ""
    """Fingerprint that the block had when it was generated, as its tag tells."""
    pending: bool = False
    """It's still a tracked insertion of ours, which nobody accepted."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A block as today's data give it."""

    code: str
    text: str
    gen: str
    size: int = 1
    title: str = ""


class Turn(StrEnum):
    """What is done to one piece of the document."""

    KEEP = "keep"
    """The words stay as they are."""
    RENEW = "renew"
    DROP = "drop"
    """Take out a block, or an offer, that nobody touched and nothing stands behind any more."""
    RELEASE = "release"
    """The drafter's own from now on: the mark is taken off, the words stay."""
    RESTORE = "restore"
    """The mark was lost; these pieces are the block again, as they are."""


@dataclass(frozen=True, slots=True)
class Step:
    """One turn over one piece, or several in a row where a mark is restored."""

    turn: Turn
    at: int
    """Index of the first piece."""
    pieces: int = 1
    code: str = ""
    gen: str = ""
    """What the tag says from now on."""
    role: Role = Role.BLOCK
    """What the piece is from now on: an offer becomes the block where the drafter took the old words out for it."""


@dataclass(frozen=True, slots=True)
class Addition:
    """Words that are added, marked as a tracked insertion."""

    code: str
    after: int | None
    """Index of the piece after which they go."""
    before: int | None = None
    """Where there is none: the piece before which they go; with neither they go to the end."""
    offer: bool = False
    """They stand beside words that the drafter edited."""


class Fate(StrEnum):
    """What the change list says of a block."""

    RENEWED = "renewed"
    CONFLICT = "conflict"
    """Edited by the drafter, and the source changed: to be decided."""
    NEW = "new"
    REMOVED = "removed"
    """Nobody had edited it, and no report says it any more."""
    ORPHANED = "orphaned"
    """Edited by the drafter, and no report says it any more: kept."""
    STAYS_OUT = "stays_out"
    """Taken out by the drafter; the source changed since."""
    FOUND = "found"
    """Its mark was lost; it was found by its words."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the change list."""

    fate: Fate
    code: str
    title: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that an update does to a document: local steps over its pieces, and what is added."""

    steps: tuple[Step, ...]
    additions: tuple[Addition, ...]
    known: tuple[Known, ...]
    changes: tuple[Change, ...]

    @property
    def renews(self) -> bool:
        """Whether the words of the document change at all."""
        return bool(self.additions) or any(step.turn is not Turn.KEEP for step in self.steps)
