"""From drafts to paragraphs: decoded, normalised, with their looks and what was kept apart."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from service.model.manuscript import Aside, Cell, Look, Paragraph, Table
from service.read import legacy
from service.read.legacy import Encoding, Survey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from service.read.shown import RunFormat
    from service.read.story import Draft, Grid, Piece, Story

# Spaces of every width become plain ones; what has no width goes; Ƣ and ƣ are how old PDFs give Ư and ư.
_ODD_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NO_WIDTH = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\ufeff"
)
_TABLE: dict[int, str | None] = (
    dict.fromkeys(map(ord, _ODD_SPACES), " ")
    | dict.fromkeys(map(ord, _NO_WIDTH), None)
    | {0x01A2: "Ư", 0x01A3: "ư", 0x2028: "\n", 0x2029: "\n"}
)
_ODD = re.compile("[" + "".join(map(chr, _TABLE)) + "]")


def tidy(text: str) -> str:
    """NFC, plain spaces, nothing without width."""
    if text.isascii():
        return text
    if _ODD.search(text):
        text = text.translate(_TABLE)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


class Finisher:
    """Turns the drafts of one story into what the manuscript holds."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._survey = Survey(lambda: _passages(story.drafts))
        self._looks: dict[tuple[object, ...], Look] = {}
        self._plain_looks: dict[tuple[object, ...], Look] = {}
        self.hidden: list[Aside] = []
        self.insertions: list[Aside] = []
        self.deletions: list[Aside] = []
        self.legacy: list[Aside] = []

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Finish every paragraph in order; fills the lists of what is kept apart."""
        stray = list(self._story.stray)
        last = len(self._story.drafts) - 1
        finished = []
        for index, draft in enumerate(self._story.drafts):
            while stray and stray[0][2] <= index:
                self._add_stray(stray.pop(0), last)
            finished.append(self._paragraph(index, draft))
        for one in stray:
            self._add_stray(one, last)
        return tuple(finished)

    def _add_stray(self, stray: tuple[str, object, int], last: int) -> None:
        text, change, at = stray
        author = getattr(change, "author", "")
        _add(self.deletions, tidy(text), min(at, last) if last >= 0 else None, author, joins=True)

    def _paragraph(self, index: int, draft: Draft) -> Paragraph:
        pieces = draft.pieces
        if not pieces:
            return Paragraph(index, "", draft.label, self._look(draft, (), ""), draft.place)
        text, first, change = pieces[0]
        if first.hidden or change is not None or not _is_uniform(pieces):
            visible = self._set_apart(index, pieces)
        elif len(pieces) == 1:
            visible = [(text, first)]
        else:
            visible = [("".join([piece[0] for piece in pieces]), first)]
        visible = self._decode(index, visible)
        text = tidy("".join([shown for shown, _ in visible]))
        return Paragraph(index, text, draft.label, self._look(draft, visible, text), draft.place)

    def _set_apart(self, index: int, pieces: Sequence[Piece]) -> list[tuple[str, RunFormat]]:
        visible: list[tuple[str, RunFormat]] = []
        previous: object = None
        for piece in pieces:
            words, look, change = piece
            kind: object = None
            if change is not None and change.deleted:
                kind = ("deleted", change.author)
                self._keep(self.deletions, piece, index, change.author, joins=kind == previous)
            elif look.hidden:
                kind = "hidden"
                self._keep(self.hidden, piece, index, "", joins=kind == previous)
            else:
                if change is not None:
                    kind = ("inserted", change.author)
                    self._keep(self.insertions, piece, index, change.author, joins=kind == previous)
                visible.append((words, look))
            previous = kind
        return visible

    def _keep(self, asides: list[Aside], piece: Piece, index: int, author: str, *, joins: bool) -> None:
        text = legacy.decode(piece[0], piece[1].font, self._survey)[0]
        _add(asides, tidy(text), index, author, joins=joins)

    def _decode(self, index: int, visible: list[tuple[str, RunFormat]]) -> list[tuple[str, RunFormat]]:
        if not any(_needs_decoding(text, look) for text, look in visible):
            if any(look.caps for _, look in visible):
                return [(text.upper() if look.caps else text, look) for text, look in visible]
            return visible
        decoded: list[tuple[str, RunFormat]] = []
        changed: list[str] = []
        font = ""
        for stretch in _by_font(visible):
            whole = "".join(text for text, _ in stretch)
            words, encoding = legacy.decode(whole, stretch[0][1].font, self._survey)
            if encoding is not Encoding.UNICODE and words != whole:
                changed.append(tidy(words))
                font = font or stretch[0][1].font
            decoded.extend(_shared_out(stretch, words, encoding))
        if changed:
            self.legacy.append(Aside("".join(changed), index, font))
        return [(text.upper() if look.caps else text, look) for text, look in decoded]

    def _look(self, draft: Draft, visible: Sequence[tuple[str, RunFormat]], text: str) -> Look:
        if len(visible) != 1:
            return self._mixed_look(draft, visible, text)
        # What is compared is the same object wherever it is equal; hashing what it holds would cost more than it saves.
        look = visible[0][1]
        key = (id(draft.style), id(draft.look), id(look), len(text) if look.bold else 0, text.isupper(),
               draft.page_break, text == "" or text.isspace())  # fmt: skip
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
        )
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = Look(*key)
        return found


def _add(asides: list[Aside], text: str, index: int | None, author: str, *, joins: bool) -> None:
    """Add an aside, or go on with the last one."""
    last = asides[-1] if asides else None
    if last and joins and last.paragraph == index and last.author == author:
        asides[-1] = Aside(tidy(last.text + text), index, author)
    elif text.strip():
        asides.append(Aside(text, index, author))


def _passages(drafts: Iterable[Draft]) -> Iterator[tuple[str, str]]:
    """Font and text of every stretch."""
    for draft in drafts:
        for stretch in _by_font([piece[:2] for piece in draft.pieces]):
            yield stretch[0][1].font, "".join([text for text, _ in stretch])


def _is_uniform(pieces: Sequence[Piece]) -> bool:
    first = pieces[0][1]
    return all(look is first and change is None for _, look, change in pieces)


def _needs_decoding(text: str, look: RunFormat) -> bool:
    return look.legacy or (not text.isascii() and legacy.is_suspect(text))


def _by_font(visible: Sequence[tuple[str, RunFormat]]) -> list[list[tuple[str, RunFormat]]]:
    """Neighbouring runs of one font together: a letter may be split over them."""
    stretches: list[list[tuple[str, RunFormat]]] = []
    for text, look in visible:
        if stretches and stretches[-1][0][1].font == look.font:
            stretches[-1].append((text, look))
        else:
            stretches.append([(text, look)])
    return stretches


def _shared_out(stretch: list[tuple[str, RunFormat]], words: str, encoding: Encoding) -> list[tuple[str, RunFormat]]:
    """Give every run of a decoded stretch its part back."""
    if len({id(look) for _, look in stretch}) == 1:
        return [(words, stretch[0][1])]
    cuts = _vni_cuts(stretch) if encoding is Encoding.VNI else [len(text) for text, _ in stretch]
    shared, at = [], 0
    for number, ((_, look), size) in enumerate(zip(stretch, cuts, strict=True)):
        end = at + size if number < len(cuts) - 1 else len(words)
        shared.append((words[at:end], look))
        at = end
    return shared


def _vni_cuts(stretch: list[tuple[str, RunFormat]]) -> list[int]:
    """How many letters each run ends up with: decoding the text up to its end tells."""
    cuts, before, typed = [], 0, ""
    for text, _ in stretch:
        typed += text
        upto = len(legacy.apply(typed, Encoding.VNI))
        cuts.append(upto - before)
        before = upto
    return cuts


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


def plain(drafts: Iterable[Draft]) -> str:
    """The words of a note or comment, one line a paragraph."""
    drafts = list(drafts)
    survey = Survey(lambda: _passages(drafts))
    lines = []
    for draft in drafts:
        shown = [
            (text, look) for text, look, change in draft.pieces if not look.hidden and not (change and change.deleted)
        ]
        words = [legacy.decode("".join(t for t, _ in one), one[0][1].font, survey)[0] for one in _by_font(shown)]
        lines.append(tidy("".join(words)).strip())
    return "\n".join(line for line in lines if line)
