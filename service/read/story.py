"""What a walk through a part collects, before it becomes paragraphs and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from service.model.manuscript import Place
from service.read.looks import PLAIN, SILENT

if TYPE_CHECKING:
    from lxml.etree import _Element

    from service.model.manuscript import Aside, Note, Reply
    from service.read.shown import RunFormat
    from service.read.styles import Style


class Change(NamedTuple):
    """What a piece of text belongs to that isn't plainly there: a tracked change, or a prompt to write something."""

    deleted: bool
    """It is no part of the text."""
    author: str
    prompt: bool = False
    """It is what a content control asks for, which nobody has filled in."""


Piece = tuple[str, "RunFormat", Change | None]
"""Text of one run, how it is shown, and the tracked change or prompt that it belongs to."""


class Draft:
    """A paragraph as it is collected."""

    __slots__ = ("boxes", "broken_at", "contents", "label", "look", "page_break", "pieces", "place", "style")

    def __init__(self, place: Place, style: Style, pieces: list[Piece], *, page_break: bool = False) -> None:
        self.place = place
        self.style = style
        self.pieces = pieces
        self.look = PLAIN
        self.label = ""
        self.page_break = page_break
        self.broken_at: int | None = None
        """How many pieces stood before its last page break."""
        self.boxes: tuple[_Element, ...] = ()
        self.contents = False
        """It is an entry of a table of contents that a field or a control shows."""

    def is_blank(self) -> bool:
        """Whether nothing of it is left once the deletions are gone."""
        return not any(text.strip() and not (change and change.deleted) for text, _, change in self.pieces)

    def is_unseen(self) -> bool:
        """Whether nothing of it is shown."""
        return not any(_is_seen(piece) for piece in self.pieces)

    def settle_page_break(self) -> bool:
        """Decide what its page break is for: itself, or (True) the paragraph that follows."""
        if self.broken_at is None:
            return False
        at, self.broken_at = self.broken_at, None
        if not any(map(_is_seen, self.pieces[at:])):
            return True
        if not any(map(_is_seen, self.pieces[:at])):
            self.page_break = True
        else:  # the words on both sides don't run together
            self.pieces.insert(at, ("\n", self.pieces[at][1], None))
        return False


def _is_seen(piece: Piece) -> bool:
    text, look, change = piece
    return bool(text.strip()) and not look.hidden and not (change and change.deleted)


class DraftCell:
    """A cell as it is collected."""

    __slots__ = ("column", "height", "paragraphs", "row", "width")

    def __init__(self, row: int, column: int, width: int) -> None:
        self.row = row
        self.column = column
        self.width = width
        self.height = 1
        self.paragraphs: list[int] = []


class Grid:
    """A table as it is collected."""

    def __init__(self, index: int, parent: int | None) -> None:
        self.index = index
        self.parent = parent
        self.rows = 0
        self.columns = 0
        self.cells: list[DraftCell] = []
        self.above: dict[int, DraftCell] = {}
        """Cells that the next row may go on with, by column."""


class Cursor:
    """Where the walk is."""

    def __init__(self) -> None:
        self.place = Place()
        self.grid: Grid | None = None
        self.cell: DraftCell | None = None
        self.look = SILENT
        """What the style of the table around gives to runs."""
        self.covered = False
        """It is in a cell that lies under a merged one: Word shows nothing of it."""
        self.ghosts: Change | None = None
        """The deletion of a whole row, cell or block that it is in."""


class References:
    """What the text of one package points at in its other parts, each with the paragraph where it stands."""

    def __init__(self) -> None:
        self.notes: list[tuple[str, str, int]] = []
        """Kind, id and paragraph of each footnote or endnote reference."""
        self.headers: list[tuple[str, str, str]] = []
        """Kind, type (first, even, default) and relationship id of each header or footer in use."""
        self.first_pages = False
        """A section has a first page of its own."""
        self.graphics: list[tuple[str, int]] = []
        """Relationship id and paragraph of each chart or diagram."""
        self.comments: dict[str, int] = {}
        """Paragraph at which each comment begins."""


class Story:
    """Everything that the walk through one part and its chunks collects."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.grids: list[Grid] = []
        self.stray: list[tuple[str, Change, int]] = []
        """Deleted text of paragraphs that are gone as a whole: text, change, index of the paragraph that follows."""
        self.references = References()
        self.notes: list[Note] = []
        """What the references of every package led to."""
        self.comments: list[Aside] = []
        self.replies: list[Reply] = []
        self.unread: list[Aside] = []
        """Parts that Word shows as text and that can't be read."""
        self.pictures = 0
        self.page_pictures = 0
        """How many of the drawings with pictures are large enough to be the page of a scan."""
        self.largest_picture = 0.0
        """The area of the largest drawing with a picture, in square centimetres."""
        self.packages = 0
        """How many Word files inside this one were opened."""
        self.weight = 0
        """How large they are together, unpacked."""
