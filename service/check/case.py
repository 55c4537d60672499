"""What every judge is given: one term report of a file, read, outlined and folded."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from service.language import Hit, Phrasebook, fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from service.model.manuscript import Manuscript, Paragraph
    from service.model.outline import Heading, Outline, Piece
    from service.model.rulebook import Rulebook


class Zone(StrEnum):
    """The part of a report that a paragraph belongs to."""

    FRONT = "front"
    """Letterhead and title."""
    OPENING = "opening"
    """Between the title and the first heading."""
    PAST = "past"
    """What was done in the closing term, its shortcomings and lessons included."""
    FUTURE = "future"
    """What the new term is to reach and how."""
    OTHER = "other"
    """Requests, thanks, and what no heading tells."""
    CLOSING = "closing"
    """Signature block and after."""
    ANNEX = "annex"
    """Tables of figures behind the signature."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph ready to be judged."""

    paragraph: int
    text: str
    folded: str
    """Folded text, as long as `text`: a place in one is the same place in the other."""
    hits: tuple[Hit, ...]
    """Phrases of the pack that stand in it."""
    heading: bool
    """Whether it is (part of) a heading; a run-in head does not count."""
    source: Paragraph

    def has(self, *names: str) -> bool:
        """Whether a phrase of one of the named lists stands in it."""
        return any(hit.name in names for hit in self.hits)

    def of(self, *names: str) -> tuple[Hit, ...]:
        """The hits of the named lists."""
        return tuple([hit for hit in self.hits if hit.name in names]) if self.hits else ()


@dataclass(frozen=True, slots=True)
class Case:
    """One document of a file, as the judges see it. Paragraphs of a table of contents are not in `lines`."""

    manuscript: Manuscript
    outline: Outline
    piece: Piece
    rulebook: Rulebook
    phrases: Phrasebook
    lines: tuple[Line, ...]
    titles: Mapping[str, tuple[Hit, ...]]
    """The folded title of each heading, with the phrases that stand in it."""
    file_name: str = ""
    folder: str = ""

    def line(self, paragraph: int) -> Line | None:
        """The line of a paragraph, or None where it is not part of the case."""
        at = bisect_left(self.lines, paragraph, key=_number)
        return self.lines[at] if at < len(self.lines) and self.lines[at].paragraph == paragraph else None

    def within(self, first: int, end: int) -> tuple[Line, ...]:
        """The lines of the paragraphs [first, end)."""
        return self.lines[bisect_left(self.lines, first, key=_number) : bisect_left(self.lines, end, key=_number)]

    def named(self, heading: Heading) -> frozenset[str]:
        """The names of the lists of which some phrase stands in a heading's title."""
        return frozenset([hit.name for hit in self.titles[fold(heading.title)]])

    def path(self, paragraph: int) -> tuple[Heading, ...]:
        """The headings that a paragraph stands under, highest first."""
        return tuple(h for h in self.piece.headings if h.paragraph <= paragraph < h.end)


@dataclass(frozen=True, slots=True)
class Context:
    """What earlier judges found out, for later ones."""

    zones: tuple[Zone, ...]
    """Zone of each paragraph of the manuscript, by index."""
    level: str | None
    """Level of the unit: city, district, commune or base; None where unknown."""
    closing: str | None
    opening: str | None
    report_date: date | None
    """The report's own date; the last day of its month (or year) where only that is told."""

    def zone(self, paragraph: int) -> Zone:
        """The zone of a paragraph."""
        return self.zones[paragraph]


def _number(line: Line) -> int:
    return line.paragraph


def make_case(
    manuscript: Manuscript,
    outline: Outline,
    piece: Piece,
    rulebook: Rulebook,
    phrases: Phrasebook,
    *,
    file_name: str = "",
    folder: str = "",
) -> Case:
    """Fold and search every paragraph of a piece once."""
    headings = {n for h in piece.headings if not h.run_in for n in range(h.paragraph, h.last + 1)}
    told = [one for one in manuscript.paragraphs[piece.start : piece.end] if one.index not in outline.contents]
    texts = [fold(one.text) for one in told]
    lines = tuple(
        Line(one.index, one.text, folded, hits, one.index in headings, one)
        for one, folded, hits in zip(told, texts, phrases.find_each(texts), strict=True)
    )
    heads = list(dict.fromkeys(fold(heading.title) for heading in piece.headings))
    titles = dict(zip(heads, phrases.find_each(heads), strict=True))
    return Case(manuscript, outline, piece, rulebook, phrases, lines, titles, file_name, folder)
