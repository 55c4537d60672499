"""From drafts to paragraphs: decoded, normalised, with their looks and what was kept apart."""

from __future__ import annotations

from collections import deque
from itertools import groupby
from typing import TYPE_CHECKING

from service.model.manuscript import Cell, Look, Paragraph, Table
from service.read.asides import Asides
from service.read.decoding import unify
from service.read.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.read.shown import RunFormat
    from service.read.story import Change, Draft, Grid, Piece, Story

__all__ = ["Finisher", "plain", "tables", "tidy"]

Shown = list[tuple[str, "RunFormat"]]
"""The visible runs of a paragraph: words and how they are shown."""


class Finisher:
    """Turns the drafts of one story into what the manuscript holds."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._passages = unify(story.drafts)
        self._looks: dict[tuple[object, ...], Look] = {}
        self._plain_looks: dict[tuple[object, ...], Look] = {}
        self.hidden = Asides()
        self.insertions = Asides()
        self.deletions = Asides()
        self.legacy = Asides()
        self.prompts = Asides()

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Finish every paragraph in order; fills the lists of what is kept apart."""
        stray = deque(self._story.stray)
        last = len(self._story.drafts) - 1
        finished = []
        for index, draft in enumerate(self._story.drafts):
            while stray and stray[0][2] <= index:
                self._add_stray(*stray.popleft(), last)
            finished.append(self._paragraph(index, draft))
        for one in stray:
            self._add_stray(*one, last)
        return tuple(finished)

    def _add_stray(self, text: str, change: Change, at: int, last: int) -> None:
        self.deletions.add(text, min(at, last) if last >= 0 else None, change.author, joins=True)

    def _paragraph(self, index: int, draft: Draft) -> Paragraph:
        pieces = draft.pieces
        if not pieces:
            return Paragraph(index, "", draft.label, self._look(draft, (), ""), draft.place)
        words, first, change = pieces[0]
        if first.hidden or change is not None or (len(pieces) > 1 and not _is_uniform(pieces)):
            visible = self._set_apart(index, pieces)
        else:
            visible = [(words if len(pieces) == 1 else "".join([piece[0] for piece in pieces]), first)]
        if index in self._passages:
            self.legacy.add(self._passages[index].text, index, self._passages[index].font)
        visible = _in_capitals(visible)
        text = tidy(visible[0][0] if len(visible) == 1 else "".join([shown for shown, _ in visible]))
        return Paragraph(index, text, draft.label, self._look(draft, visible, text), draft.place)

    def _set_apart(self, index: int, pieces: Sequence[Piece]) -> Shown:
        """The visible runs; what isn't visible, or not accepted yet, is put on its list."""
        visible: Shown = []
        for (fate, author), group in groupby(pieces, _fate):
            runs = [(words, look) for words, look, _ in group]
            if fate is not None:
                kept: Asides = getattr(self, fate)
                kept.add("".join([words for words, _ in runs]), index, author)
            if fate in {None, "insertions"}:
                visible += runs
        return visible

    def _look(self, draft: Draft, visible: Sequence[tuple[str, RunFormat]], text: str) -> Look:
        if len(visible) != 1:
            return self._mixed_look(draft, visible, text)
        # What is compared is the same object wherever it is equal; hashing what it holds would cost more than it saves.
        look = visible[0][1]
        key = (id(draft.style), id(draft.look), id(look), len(text) if look.bold else 0, text.isupper(),
               draft.page_break, draft.contents, text == "" or text.isspace())  # fmt: skip
        found = self._plain_looks.get(key)
        if found is None:
            found = self._plain_looks[key] = self._mixed_look(draft, visible, text)
        return found

    def _mixed_look(self, draft: Draft, visible: Sequence[tuple[str, RunFormat]], text: str) -> Look:
        shown = [look for words, look in visible if words and not words.isspace()]
        bold = bool(shown) and all(look.bold for look in shown)
        prefix = len(text) if bold else (_bold_prefix(visible) if shown and len(visible) > 1 else 0)
        said = draft.look
        key = (
            draft.style.name,
            said.outline if said.outline is not None and 0 <= said.outline <= 8 else None,
            bold,
            prefix,
            bool(shown) and all(look.italic for look in shown),
            bool(shown) and all(look.underlined for look in shown),
            text.isupper(),
            bool(said.centred),
            shown[0].size if shown else None,
            bool(draft.page_break or said.page_break),
            draft.contents,
        )
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = Look(*key)
        return found


def _in_capitals(visible: Shown) -> Shown:
    """The runs with what formatting shows in capitals written so."""
    for _, look in visible:
        if look.caps:
            return [(words.upper() if shown.caps else words, shown) for words, shown in visible]
    return visible


def _fate(piece: Piece) -> tuple[str | None, str]:
    """The list that a run is put on, if any, and whose change it is."""
    _, look, change = piece
    if change is not None and change.deleted:
        return ("prompts", "") if change.prompt else ("deletions", change.author)
    if look.hidden:
        return "hidden", ""
    return ("insertions", change.author) if change is not None else (None, "")


def _is_uniform(pieces: Sequence[Piece]) -> bool:
    first = pieces[0][1]
    return all(look is first and change is None for _, look, change in pieces)


def _bold_prefix(visible: Sequence[tuple[str, RunFormat]]) -> int:
    bold = ""
    for text, look in visible:
        if not look.bold and text.strip():
            break
        bold += text
    else:
        return 0
    return len(tidy(bold.rstrip())) if bold.strip() else 0


def tables(grids: Iterable[Grid], paragraphs: Sequence[Paragraph]) -> tuple[Table, ...]:
    """The tables of a story, once its paragraphs are finished."""
    return tuple(
        Table(grid.index, grid.rows, grid.columns, tuple(_cells(grid, paragraphs)), grid.parent) for grid in grids
    )


def _cells(grid: Grid, paragraphs: Sequence[Paragraph]) -> list[Cell]:
    cells = []
    for cell in grid.cells:
        text = "\n".join(paragraphs[index].text for index in cell.paragraphs)
        cells.append(Cell(cell.row, cell.column, cell.height, cell.width, tuple(cell.paragraphs), text))
    return cells


def plain(drafts: Sequence[Draft]) -> str:
    """The words of a note or comment, one line a paragraph."""
    unify(drafts)
    lines = []
    for draft in drafts:
        shown = [
            (text, look) for text, look, change in draft.pieces if not look.hidden and not (change and change.deleted)
        ]
        lines.append(tidy("".join([text for text, _ in _in_capitals(shown)])).strip())
    return "\n".join(line for line in lines if line)
