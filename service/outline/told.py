"""What the lines of a file say, and where they say it again: headings repeat what a table of contents told."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from service.language import fold
from service.outline.labels import Label, LabelKind, read_label
from service.outline.looks import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from service.model.manuscript import Paragraph

STRONG = frozenset((LabelKind.PART, LabelKind.CHAPTER, LabelKind.ROMAN, LabelKind.CAPITAL))
"""Labels of parts and sections."""
_TELLING = 3
"""An entry of so many words is also repeated by a longer or shorter line that begins like it."""
_LINE = 240
_LEADERS = " \t\n\u00a0.…_"


class Told:
    """What the paragraphs of the file say; most files are never asked, as they have no contents."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs

    @cached_property
    def lines(self) -> Sequence[tuple[str, int]]:
        """How they begin, in alphabetical order."""
        said = []
        for paragraph in self._paragraphs:
            words = read_label(paragraph.text[:_LINE], paragraph.label).rest
            line = without_page(fold(words.partition("\n")[0])).strip(" .:;,")
            if line and not line.isdecimal():
                said.append((line, paragraph.index))
        return sorted(said)

    @cached_property
    def labels(self) -> Mapping[tuple[LabelKind, int], int]:
        """Where each strong label stands last."""
        read = (
            (read_label(paragraph.text[:_LINE], paragraph.label), paragraph.index) for paragraph in self._paragraphs
        )
        return {(label.kind, label.number): index for label, index in read if label.kind in STRONG}

    def again(self, entry: str, run: range) -> bool:
        """Whether a paragraph outside `run` says an entry: the same words, or what begins like it."""
        return next(self.sayings(entry, run), None) is not None

    def sayings(self, entry: str, run: range) -> Iterator[int]:
        """Indexes of the paragraphs outside `run` that say an entry."""
        words = entry.split()
        yield from (index for line, index in self._beginning(entry) if line == entry and index not in run)
        if len(words) < _TELLING:
            return
        yield from (index for _, index in self._beginning(f"{entry} ") if index not in run)
        for shorter in (" ".join(words[:count]) for count in range(_TELLING, len(words))):
            yield from (index for line, index in self._beginning(shorter) if line == shorter and index not in run)

    def is_head(self, index: int, said: set[int]) -> bool:
        """Whether a line that says an entry stands above text of its own: neither an item of a list nor a row's cell.

        Args:
            index: where it stands.
            said: where this entry and the others are said.
        """
        line = self._paragraphs[index]
        behind = (self._paragraphs[at] for at in range(index + 1, len(self._paragraphs)))
        below = next((each for each in behind if each.text.strip()), None)
        if below is None:
            return True
        if line.place.table is not None and (line.place.table, line.place.row) == (below.place.table, below.place.row):
            return False
        return below.index not in said or label_of(below)[:2] != label_of(line)[:2]

    def _beginning(self, words: str) -> Iterator[tuple[str, int]]:
        for at in range(bisect_left(self.lines, (words, -1)), len(self.lines)):
            if not self.lines[at][0].startswith(words):
                return
            yield self.lines[at]

    def numbered_again(self, label: Label, run: range) -> bool:
        """Whether the same number of a part or chapter stands behind `run`."""
        return self.labels.get((label.kind, label.number), -1) >= run.stop

    def parted_before(self, index: int) -> bool:
        """Whether a part, chapter or section of the report has begun above a paragraph."""
        return any(label_of(paragraph).kind in STRONG for paragraph in self._paragraphs[:index])


def without_page(words: str) -> str:
    """An entry without the page behind it. Not a pattern: rows of thousands of dots are real."""
    entry = words.rstrip("0123456789")
    bare = entry.rstrip(_LEADERS)
    return bare if len(words) - 3 <= len(entry) < len(words) and len(bare) < len(entry) else words
