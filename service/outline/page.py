"""What every judge of headings shares: the page it looks on, what stands below a line, and the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from service.language import words_in
from service.model.record import replace
from service.outline.labels import LabelKind, read_label
from service.outline.looks import in_capitals, label_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.manuscript import Cell, Look, Manuscript, Paragraph, Table

ANNEX_RANK = 5
_RUNNING = 100
"""A paragraph outside tables of so many characters is running text."""
_FEWEST_RUNNING = 3
_QUOTED = 12
"""No quotation goes on for more paragraphs; a quote that isn't closed by then was forgotten."""
TEXT_BELOW = 12
"""So many words in the next paragraph are text for a heading to stand above."""


class Verdict(NamedTuple):
    """That a paragraph is a heading: how high it stands, how sure that is, and why."""

    rank: int
    confidence: float
    reason: str


class Page(NamedTuple):
    """The paragraphs among which headings are looked for."""

    paragraphs: Sequence[Paragraph]
    """All of the file, without looks that its running text has, too."""
    end: int
    """First paragraph that no longer belongs to the document."""
    frames: frozenset[int]
    """Tables that only frame a heading."""
    skipped: frozenset[int]
    """Paragraphs of a table of contents."""
    quoted: frozenset[int]
    """Paragraphs that go on with a quotation."""

    def following(self, index: int) -> Paragraph | None:
        """The next paragraph with words within three, or None."""
        near = self.paragraphs[index + 1 : min(self.end, index + 4)]
        return next((paragraph for paragraph in near if paragraph.text.strip()), None)

    def preceding(self, index: int) -> Paragraph | None:
        """The paragraph with words within three before it, or None."""
        near = self.paragraphs[max(index - 3, 0) : index]
        return next((paragraph for paragraph in reversed(near) if paragraph.text.strip()), None)

    def outside(self, paragraph: Paragraph) -> bool:
        """Whether it stands in no table, or in one that only frames it."""
        return paragraph.place.table is None or paragraph.place.table in self.frames


def page(manuscript: Manuscript, skipped: frozenset[int]) -> Page:
    """The page of a file with one document."""
    frames = (table.index for table in manuscript.tables if _frames_heading(manuscript, table))
    return Page(
        _tempered(manuscript.paragraphs),
        len(manuscript.paragraphs),
        frozenset(frames),
        skipped,
        _quoted(manuscript.paragraphs),
    )


def _quoted(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs of quotations over several: their headings are those of another document."""
    open_quotes = [
        one.text.count("“") - one.text.count("”") if "“" in one.text or "”" in one.text else 0 for one in paragraphs
    ]
    found: set[int] = set()
    for index, opened in enumerate(open_quotes):
        if opened == 1 and index not in found:
            changes = (at for at in range(index + 1, min(index + _QUOTED, len(paragraphs))) if open_quotes[at])
            close = next(changes, None)
            if close is not None and open_quotes[close] == -1:
                begins = paragraphs[index].text.lstrip().startswith("“")
                if not begins and words_in(paragraphs[index].text) < TEXT_BELOW:
                    continue  # a title whose quote was forgotten to be closed
                found.update(range(index if begins else index + 1, close + 1))
    return frozenset(found)


def _tempered(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs without the looks that say nothing: bold type or capitals that the running text has, too."""
    running = [one.look for one in paragraphs if len(one.text) >= _RUNNING and one.place.table is None]
    bold = sum(look.bold for look in running) > len(running) / 2
    capitals = sum(look.capitals for look in running) > len(running) / 2
    if len(running) < _FEWEST_RUNNING or not (bold or capitals):
        return paragraphs
    return [replace(one, look=_without(one.look, bold=bold, capitals=capitals)) for one in paragraphs]


def _without(look: Look, *, bold: bool, capitals: bool) -> Look:
    if bold:
        look = replace(look, bold=False, bold_prefix=0)
    return replace(look, capitals=False) if capitals else look


def _frames_heading(manuscript: Manuscript, table: Table) -> bool:
    """Whether a table only holds a heading: in its one cell, in one filled cell of a row, or number beside title."""
    if table.rows != 1 and len(table.cells) != 1:
        return False
    filled = [cell for cell in table.cells if cell.text.strip()]
    if sum(words_in(cell.text) for cell in filled) > 45:
        return False
    if len(table.cells) == 1:
        return True
    if len(filled) == 1:
        return read_label(filled[0].text.strip()).number > 0
    return len(filled) == 2 and _number_and_title(manuscript, *filled)


def _number_and_title(manuscript: Manuscript, number: Cell, title: Cell) -> bool:
    label = read_label(f"{number.text.strip()} X")
    if not label.number or label.rest != "X" or words_in(title.text) < 2:
        return False
    lines = [manuscript.paragraphs[at] for at in title.paragraphs if manuscript.paragraphs[at].text.strip()]
    return all(line.look.bold or in_capitals(line) for line in lines)


def words_below(on: Page, index: int) -> int:
    """How many words the next paragraph has; 0 where that is a table."""
    below = on.following(index)
    return words_in(below.text) if below is not None and below.place.table is None else 0


def stands_before_table(on: Page, index: int) -> bool:
    """Whether a table is the next thing with words."""
    below = on.following(index)
    return below is not None and below.place.table is not None and below.place.column == 0


def table_below(on: Page, index: int) -> bool:
    """Whether a table follows, perhaps below its caption."""
    if stands_before_table(on, index):
        return True
    below = on.following(index)
    return below is not None and label_of(below).kind is LabelKind.NONE and stands_before_table(on, below.index)
