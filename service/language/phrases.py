"""Phrases of the rule pack found in running text, by spaCy's PhraseMatcher over folded syllables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from service.language.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Commas and double quotes are no words here: "phương hướng, nhiệm vụ" is "phương hướng nhiệm vụ".
_SYLLABLE = re.compile(r"[^\W_]+|[^\w\s,\"]|_")


def syllables(text: str) -> tuple[str, ...]:
    """The folded syllables and signs of a text, as phrases are compared: two phrases with the same are one."""
    return tuple(_SYLLABLE.findall(fold(text)))


class Hit(NamedTuple):
    """One phrase found: `text[start:end]` reads as one of the phrases listed under `name`."""

    name: str
    start: int
    end: int
    phrase: str
    """The words found, folded."""


class Phrasebook:
    """Finds all phrases of many named lists in one pass.

    spaCy is imported when the first book is made, not with this module: it costs more than a second.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        import spacy  # noqa: PLC0415 - see the class
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415

        self._vocab = spacy.blank("xx").vocab
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH", validate=True)
        for name, phrases in lists.items():
            docs = [doc for phrase in phrases if len(doc := self._doc(fold(phrase))[0])]
            if docs:
                self._matcher.add(name, docs)
        self._names = {self._vocab.strings[name]: name for name in lists}
        """Each name by the number that the matcher gives it; looking it up there makes a new string every time."""

    def find(self, folded: str) -> tuple[Hit, ...]:
        """All hits in a folded text, by place, the longest of each name first; overlaps of one name dropped."""
        return longest(self.every(folded))

    def every(self, folded: str) -> tuple[Hit, ...]:
        """All hits in a folded text, by place and the longest first, those that overlap included."""
        doc, places = self._doc(folded)
        if not places:
            return ()
        names = self._names
        found = [(first, -last, names[key]) for key, first, last in self._matcher(doc)]
        found.sort()
        spans = ((name, places[first][0], places[-last - 1][1]) for first, last, name in found)
        return tuple([Hit(name, start, end, folded[start:end]) for name, start, end in spans])

    def names(self, folded: str) -> frozenset[str]:
        """The names of the lists of which some phrase stands in a folded text."""
        return frozenset([hit.name for hit in self.every(folded)])

    def _doc(self, folded: str) -> tuple[Any, list[tuple[int, int]]]:
        from spacy.tokens import Doc  # noqa: PLC0415 - loaded by then

        places = [found.span() for found in _SYLLABLE.finditer(folded)]
        return Doc(self._vocab, words=[folded[start:end] for start, end in places]), places


def longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Of hits in the order of `Phrasebook.every`, those that overlap no earlier one of their name."""
    kept: list[Hit] = []
    reached: dict[str, int] = {}
    for hit in hits:
        if hit.start >= reached.get(hit.name, 0):
            reached[hit.name] = hit.end
            kept.append(hit)
    return tuple(kept)
