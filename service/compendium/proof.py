"""The proof: a piece is read back with the reader, and every word of its source must stand in it, in order."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from service.read import compact, xml
from service.read.body import Body
from service.read.looks import whole
from service.read.numbering import Numbering
from service.read.story import Story
from service.read.styles import Styles
from service.read.stylesheet import Sheet
from service.read.tidy import tidy
from service.read.xml import VAL, W, child

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from service.compendium.numbers import Lists
    from service.compendium.sheet import Stylesheet
    from service.compendium.survey import Survey
    from service.model.city import Passage
    from service.read.story import Draft

_TEXT = (W + "t", compact.WORDS)
_HEAD = b"<w:sdtContent"
_END = b"</w:sdtContent>"


class Line(NamedTuple):
    """A paragraph as the proof compares it: without spaces, capitals as small letters."""

    label: str
    words: str


class Reader:
    """Reads pieces of the compendium as anyone will who opens it."""

    def __init__(self, sheet: Stylesheet) -> None:
        self._styles = Styles(sheet, {})

    def lines(self, piece: bytes, lists: Lists) -> list[Line]:
        """The paragraphs of a piece: a `w:sdtContent` with everything in it, and the lists that it names."""
        if piece.startswith(_HEAD) and piece.endswith(_END):
            head, _, content = piece[len(_HEAD) : -len(_END)].partition(b">")
            document, blocks = compact.parse(b"<w:document%b><w:body>%b</w:body></w:document>" % (head, content))
            root = next(document.iterchildren(W + "body"))
        else:
            root, blocks = xml.parse(piece), compact.Blocks([])
        story = Story()
        Body(story, self._styles, Numbering(xml.parse(lists.part()), self._styles, {}), {}, blocks=blocks).walk(root)
        return [Line(_squeezed(draft.label), _words(draft)) for draft in story.drafts]

    def note(self, note: bytes) -> str:
        """The words of a note."""
        story = Story()
        Body(story, self._styles, Numbering(None, self._styles, {}), {}).walk(xml.parse(note))
        return "".join(map(_words, story.drafts))


def expected(passages: Iterable[Passage]) -> Iterator[Line]:
    """What must stand in a section, paragraph by paragraph; the reader may have told one in several lines."""
    for _, group in groupby(passages, key=lambda passage: passage.paragraph):
        lines = list(group)
        yield Line(_squeezed(lines[0].label), squeezed("".join(line.text for line in lines)))


def holds(found: Iterable[Line], wanted: Iterable[Line]) -> bool:
    """Whether all that is wanted stands in what is found, in that order."""
    rest = iter(found)
    return all(any(line == other for other in rest) for line in wanted if line.words)


def squeezed(text: str) -> str:
    """Words without what may differ: spaces, and capitals that a style shows."""
    return _squeezed(tidy(text))


def _squeezed(text: str) -> str:
    return "".join(text.casefold().split())


def _words(draft: Draft) -> str:
    return squeezed("".join([text for text, look, _ in draft.pieces if not look.hidden]))


def all_hold(found: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether each of these notes is there, in that order."""
    rest = iter(found)
    return all(any(one == other for other in rest) for one in wanted)


def is_plain(pieces: Sequence[Survey], lists: Lists, passages: Sequence[Passage]) -> bool:
    """Whether exactly these passages stand in these pieces, letter by letter, with their numbers.

    Sure where it says so, and quick; where it doesn't, the reader itself must tell: a piece may hold more than its
    passages, or words that are no plain text (in text boxes, formulas, symbols).
    """
    if squeezed("".join(map(_letters, pieces))) != squeezed("".join([one.text for one in passages])):
        return False
    counter = Numbering(xml.parse(lists.part()), Styles(Sheet(None), {}), {})
    numbers = [one for piece in pieces for one in piece.numbers]
    found = [counter.label(_said(one, "numId"), whole(_said(one, "ilvl")) or 0) for one in numbers]
    wanted = [one.label for one in passages if one.label]
    return [_squeezed(one) for one in found if one] == [_squeezed(one) for one in wanted]


def _letters(piece: Survey) -> str:
    """What is said there in plain text, without what Word shows nothing of."""
    unseen = list(piece.doubles)
    for merged in piece.merged:
        if merged.get(VAL, "continue") != "restart":
            unseen += islice(merged.iterancestors(W + "tc"), 1)
    skipped = {text for element in unseen for text in element.iter(*_TEXT)}
    return "".join([text.text or "" for text in piece.root.iter(*_TEXT) if text not in skipped])


def _said(properties: _Element, name: str) -> str:
    element = child(properties, W + name)
    return element.get(VAL, "") if element is not None else ""
