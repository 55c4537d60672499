"""Which elements of the main part each paragraph was read from: for whoever writes into a copy of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.errors import UnreadableReport
from service.read.body import Body
from service.read.notes import Margins
from service.read.numbering import Numbering
from service.read.reader import _Reader
from service.read.sniff import sight
from service.read.story import Story
from service.read.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from service.read.package import Package
    from service.read.story import Draft
    from service.read.styles import Style


@dataclass(frozen=True, slots=True)
class Anchors:
    """The main part as a tree that may be changed, and its paragraphs as the reader counts them."""

    root: _Element
    main: str
    """Name of the main part in the package."""
    comments: str | None
    """Name of the part that holds comments; None where there is none."""
    extended: str | None
    """Name of the part that links comments to those that they answer; None where there is none."""
    answers: frozenset[str]
    """Ids of the comments with which people answer our own."""
    strict: bool
    """The file is in the strict dialect; `root` isn't."""
    elements: tuple[tuple[_Element, ...], ...]
    """For each paragraph its `w:p`; several where a mark is deleted, none in another file or of a formula."""


def anchors(data: bytes) -> Anchors:
    """Walk the body of a Word file as `read` does.

    Raises:
        UnreadableReport: the file can't be read.
    """
    found = sight(data)
    if found.package is None:
        raise UnreadableReport(found.key, found.variant)
    found.package.container.verify()
    reader = _Anchoring(found.package)
    reader.walk()
    raw = found.package.container.read(found.package.main)
    strict = b"purl.oclc.org/ooxml" in raw or b"p\0u\0r\0l\0.\0o\0c\0l\0c" in raw
    comments, extended = found.package.related("comments"), found.package.related("commentsExtended")
    return Anchors(reader.root, found.package.main, comments, extended, reader.answers, strict, reader.elements())


class _Anchoring(_Reader):
    """Reads a package for the places of its paragraphs alone."""

    root: _Element
    answers: frozenset[str]

    def __init__(self, package: Package) -> None:
        super().__init__(package, Story(), 0)
        self._found: list[tuple[_Element, Draft]] = []

    def walk(self) -> None:
        """Read the main part; what it refers to holds no paragraph of the body."""
        self.root = self._package.xml(self._package.main)
        body = self.root.find(W + "body")
        if body is None:
            raise UnreadableReport("file.corrupt", "no_main")
        numbering = Numbering(self._part("numbering"), self._styles, self._theme)
        walk = _Walk(self._story, self._styles, numbering, self._theme, chunk=self._chunk)
        walk.walk(body)
        self._found = walk.found
        margins = Margins(self._package, self._styles, self._theme)
        self.answers = frozenset(margins.answers(self._story.references))

    def elements(self) -> tuple[tuple[_Element, ...], ...]:
        """The elements of each paragraph that was kept."""
        by_draft: dict[int, list[_Element]] = {}
        for element, draft in self._found:
            by_draft.setdefault(id(draft), []).append(element)
        return tuple(tuple(by_draft.get(id(draft), ())) for draft in self._story.drafts)


class _Walk(Body):
    """A walk that remembers which element each paragraph came from."""

    found: list[tuple[_Element, Draft]]
    _at: _Element | None

    def walk(self, root: _Element) -> None:
        self.found = []
        super().walk(root)

    def _paragraph(self, element: _Element) -> None:
        self._at = element
        super()._paragraph(element)

    def _drawn_paragraph(self, element: _Element) -> None:
        self._at = element
        super()._drawn_paragraph(element)

    def _formula(self, element: _Element) -> None:
        self._at = None  # nothing but formulas may stand in it
        super()._formula(element)

    def _text_on_path(self, element: _Element) -> None:
        self._at = element
        super()._text_on_path(element)

    def _draft(self, style: Style) -> tuple[Draft, int]:
        draft, index = super()._draft(style)
        if self._at is not None:
            self.found.append((self._at, draft))
        return draft, index
