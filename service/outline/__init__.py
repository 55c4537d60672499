"""A manuscript's structure: the documents bound in it, their titles and headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.model.outline import Outline, Piece
from service.outline.contents import contents
from service.outline.headings import headings
from service.outline.layout import unboxed
from service.outline.lines import Parted, parted
from service.outline.page import page
from service.outline.pieces import fronts

if TYPE_CHECKING:
    from service.model.manuscript import Manuscript

__all__ = ["Parted", "outline", "parted", "unboxed"]


def outline(manuscript: Manuscript) -> Outline:
    """Return the documents of a manuscript with their headings; every paragraph is in exactly one."""
    skipped = contents(manuscript.paragraphs)
    found = fronts(manuscript.paragraphs, skipped)
    on = page(manuscript, skipped)
    ends = [*(front.start for front in found[1:]), len(manuscript.paragraphs)]
    pieces = tuple(
        Piece(
            start=front.start,
            end=end,
            front_end=front.front_end,
            title=front.title,
            title_paragraph=front.title_paragraph,
            headings=headings(on._replace(end=end), front.front_end),
        )
        for front, end in zip(found, ends, strict=True)
    )
    return Outline(pieces, skipped)
