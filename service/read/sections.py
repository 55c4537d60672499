"""Sections: how each begins, and the headers and footers that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.read.looks import is_on
from service.read.xml import VAL, R, W, child

if TYPE_CHECKING:
    from lxml.etree import _Element

    from service.read.story import Story

_ON_THE_SAME_PAGE = frozenset({"continuous", "nextColumn"})


class Sections:
    """Follows the sections of a story as they end."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._start = 0
        self._ended = 0

    def end(self, element: _Element) -> None:
        """Pass a `w:sectPr`, which stands at the end of its section and says how that began."""
        kind = child(element, W + "type")
        style = kind.get(VAL) if kind is not None else "nextPage"
        drafts = self._story.drafts
        if self._ended and style not in _ON_THE_SAME_PAGE and self._start < len(drafts):
            drafts[self._start].page_break = True
        self._ended += 1
        self._start = len(drafts)
        self._refer(element)

    def _refer(self, element: _Element) -> None:
        references = self._story.references
        first = child(element, W + "titlePg")
        references.first_pages |= first is not None and is_on(first)
        for name in ("header", "footer"):
            for link in element.iterchildren(f"{W}{name}Reference"):
                references.headers.append((name, link.get(W + "type", "default"), link.get(R + "id", "")))
