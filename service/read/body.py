"""The walk through a part: paragraphs, tables, content controls and text boxes, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.errors import UnreadableReport
from service.model.manuscript import Place
from service.read.compact import Blocks
from service.read.inline import Inline, chosen
from service.read.properties import Properties
from service.read.story import Change, Draft, DraftCell, Grid
from service.read.styles import whole
from service.read.xml import MAX_DEPTH, MC, VAL, A, R, W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from service.read.fonts import Theme
    from service.read.numbering import Numbering
    from service.read.properties import CellProperties, ParagraphProperties
    from service.read.story import Story
    from service.read.styles import Style, Styles

_P = W + "p"
_DRAWN = A + "p"
_SKIPPED = frozenset(
    W + name for name in ("sdtPr", "sdtEndPr", "customXmlPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx",
                          "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeEnd")
)  # fmt: skip
_MAX_SPAN = 200
_MAX_PARAGRAPHS = 500_000


class Body:
    """Walks one part (or one chunk of it) and adds what it finds to a story."""

    def __init__(
        self,
        story: Story,
        styles: Styles,
        numbering: Numbering,
        theme: Theme,
        *,
        blocks: Blocks | None = None,
        chunk: Callable[[str, Place], None] | None = None,
    ) -> None:
        self._story = story
        self._styles = styles
        self._numbering = numbering
        self._chunk = chunk
        blocks = blocks or Blocks([])
        self._properties = Properties(styles, blocks)
        self._inline = Inline(styles, theme, story, blocks)
        self._stack: list[tuple[Iterator[_Element], Callable[[], None] | None]] = []
        self._grid: Grid | None = None
        self._cell: DraftCell | None = None
        self._place = Place()
        self._joined: Draft | None = None
        self._ghosts: Change | None = None
        self._break_next = False
        self._section_start = 0
        self._sections = 0
        self._column = 0
        self._below: dict[int, DraftCell] = {}
        self._openers: dict[object, Callable[[_Element], None]] = {
            W + "tbl": self._open_table,
            W + "tr": self._open_row,
            W + "tc": self._open_cell,
            W + "sectPr": self._section,
            W + "altChunk": self._alternative,
            W + "commentRangeStart": self._comment,
            W + "ins": self._open_change,
            W + "moveTo": self._open_change,
            W + "del": self._open_change,
            W + "moveFrom": self._open_change,
            MC + "AlternateContent": self._open_alternate,
        }

    def walk(self, root: _Element) -> None:
        """Read everything below `root`."""
        self._enter(root, self._flush)
        stack = self._stack
        while stack:
            children, leave = stack[-1]
            element = next(children, None)
            if element is None:
                stack.pop()
                if leave:
                    leave()
                continue
            tag = element.tag
            if tag == _P:
                self._paragraph(element)
            elif (opener := self._openers.get(tag)) is not None:
                opener(element)
            elif tag == _DRAWN:
                self._drawn_paragraph(element)
            elif tag not in _SKIPPED:
                self._enter(element, None)

    def _enter(self, element: _Element, leave: Callable[[], None] | None) -> None:
        if len(self._stack) >= MAX_DEPTH or len(self._story.drafts) > _MAX_PARAGRAPHS:
            raise UnreadableReport("file.too_large")
        self._stack.append((iter(element), leave))

    # -- paragraphs ----------------------------------------------------------

    def _paragraph(self, element: _Element) -> None:
        found = self._properties.paragraph(element)
        draft, index = self._draft(found.style)
        draft.style, draft.look = found.style, found.look
        self._inline.read(iter(element), draft, index, found.style_id, found.style)
        self._end_paragraph(draft, found)
        if found.section is not None:
            self._section(found.section)

    def _draft(self, style: Style) -> tuple[Draft, int]:
        """The paragraph to fill: a new one, or the one before whose mark is deleted."""
        if self._joined is not None:
            draft, self._joined = self._joined, None
            return draft, max(len(self._story.drafts) - 1, 0)
        draft = Draft(self._place, style, page_break=self._break_next)
        self._break_next = False
        index = len(self._story.drafts)
        if self._ghosts is None:
            self._story.drafts.append(draft)
            if self._cell is not None:
                self._cell.paragraphs.append(index)
        return draft, index

    def _end_paragraph(self, draft: Draft, found: ParagraphProperties) -> None:
        if self._ghosts is not None:
            self._bury(draft)
            return
        if draft.broken_at is not None:
            self._break_next = draft.settle_page_break() or self._break_next
        if found.mark_is_gone:
            self._joined = draft
            return
        number = found.look.num_id
        if number and not (found.mark is not None and draft.is_blank() and self._inline.mark_is_hidden(found.mark)):
            draft.label = self._numbering.label(number, found.look.level or 0, found.linked)
        if draft.boxes:
            self._open_boxes(draft)

    def _open_boxes(self, draft: Draft) -> None:
        boxes, draft.boxes = draft.boxes, []
        before = self._place
        self._place = Place(before.table, before.row, before.column, text_box=True)

        def leave() -> None:
            self._flush()
            self._place = before

        for number, box in enumerate(reversed(boxes)):
            self._enter(box, leave if number == 0 else self._flush)

    def _flush(self) -> None:
        """End of a container: a paragraph with a deleted mark has nothing to join."""
        draft, self._joined = self._joined, None
        if draft is None:
            return
        alone = self._cell is not None and len(self._cell.paragraphs) == 1
        if draft.is_blank() and not draft.boxes and not alone and self._story.drafts[-1] is draft:
            self._story.drafts.pop()
            if self._cell is not None:
                self._cell.paragraphs.pop()
            self._bury(draft)
        elif draft.boxes:
            self._open_boxes(draft)

    def _bury(self, draft: Draft) -> None:
        """Keep the deleted words of a paragraph that is gone."""
        at = len(self._story.drafts)
        for text, _, own in draft.pieces:
            change = own if own and own.deleted else self._ghosts
            if change is not None:
                self._story.stray.append((text, change, at))

    def _drawn_paragraph(self, element: _Element) -> None:
        """A paragraph of drawing text (shapes in a canvas, diagrams)."""
        draft, index = self._draft(self._styles.of_paragraph(None))
        draft.place = Place(self._place.table, self._place.row, self._place.column, text_box=True)
        self._inline.read_drawn(element, draft, index)
        if self._ghosts is not None:
            self._bury(draft)

    # -- tables --------------------------------------------------------------

    def _open_table(self, element: _Element) -> None:
        self._flush()
        before = (self._grid, self._cell, self._place)
        grid = Grid(len(self._story.grids), self._grid.index if self._grid else None)
        if self._ghosts is None:
            self._story.grids.append(grid)
        self._grid, self._cell = grid, None

        def leave() -> None:
            self._grid, self._cell, self._place = before

        self._enter(element, leave)

    def _open_row(self, element: _Element) -> None:
        if self._grid is None:
            self._enter(element, None)
            return
        properties = element.find(W + "trPr")
        gone = properties.find(W + "del") if properties is not None else None
        if gone is not None:
            self._open_ghost(element, gone)
            return
        skipped = properties.find(W + "gridBefore") if properties is not None else None
        self._column = min(whole(skipped.get(VAL)) or 0, _MAX_SPAN) if skipped is not None else 0
        self._below = {}
        grid, below = self._grid, self._below
        if self._ghosts is None:
            grid.rows += 1

        def leave() -> None:
            grid.above = below

        added = properties.find(W + "ins") if properties is not None else None
        ends = self._inline.begin_change(added, deleted=False) if added is not None else None
        self._enter(element, _both(leave, ends) if ends else leave)

    def _open_cell(self, element: _Element) -> None:
        if self._grid is None:
            self._enter(element, None)
            return
        found = self._properties.cell(element)
        if found.deleted is not None:
            self._open_ghost(element, found.deleted)
            return
        width = found.width
        grid, column, row = self._grid, self._column, max(self._grid.rows - 1, 0)
        cell = self._continued(found, column, row)
        if cell is None:
            cell = DraftCell(row, column, width)
            grid.cells.append(cell)
        grid.columns = max(grid.columns, column + width)
        self._below[column] = cell
        before = (self._cell, self._place, self._column + width, self._below)
        self._cell = cell
        self._place = Place(grid.index, row, column, self._place.text_box)

        def leave() -> None:
            self._flush()
            self._cell, self._place, self._column, self._below = before

        self._enter(element, leave)

    def _continued(self, found: CellProperties, column: int, row: int) -> DraftCell | None:
        """The cell that this one goes on with, from above or from the left."""
        if found.below and self._grid is not None:
            above = self._grid.above.get(column)
            if above is not None:
                above.height = row - above.row + 1
            return above
        if found.beside and self._below:
            left = self._below[max(self._below)]
            left.width = column + 1 - left.column
            return left
        return None

    def _open_ghost(self, element: _Element, change: _Element) -> None:
        """A deleted row or cell: its words are kept as a deletion, its paragraphs don't count."""
        before = self._ghosts
        self._ghosts = before or Change(deleted=True, author=change.get(W + "author", ""))

        def leave() -> None:
            self._joined = None
            self._ghosts = before

        self._enter(element, leave)

    # -- other blocks ----------------------------------------------------------

    def _open_change(self, element: _Element) -> None:
        deleted = element.tag in {W + "del", W + "moveFrom"}
        if deleted and element.find(".//" + _P) is not None:
            self._open_ghost(element, element)
        else:
            self._enter(element, self._inline.begin_change(element, deleted=deleted))

    def _open_alternate(self, element: _Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self._enter(branch, None)

    def _comment(self, element: _Element) -> None:
        self._story.comments.setdefault(element.get(W + "id", ""), len(self._story.drafts))

    def _alternative(self, element: _Element) -> None:
        self._flush()
        if self._chunk is not None and self._ghosts is None:
            self._chunk(element.get(R + "id", ""), self._place)

    def _section(self, element: _Element) -> None:
        """The end of a section: how it began is said here."""
        kind = element.find(W + "type")
        style = kind.get(VAL) if kind is not None else "nextPage"
        drafts = self._story.drafts
        if self._sections and style not in {"continuous", "nextColumn"} and self._section_start < len(drafts):
            drafts[self._section_start].page_break = True
        self._sections += 1
        self._section_start = len(drafts)
        for name in ("header", "footer"):
            for reference in element.iterchildren(f"{W}{name}Reference"):
                self._story.headers.append((name, reference.get(R + "id", "")))


def _both(first: Callable[[], None], second: Callable[[], None]) -> Callable[[], None]:
    def leave() -> None:
        first()
        second()

    return leave
