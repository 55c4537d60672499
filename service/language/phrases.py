"""Phrases of the rule pack found in running text, by spaCy's PhraseMatcher over folded syllables."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from service.language.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Commas and double quotes are no words here: "phương hướng, nhiệm vụ" is "phương hướng nhiệm vụ".
_SYLLABLE = re.compile(r"[^\W_]+|[^\w\s,\"]|_")

_LETTER = re.compile(r"[^\W\d_]")

_AT_ONCE = 2000
"""So many texts are one document of spaCy's, which takes a hundred bytes for a word."""


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
        from spacy.tokens import Doc  # noqa: PLC0415

        self._vocab = spacy.blank("xx").vocab
        self._make: Any = Doc
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH", validate=False)
        words = {name: [found for phrase in phrases if (found := syllables(phrase))] for name, phrases in lists.items()}
        for name, phrases in words.items():
            if phrases:
                self._matcher.add(name, [Doc(self._vocab, words=list(phrase)) for phrase in phrases])
        strings = self._vocab.strings
        lettered = all(map(_LETTER.search, (" ".join(phrase) for phrases in words.values() for phrase in phrases)))
        self._needed = _LETTER if lettered else _SYLLABLE
        """What stands in every text that a phrase may stand in: most cells of tables are digits alone."""
        self._numbers = {word: strings[word] for phrases in words.values() for phrase in phrases for word in phrase}
        """spaCy's number of every word of a phrase."""
        self._other = strings.add("\n")
        """The number of any other word, and of the end of a text: no phrase goes across it."""
        self._names = {strings[name]: name for name in words}
        """Each name by the number that the matcher gives it; looking it up there makes a new string every time."""

    def find(self, folded: str) -> tuple[Hit, ...]:
        """All hits in a folded text, by place, the longest of each name first; overlaps of one name dropped."""
        return longest(self.every(folded))

    def find_each(self, texts: Sequence[str]) -> list[tuple[Hit, ...]]:
        """What `find` finds in each of many folded texts, for much less than one by one."""
        searched = [text for text in dict.fromkeys(texts) if self._needed.search(text)]
        found: dict[str, tuple[Hit, ...]] = {}
        for first in range(0, len(searched), _AT_ONCE):
            some = searched[first : first + _AT_ONCE]
            found.update(zip(some, map(longest, self._search(some)), strict=True))
        return [found.get(text, ()) for text in texts]

    def every(self, folded: str) -> tuple[Hit, ...]:
        """All hits in a folded text, by place and the longest first, those that overlap included."""
        return tuple(self._search([folded])[0])

    def names(self, folded: str) -> frozenset[str]:
        """The names of the lists of which some phrase stands in a folded text."""
        return frozenset([hit.name for hit in self.every(folded)])

    def _search(self, texts: Sequence[str]) -> list[list[Hit]]:
        """The hits in each text: all texts are one document of spaCy's, since making one costs more than matching."""
        number, other = self._numbers.get, self._other
        words: list[int] = []
        begins: list[int] = []
        for text in texts:
            begins.append(len(words))
            words += map(number, _SYLLABLE.findall(text), repeat(other))
            words.append(other)
        names = self._names
        matches = [(first, -last, names[key]) for key, first, last in self._matcher(self._make(self._vocab, words))]
        matches.sort()
        found: list[list[Hit]] = [[] for _ in texts]
        begins.append(len(words))
        behind = 0
        for first, last, name in matches:
            if first >= behind:  # the first match in another text
                at = bisect_right(begins, first) - 1
                begin, behind = begins[at : at + 2]
                text, add = texts[at], found[at].append
                places = [word.span() for word in _SYLLABLE.finditer(text)]
            start, end = places[first - begin][0], places[-last - begin - 1][1]
            add(Hit(name, start, end, text[start:end]))
        return found


def longest(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Of hits in the order of `Phrasebook.every`, those that overlap no earlier one of their name."""
    if not hits:
        return ()
    kept: list[Hit] = []
    reached: dict[str, int] = {}
    for hit in hits:
        if hit.start >= reached.get(hit.name, 0):
            reached[hit.name] = hit.end
            kept.append(hit)
    return tuple(kept)
