"""Which comments answer which: Word links them in a part of their own; older programs leave them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.read.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

OWN_AUTHOR = "tongket"
"""The author under which this service writes comments."""

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_COMMENT = W + "comment"


def is_own(comment: _Element) -> bool:
    """Whether this service wrote a comment."""
    return comment.get(W + "author", "").strip().casefold() == OWN_AUTHOR


def answered(comments: _Element, extended: _Element | None) -> dict[str, str]:
    """For each comment that Word links below another one: the id of the first of its thread.

    Args:
        comments: the part that holds the comments.
        extended: the part that links them; None where the file has none.
    """
    if extended is None:
        return {}
    ident = {name: one.get(W + "id", "") for one in comments.iterchildren(_COMMENT) if (name := _name(one))}
    above = {
        link.get(_W15 + "paraId", ""): link.get(_W15 + "paraIdParent", "")
        for link in extended.iterchildren(_W15 + "commentEx")
    }
    found = {}
    for name, own in ident.items():
        first, seen = name, {name}
        while (parent := above.get(first, "")) and parent not in seen:
            seen.add(parent)
            first = parent
        if first in ident and first != name:
            found[own] = ident[first]
    return found


def beside(comments: _Element, places: dict[str, int]) -> dict[str, str]:
    """For each comment that may answer one of ours without a link: the id of ours.

    It stands at the same paragraph as ours, and next after it in the part.
    """
    found: dict[str, str] = {}
    ours: _Element | None = None
    for comment in comments.iterchildren(_COMMENT):
        ident = comment.get(W + "id", "")
        if is_own(comment):
            ours = comment
        elif ours is not None:
            above = ours.get(W + "id", "")
            if ident in places and places[ident] == places.get(above):
                found[ident] = above
            else:
                ours = None
    return found


def unlink(extended: _Element, comments: list[_Element]) -> None:
    """Take out the links of comments that are taken out."""
    names = {_name(comment) for comment in comments}
    for link in extended.findall(_W15 + "commentEx"):
        if link.get(_W15 + "paraId", "") in names:
            extended.remove(link)
        elif link.get(_W15 + "paraIdParent", "") in names:
            del link.attrib[_W15 + "paraIdParent"]


def _name(comment: _Element) -> str:
    """What links know a comment by: the mark of its last paragraph."""
    return next((one.get(_W14 + "paraId", "") for one in reversed(comment.findall(W + "p"))), "")
