"""The words of a paragraph with the places where they are stored, so that a quote can be found in them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from service.read.finish import tidy
from service.read.looks import is_on
from service.read.signs import symbol
from service.read.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

TEXT, DELETED_TEXT = W + "t", W + "delText"
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_SYMBOL, _RUN, _RPR = W + "sym", W + "r", W + "rPr"
_GONE = frozenset({W + "del", W + "moveFrom"})
_ENTERED = frozenset(
    W + name
    for name in ("hyperlink", "ins", "del", "moveTo", "moveFrom", "sdt", "sdtContent", "smartTag", "customXml",
                 "fldSimple", "dir", "bdo")
)  # fmt: skip
"""What may hold runs of the paragraph itself; drawings, formulas and alternatives keep their words to themselves."""
LAYERS: Final = ((False, False), (True, False), (True, True))
"""Ways to read a paragraph, one after another: without hidden and deleted words, with hidden ones, with both."""

_TOKEN = re.compile(r"[^\s!-@\[-`{-~]+|[!-@\[-`{-~]")
"""A word, or a sign or digit: what old fonts keep apart as Unicode does, and in the same order."""

_LONGEST = 100_000
"""A paragraph of more letters was made by no officer; no words are looked for in it."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One stored character: the text or sign element that holds it, and its offset there."""

    node: _Element
    offset: int


@dataclass(frozen=True, slots=True)
class _Piece:
    node: _Element
    text: str
    hidden: bool
    deleted: bool


@dataclass(frozen=True, slots=True)
class Layer:
    """A paragraph in the spelling that quotes are compared in."""

    letters: str
    places: tuple[tuple[int, int], ...]
    """For each letter the first and the last stored character that it comes from."""
    stored: tuple[Stored, ...]

    def find(self, quote: str) -> tuple[tuple[Stored, Stored], ...]:
        """The first and last stored character of each place where the quote stands; whole words where there are any."""
        found = list(_occurrences(self.letters, quote))
        whole = [at for at in found if self._is_whole(at, at + len(quote))]
        return tuple(
            (self.stored[self.places[at][0]], self.stored[self.places[at + len(quote) - 1][1]]) for at in whole or found
        )

    def _is_whole(self, start: int, end: int) -> bool:
        before, after = self.letters[start - 1 : start], self.letters[end : end + 1]
        inside = self.letters[start:end]
        return not (before.isalnum() and inside[0].isalnum()) and not (after.isalnum() and inside[-1].isalnum())


def comparable(text: str) -> str:
    """Text in the spelling that quotes are compared in: NFC, one kind of space, no case."""
    return "".join(letter for letter, _, _ in _letters(text)).strip()


def layer(paragraphs: Sequence[_Element], *, hidden: bool, deleted: bool) -> Layer:
    """The words of a paragraph, read from its elements."""
    pieces = [piece for paragraph in paragraphs for piece in _pieces(paragraph)]
    kept = [one for one in pieces if (hidden or not one.hidden) and (deleted or not one.deleted)]
    if sum(len(one.text) for one in kept) > _LONGEST:
        return Layer("", (), ())
    stored = tuple(Stored(one.node, offset) for one in kept for offset in range(len(one.text)))
    spelt = list(_letters("".join(one.text for one in kept)))
    return Layer("".join(letter for letter, _, _ in spelt), tuple((first, last) for _, first, last in spelt), stored)


def layer_as_read(paragraphs: Sequence[_Element], text: str) -> Layer:
    """The visible words of a paragraph as the reader gives them in `text`, where an old font stores them otherwise.

    Each word comes from a whole stored word. The layer is empty where the two can't be laid side by side.
    """
    stored = layer(paragraphs, hidden=False, deleted=False).stored
    kept = "".join(_letter_at(one) for one in stored)
    there, read = list(_TOKEN.finditer(kept)), list(_TOKEN.finditer(text))
    if len(there) != len(read) or any(one[0].upper() != other[0].upper() for one, other in _signs(there, read)):
        return Layer("", (), ())
    spans = [(0, 0)] * len(text)
    for one, other in zip(there, read, strict=True):
        spans[other.start() : other.end()] = [(one.start(), one.end() - 1)] * len(other[0])
    spelt = list(_letters(text))
    return Layer(
        "".join(letter for letter, _, _ in spelt),
        tuple((spans[first][0], spans[last][1]) for _, first, last in spelt),
        stored,
    )


def _letter_at(place: Stored) -> str:
    if place.node.tag in (TEXT, DELETED_TEXT):
        return (place.node.text or "")[place.offset]
    return _SIGNS.get(str(place.node.tag), "\ufffd")


def _signs(*both: Sequence[re.Match[str]]) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The pairs of tokens of which one is a sign or a digit."""
    return (pair for pair in zip(*both, strict=True) if any(len(one[0]) == 1 and one[0].isascii() for one in pair))


def _pieces(paragraph: _Element) -> Iterator[_Piece]:
    stack = [(iter(paragraph), False)]
    while stack:
        children, deleted = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
        elif child.tag == _RUN:
            yield from _of_run(child, deleted=deleted)
        elif child.tag in _ENTERED:
            stack.append((iter(child), deleted or child.tag in _GONE))


def _of_run(run: _Element, *, deleted: bool) -> Iterator[_Piece]:
    properties = run.find(_RPR)
    vanish = properties.find(W + "vanish") if properties is not None else None
    hidden = vanish is not None and is_on(vanish)
    for child in run:
        if child.tag in (TEXT, DELETED_TEXT):
            yield _Piece(child, child.text or "", hidden, deleted or child.tag == DELETED_TEXT)
        elif child.tag in _SIGNS:
            yield _Piece(child, _SIGNS[child.tag], hidden, deleted)
        elif child.tag == _SYMBOL:
            shown = symbol(child.get(W + "char", ""), child.get(W + "font", ""))
            yield _Piece(child, shown[:1], hidden, deleted)


def _letters(text: str) -> Iterator[tuple[str, int, int]]:
    """Each comparable letter with the first and last character that it comes from."""
    spaced = True
    for first, last in _clusters(text):
        for letter in tidy(text[first : last + 1]).casefold():
            if letter.isspace():
                if not spaced:
                    yield " ", first, last
                spaced = True
            else:
                yield letter, first, last
                spaced = False


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """A character and the marks that are typed after it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, at - 1
            start = at


def _occurrences(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + len(quote))
