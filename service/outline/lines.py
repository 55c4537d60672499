"""Headings inside a paragraph: a report typed with soft line breaks is judged as one paragraph a line.

Word counts such a report as few paragraphs, and so does every answer: `Parted.origin` leads back to them.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from service.language import opening, words_in
from service.model.record import replace
from service.outline.labels import LabelKind, read_label
from service.outline.looks import ENUMERATED, SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.model.manuscript import Aside, Cell, Look, Manuscript, Paragraph

_PROSE = 12
"""A line of so many words that ends a sentence is running text."""
_MOST_WORDS = {
    LabelKind.PART: 45, LabelKind.CHAPTER: 45, LabelKind.ROMAN: 40, LabelKind.CAPITAL: 40, LabelKind.ARTICLE: 40,
    LabelKind.DECIMAL: 16,
}  # fmt: skip
_CAPITALS = range(2, 46)
_PLAIN = range(2, 12)
_FEWEST_PLAIN = 2
"""So many short lines between running text in one paragraph are headings, though nothing marks them."""


class Parted(NamedTuple):
    """A manuscript in which every line that may be a heading is a paragraph."""

    manuscript: Manuscript
    origin: tuple[int, ...] | None = None
    """The Word paragraph that each paragraph is of; None where nothing was parted."""


def parted(manuscript: Manuscript) -> Parted:
    """Make a paragraph of each line where a paragraph of running text holds headings behind its first line."""
    whole = manuscript.paragraphs
    split = {paragraph.index for paragraph in whole if "\n" in paragraph.text and _holds_headings(paragraph)}
    if not split:
        return Parted(manuscript)
    pieces = [list(_lines(paragraph)) if paragraph.index in split else [paragraph] for paragraph in whole]
    origin = tuple(index for index, lines in enumerate(pieces) for _ in lines)
    moved = [0, *accumulate(map(len, pieces))]
    lines = (line for group in pieces for line in group)

    def asides(kept: tuple[Aside, ...]) -> tuple[Aside, ...]:
        return tuple(one if one.paragraph is None else replace(one, paragraph=moved[one.paragraph]) for one in kept)

    def cell(one: Cell) -> Cell:
        return replace(one, paragraphs=tuple(moved[index] for index in one.paragraphs))

    return Parted(
        replace(
            manuscript,
            paragraphs=tuple(replace(line, index=index) for index, line in enumerate(lines)),
            tables=tuple(replace(table, cells=tuple(map(cell, table.cells))) for table in manuscript.tables),
            notes=tuple(
                note if note.anchor is None else replace(note, anchor=moved[note.anchor]) for note in manuscript.notes
            ),
            hidden=asides(manuscript.hidden),
            comments=asides(manuscript.comments),
            insertions=asides(manuscript.insertions),
            deletions=asides(manuscript.deletions),
            legacy=asides(manuscript.legacy),
            unread=asides(manuscript.unread),
            prompts=asides(manuscript.prompts),
        ),
        origin,
    )


def _holds_headings(paragraph: Paragraph) -> bool:
    if paragraph.place.table is not None:
        return False
    lines = [line for line in map(str.strip, paragraph.text.split("\n")) if line]
    if not any(map(_is_prose, lines)):
        return False
    behind = range(1, len(lines))
    return any(_is_heading(lines, at) for at in behind) or (
        sum(_is_plain_title(lines, at) for at in behind) >= _FEWEST_PLAIN
    )


def _is_plain_title(lines: Sequence[str], at: int) -> bool:
    """Whether a short line stands between running text as a title does."""
    line = lines[at]
    if words_in(line) not in _PLAIN or not line[0].isupper() or line.endswith((*SENTENCE_END, ":")):
        return False
    return _is_prose(lines[at - 1]) and at + 1 < len(lines) and _is_prose(lines[at + 1])


def _is_prose(line: str) -> bool:
    return line.endswith((".", ";", ":", "!", "?", "…")) and words_in(line) >= _PROSE


def _is_heading(lines: Sequence[str], at: int) -> bool:
    """Whether a line may be a heading; one that only a number marks needs running text right below it."""
    line = lines[at]
    label = read_label(line)
    words = words_in(label.rest)
    if not words or line.endswith(SENTENCE_END) or ENUMERATED.match(opening(label.rest)):
        return False
    if label.kind is LabelKind.NONE:
        return words in _CAPITALS and line.isupper()
    if words > _MOST_WORDS.get(label.kind, 0):
        return False
    return label.kind is not LabelKind.DECIMAL or (at + 1 < len(lines) and _is_prose(lines[at + 1]))


def _lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The lines of a paragraph; its style and number are those of the first."""
    start = 0
    for line in paragraph.text.split("\n"):
        look = _look(paragraph.look, line, start)
        if start:
            look = replace(look, style="normal", outline_level=None, page_break_before=False)
        yield replace(paragraph, text=line, look=look, label="" if start else paragraph.label)
        start += len(line) + 1


def _look(look: Look, line: str, start: int) -> Look:
    """How a line looks that begins at `start`; of a paragraph only partly bold, no more than the beginning is known."""
    bold = min(max(look.bold_prefix - start, 0), len(line))
    return replace(look, bold=look.bold or bold == len(line) > 0, bold_prefix=bold, capitals=line.isupper())
