"""What stands beside the body: footnotes, endnotes, headers, footers, comments, and the words of graphics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.manuscript import Aside, Note, Reply
from service.read import graphics
from service.read.body import Body
from service.read.finish import plain
from service.read.looks import is_on
from service.read.numbering import Numbering
from service.read.replies import answered, beside, is_own
from service.read.story import Story
from service.read.xml import W, child

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from service.read.fonts import Theme
    from service.read.package import Package
    from service.read.story import References
    from service.read.styles import Styles

_DRAWN_OVER = "chartUserShapes"
"""The part with the shapes that somebody has drawn over a chart."""


class Margins:
    """Reads the parts beside the body of one package."""

    def __init__(self, package: Package, styles: Styles, theme: Theme) -> None:
        self._package = package
        self._styles = styles
        self._theme = theme
        self._story = Story()
        self._walk: Body | None = None

    def notes(self, references: References) -> Iterator[Note]:
        """Every note that the body refers to, then the words of its graphics, then its headers and footers."""
        yield from self._referred(references)
        yield from self._drawn(references)
        yield from self._running(references)

    def comments(self, references: References) -> tuple[list[Aside], list[Reply]]:
        """The comments of people, and what they answered to our own; in the order of the comments part."""
        answers = self.answers(references)
        asides, replies = [], []
        for ident, element in self._comments().items():
            text, author = self._text(element), element.get(W + "author", "")
            if is_own(element) or not text:
                continue
            if ident in answers:
                ours = self._text(answers[ident])
                replies.append(Reply(text, author, element.get(W + "date", ""), ours))
            else:
                asides.append(Aside(text, references.comments.get(ident), author))
        return asides, replies

    def answers(self, references: References) -> dict[str, _Element]:
        """For each comment that answers one of ours, by its id: ours."""
        root, found = self._root("comments"), self._comments()
        if root is None or not any(map(is_own, found.values())):
            return {}
        linked, near = answered(root, self._root("commentsExtended")), beside(root, references.comments)
        from service.language.decisions import decision  # noqa: PLC0415 - most reports have no comments

        accepting = {one: ours for one, ours in near.items() if one not in linked and decision(self._text(found[one]))}
        answers = {ident: found[ours] for ident, ours in (linked | accepting).items() if is_own(found[ours])}
        return {ident: ours for ident, ours in answers.items() if not is_own(found[ident])}

    def _comments(self) -> dict[str, _Element]:
        root = self._root("comments")
        found = root.iterchildren(W + "comment") if root is not None else ()
        return {each.get(W + "id", ""): each for each in found}

    def _referred(self, references: References) -> Iterator[Note]:
        kinds = {kind for kind, _, _ in references.notes}
        elements = {kind: self._notes_by_id(kind) for kind in kinds}
        for kind, ident, index in references.notes:
            element = elements[kind].pop(ident, None)  # once: a note may be pointed at any number of times
            if element is not None and (text := self._text(element)):
                yield Note(kind, text, index)

    def _notes_by_id(self, kind: str) -> dict[str, _Element]:
        root = self._root(kind + "s")
        found = root.iterchildren(W + kind) if root is not None else ()
        return {element.get(W + "id", ""): element for element in found}

    def _drawn(self, references: References) -> Iterator[Note]:
        links = self._package.links(self._package.main) if references.graphics else {}
        seen: set[str] = set()
        for ident, index in references.graphics:
            link = links.get(ident)
            if link is None or link.part in seen:
                continue
            seen.add(link.part)
            drawn = (other.part for other in self._package.links(link.part).values() if other.kind == _DRAWN_OVER)
            for part in (link.part, *drawn):
                if text := graphics.words(self._package.xml(part)):
                    yield Note("graphic", text, index)

    def _running(self, references: References) -> Iterator[Note]:
        links = self._package.links(self._package.main)
        in_use = {"default": True, "first": references.first_pages, "even": self._has_even_pages(references)}
        seen: set[str] = set()
        for kind, page, ident in references.headers:
            link = links.get(ident)
            if link is not None and link.part not in seen and in_use.get(page, True):
                seen.add(link.part)
                if text := self._text(self._package.xml(link.part)):
                    yield Note(kind, text)

    def _has_even_pages(self, references: References) -> bool:
        if all(page != "even" for _, page, _ in references.headers):
            return False
        settings = self._root("settings")
        switch = child(settings, W + "evenAndOddHeaders") if settings is not None else None
        return switch is not None and is_on(switch)

    def _root(self, kind: str) -> _Element | None:
        part = self._package.related(kind)
        return self._package.xml(part) if part else None

    def _text(self, element: _Element) -> str:
        """The words below an element; one walk serves all, since making one costs more than most notes."""
        if self._walk is None:
            numbering = Numbering(None, self._styles, self._theme)
            self._walk = Body(self._story, self._styles, numbering, self._theme)
        before = len(self._story.drafts)
        self._walk.walk(element)
        return plain(self._story.drafts[before:])
