"""What stands beside the body: footnotes, endnotes, headers, footers and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.manuscript import Aside, Note
from service.read.body import Body
from service.read.finish import plain
from service.read.numbering import Numbering
from service.read.story import Story
from service.read.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from service.read.fonts import Theme
    from service.read.package import Package
    from service.read.styles import Styles

OWN_AUTHOR = "tongket"
"""The author under which this service writes comments."""


class Margins:
    """Reads the parts beside the body of one package."""

    def __init__(self, package: Package, styles: Styles, theme: Theme) -> None:
        self._package = package
        self._styles = styles
        self._theme = theme

    def notes(self, story: Story) -> tuple[Note, ...]:
        """Every note that the body refers to, then its headers and footers."""
        return (*self._referred(story), *self._running(story))

    def comments(self, story: Story) -> tuple[Aside, ...]:
        """The comments of people, in the order of the comments part."""
        root = self._root("comments")
        found = []
        for element in root.iterchildren(W + "comment") if root is not None else ():
            author = element.get(W + "author", "")
            text = self._text(element)
            if author.strip().casefold() != OWN_AUTHOR and text:
                found.append(Aside(text, story.comments.get(element.get(W + "id", "")), author))
        return tuple(found)

    def _referred(self, story: Story) -> Iterator[Note]:
        kinds = {kind for kind, _, _ in story.notes}
        elements = {kind: self._notes_by_id(kind) for kind in kinds}
        for kind, ident, index in story.notes:
            element = elements[kind].get(ident)
            if element is not None and (text := self._text(element)):
                yield Note(kind, text, index)

    def _notes_by_id(self, kind: str) -> dict[str, _Element]:
        root = self._root(kind + "s")
        found = root.iterchildren(W + kind) if root is not None else ()
        return {element.get(W + "id", ""): element for element in found}

    def _running(self, story: Story) -> Iterator[Note]:
        links = self._package.links(self._package.main)
        seen: set[str] = set()
        for kind, ident in story.headers:
            link = links.get(ident)
            if link is not None and link.part not in seen:
                seen.add(link.part)
                if text := self._text(self._package.xml(link.part)):
                    yield Note(kind, text)

    def _root(self, kind: str) -> _Element | None:
        part = self._package.related(kind)
        return self._package.xml(part) if part else None

    def _text(self, element: _Element) -> str:
        story = Story()
        Body(story, self._styles, Numbering(None, self._styles, self._theme), self._theme).walk(element)
        return plain(story.drafts)
