"""One look through what goes into the compendium: everything that has to be settled there, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.read.xml import MC, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_KINDS = {
    "sections": (W + "sectPr",),
    "marks": (W + "bookmarkStart", W + "bookmarkEnd"),
    "links": (W + "hyperlink",),
    "signs": (W + "fldChar", W + "instrText"),
    "simple": (W + "fldSimple",),
    "references": (W + "footnoteReference", W + "endnoteReference"),
    "tables": (W + "tbl",),
    "paragraphs": (W + "p",),
    "characters": (W + "rStyle",),
    "numbers": (W + "numPr",),
    "holders": (W + "drawing", W + "pict", W + "object"),
    "drawn": (_DRAWN,),
    "merged": (W + "vMerge",),
    "doubles": (MC + "Fallback",),
}
_TAGS = tuple(tag for tags in _KINDS.values() for tag in tags)


class Survey:
    """What was seen below a root, each kind in the order in which it stands there.

    A walk through a long report costs about as much as all that is done to what it finds, so there is one for all.
    """

    __slots__ = ("root", *_KINDS)

    root: _Element
    sections: list[_Element]
    marks: list[_Element]
    """Where bookmarks begin and end."""
    links: list[_Element]
    signs: list[_Element]
    """The signs and codes of fields."""
    simple: list[_Element]
    """Fields that are one element."""
    references: list[_Element]
    """To footnotes and endnotes."""
    tables: list[_Element]
    paragraphs: list[_Element]
    characters: list[_Element]
    """Where runs name their style."""
    numbers: list[_Element]
    holders: list[_Element]
    """Of drawings, shapes and objects."""
    drawn: list[_Element]
    """Where a drawing has its id."""
    merged: list[_Element]
    """Where a cell goes on with the one above, or begins such a row of cells."""
    doubles: list[_Element]
    """What programs of another age are to show."""

    def __init__(self, root: _Element) -> None:
        self.root = root
        self.look()

    def look(self) -> None:
        """Look anew, where something was taken out that may hold what was seen."""
        found: dict[object, list[_Element]] = {}
        for kind, tags in _KINDS.items():
            seen: list[_Element] = []
            setattr(self, kind, seen)
            found.update(dict.fromkeys(tags, seen))
        for element in self.root.iter(*_TAGS):
            found[element.tag].append(element)
