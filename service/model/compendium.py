"""The compendium: what each unit gives to it, and what became of that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from service.model.city import Extract


class Removed(StrEnum):
    """What is taken out of a unit's text on its way into the compendium."""

    COMMENTS = "comments"
    CHANGES = "changes"
    """Tracked changes: the text stands as if they were accepted."""
    HIDDEN = "hidden"
    """Runs of hidden text."""
    LINKS = "links"
    """Links to places outside the file; their words stay."""
    OBJECTS = "objects"
    """Embedded objects of other programs and controls; the picture that shows them stays."""
    MACROS = "macros"
    MARGINS = "margins"
    """Headers and footers of the source."""
    CHUNKS = "chunks"
    """Whole documents inserted into the source; their words stay, their looks don't."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One unit's report, as it goes into the compendium."""

    unit: str
    """Id of the unit."""
    title: str
    """What stands above its text."""
    sha256: str
    """Hash of the file that the unit sent."""
    extract: Extract
    """Its words under each section, as the reader reads them: what must stand in the result."""
    open: Callable[[], bytes]
    """Gives the bytes of the Word package; called once. May raise UnreadableReport."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A unit whose text stands in the compendium."""

    unit: str
    title: str
    sections: tuple[str, ...]
    """The sections under which it stands."""
    removed: tuple[tuple[Removed, int], ...] = ()
    """How often what was taken out of it."""
    plain: tuple[str, ...] = ()
    """Sections whose looks could not be kept without risk to the words: they stand as plain text."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A unit whose file could not be opened."""

    unit: str
    title: str
    key: str
    """Catalogue key of the reason, as UnreadableReport gives it."""
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of the table of contents."""

    text: str
    level: int
    """1 for a section, 2 for a unit."""
    bookmark: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of every unit, in the order of the compendium."""

    taken: tuple[Taken, ...]
    left_out: tuple[LeftOut, ...]
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Captions:
    """The compendium's own words, in the language of the outputs."""

    title: str
    contents: str
    """Above the table of contents."""
    chapters: tuple[tuple[str, str], ...]
    """Id and heading of each section, in order."""
    silent: str
    """Under a section of which no unit wrote."""
