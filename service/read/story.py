"""What a walk through a part collects, before it becomes paragraphs and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from service.read.styles import PLAIN, ParagraphLook

if TYPE_CHECKING:
    from lxml.etree import _Element

    from service.model.manuscript import Place
    from service.read.styles import RunFormat, Style


class Change(NamedTuple):
    """A tracked change that a piece of text belongs to."""

    deleted: bool
    author: str


Piece = tuple[str, "RunFormat", Change | None]
"""Text of one run, how it is shown, and the tracked change that it belongs to."""


@dataclass(slots=True, eq=False)
class Draft:
    """A paragraph as it is collected."""

    place: Place
    style: Style
    pieces: list[Piece] = field(default_factory=list)
    look: ParagraphLook = PLAIN
    label: str = ""
    page_break: bool = False
    broken_at: int | None = None
    """How many pieces stood before its last page break."""
    boxes: list[_Element] = field(default_factory=list)

    def is_blank(self, start: int = 0) -> bool:
        """Whether nothing of it, from a piece on, is left once the deletions are gone."""
        pieces = self.pieces[start:] if start else self.pieces
        return not any(text.strip() and not (change and change.deleted) for text, _, change in pieces)

    def settle_page_break(self) -> bool:
        """Decide what its page break is for: itself, or (True) the paragraph that follows."""
        if self.broken_at is None:
            return False
        at, self.broken_at = self.broken_at, None
        if self.is_blank(at):
            return True
        if not any(text.strip() for text, _, _ in self.pieces[:at]):
            self.page_break = True
        return False


@dataclass(slots=True, eq=False)
class DraftCell:
    """A cell as it is collected."""

    row: int
    column: int
    width: int
    height: int = 1
    paragraphs: list[int] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Grid:
    """A table as it is collected."""

    index: int
    parent: int | None
    rows: int = 0
    columns: int = 0
    cells: list[DraftCell] = field(default_factory=list)
    above: dict[int, DraftCell] = field(default_factory=dict)
    """Cells that the next row may go on with, by column."""


@dataclass(slots=True, eq=False)
class Story:
    """Everything that the walk through one part and its chunks collects."""

    drafts: list[Draft] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    stray: list[tuple[str, Change, int]] = field(default_factory=list)
    """Deleted text of paragraphs that are gone as a whole: text, change, index of the paragraph that follows."""
    notes: list[tuple[str, str, int]] = field(default_factory=list)
    """Kind, id and paragraph of each footnote or endnote reference."""
    headers: list[tuple[str, str]] = field(default_factory=list)
    """Kind and relationship id of each header or footer in use."""
    comments: dict[str, int] = field(default_factory=dict)
    """Paragraph at which each comment begins."""
    pictures: int = 0
