"""The walk through tables: rows and cells as a grid, merged and deleted ones included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from service.model.manuscript import Place
from service.read.looks import SILENT, whole
from service.read.story import Change, DraftCell, Grid
from service.read.xml import VAL, W, child

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element

    from service.read.inline import Inline
    from service.read.properties import CellProperties, Properties
    from service.read.story import Cursor, Story
    from service.read.tablestyles import TableLook, TableStyles

_TRPR, _DELETED, _INSERTED, _BEFORE = (W + name for name in ("trPr", "del", "ins", "gridBefore"))
_MAX_SPAN = 200


class Walk(Protocol):
    """What the walk through tables needs of the walk through the part."""

    cursor: Cursor

    def enter(self, element: Iterable[_Element], leave: Callable[[], None] | None) -> None:
        """Go into an element; `leave` is called at its end."""

    def flush(self) -> None:
        """End of a container: nothing more joins a paragraph whose mark is deleted."""

    def drop_joined(self) -> None:
        """Forget a paragraph whose mark is deleted."""


class Tabling:
    """Opens tables, rows and cells for the walk through a part."""

    def __init__(self, walk: Walk, story: Story, properties: Properties, inline: Inline, looks: TableStyles) -> None:
        self._walk = walk
        self._cursor: Cursor = walk.cursor
        self._story = story
        self._properties = properties
        self._inline = inline
        self._looks = looks
        self._look: TableLook | None = None
        self._row: _Element | None = None
        self._column = 0
        self._below: dict[int, DraftCell] = {}

    def open_table(self, element: _Element) -> None:
        """Begin a `w:tbl`."""
        self._walk.flush()
        cursor = self._cursor
        before = (cursor.grid, cursor.cell, cursor.place, self._look, self._row)
        grid = Grid(len(self._story.grids), cursor.grid.index if cursor.grid else None)
        if cursor.ghosts is None:
            self._story.grids.append(grid)
        cursor.grid, cursor.cell = grid, None
        self._look, self._row = self._looks.of_table(element), None

        def leave() -> None:
            cursor.grid, cursor.cell, cursor.place, self._look, self._row = before

        self._walk.enter(element, leave)

    def open_row(self, element: _Element) -> None:
        """Begin a `w:tr`."""
        grid = self._cursor.grid
        if grid is None:
            self._walk.enter(element, None)
            return
        gone, added, before = _row_properties(element)
        if gone is not None:
            self.open_ghost(element, gone)
            return
        self._column = before
        self._below, self._row = {}, element
        below = self._below
        if self._cursor.ghosts is None:
            grid.rows += 1

        def leave() -> None:
            grid.above = below

        ends = self._inline.begin_change(added, deleted=False) if added is not None else None
        self._walk.enter(element, _both(leave, ends) if ends else leave)

    def open_cell(self, element: _Element) -> None:
        """Begin a `w:tc`."""
        cursor, grid = self._cursor, self._cursor.grid
        if grid is None:
            self._walk.enter(element, None)
            return
        found = self._properties.cell(element)
        if found.deleted is not None:
            self.open_ghost(element, found.deleted)
            return
        column, row, width = self._column, max(grid.rows - 1, 0), found.width
        grid.columns = max(grid.columns, column + width)
        over = self._continued(grid, found, column, row) if found.below or found.beside else None
        before = (cursor.cell, cursor.place, cursor.look, cursor.covered, column + width, self._below, self._row)
        if over is None:
            cell = self._below[column] = DraftCell(row, column, width)
            grid.cells.append(cell)
        else:
            self._below[column] = over
            cell = DraftCell(row, column, width) if found.below else over
            cursor.covered = cursor.covered or found.below  # nothing of it is shown
        cursor.cell = cell
        cursor.place = Place(grid.index, row, column, cursor.place.text_box)
        cursor.look = SILENT if self._look is None else self._look.of_cell(self._row, element)

        def leave() -> None:
            self._walk.flush()
            (cursor.cell, cursor.place, cursor.look, cursor.covered, self._column, self._below, self._row) = before

        self._walk.enter(element, leave)

    def _continued(self, grid: Grid, found: CellProperties, column: int, row: int) -> DraftCell | None:
        """The cell that this one goes on with, from above or from the left."""
        if found.below:
            above = grid.above.get(column)
            if above is not None:
                above.height = row - above.row + 1
            return above
        if found.beside and self._below:
            left = next(reversed(self._below.values()))
            left.width = column + 1 - left.column
            return left
        return None

    def open_ghost(self, element: _Element, change: _Element) -> None:
        """A deleted row, cell or block: its words are kept as a deletion, its paragraphs don't count."""
        cursor = self._cursor
        before = cursor.ghosts
        cursor.ghosts = before or Change(deleted=True, author=change.get(W + "author", ""))

        def leave() -> None:
            self._walk.drop_joined()
            cursor.ghosts = before

        self._walk.enter(element, leave)


def _row_properties(row: _Element) -> tuple[_Element | None, _Element | None, int]:
    """Its deletion, its insertion, and how many columns lie before its first cell."""
    gone = added = None
    before = 0
    properties = child(row, _TRPR)
    for said in properties if properties is not None else ():
        if said.tag == _DELETED:
            gone = said
        elif said.tag == _INSERTED:
            added = said
        elif said.tag == _BEFORE:
            before = min(max(whole(said.get(VAL)) or 0, 0), _MAX_SPAN)
    return gone, added, before


def _both(first: Callable[[], None], second: Callable[[], None]) -> Callable[[], None]:
    def leave() -> None:
        first()
        second()

    return leave
