"""Lists: each stretch of a report gets lists of its own that print the labels which the report prints."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from service.compendium.schema import put
from service.read.looks import whole
from service.read.xml import VAL, W, child

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from service.compendium.counting import Numbered
    from service.compendium.faces import Faces
    from service.compendium.opened import Opened

_W = W.strip("{}").encode()
_PPR, _NUMPR, _IND = W + "pPr", W + "numPr", W + "ind"
_NOT_CARRIED = tuple(W + name for name in ("nsid", "tmpl", "name", "styleLink", "numStyleLink"))


@dataclass(slots=True)
class Allotment:
    """The next free ids of the whole compendium."""

    abstract: int = 0
    list_: int = 0


@dataclass(slots=True)
class Lists:
    """The definitions that one piece needs, serialised."""

    abstracts: list[bytes] = field(default_factory=list)
    nums: list[bytes] = field(default_factory=list)

    def part(self) -> bytes:
        """These definitions alone, as a part."""
        return b"".join((b'<w:numbering xmlns:w="%b">' % _W, *self.abstracts, *self.nums, b"</w:numbering>"))


class Lister:
    """Makes the lists of one report's pieces."""

    def __init__(self, opened: Opened, counted: dict[_Element, Numbered], allotment: Allotment, faces: Faces) -> None:
        self._opened = opened
        self._counted = counted
        self._allotment = allotment
        self._abstracts: dict[str, _Element] = {}
        self._nums: dict[str, _Element] = {}
        for element in opened.numbering_root if opened.numbering_root is not None else ():
            if element.tag == W + "abstractNum":
                self._abstracts.setdefault(element.get(W + "abstractNumId", ""), element)
            elif element.tag == W + "num":
                self._nums.setdefault(element.get(W + "numId", ""), element)
        if opened.numbering_root is not None:
            faces.say_outright(opened.numbering_root)

    def number(self, paragraphs: Iterable[_Element], lists: Lists) -> None:
        """Give the paragraphs of one stretch lists of their own; one that has no number names none."""
        stretch = _Stretch(self._allotment, self._abstracts, self._nums, lists)
        for paragraph in paragraphs:
            self._opened.folds.unfold(paragraph)
            ppr = paragraph[0] if len(paragraph) and paragraph[0].tag == _PPR else None
            found = self._counted.get(paragraph)
            own = child(ppr, _NUMPR) if ppr is not None else None
            if found is None:
                if own is not None and ppr is not None:
                    ppr.remove(own)
                continue
            if ppr is None:
                ppr = etree.Element(_PPR)
                paragraph.insert(0, ppr)
            if own is None or child(own, W + "numId") is None:
                self._keep_indent(ppr)
            put(ppr, _num_pr(stretch.list_of(found), found.place.depth))
        stretch.close()

    def _keep_indent(self, ppr: _Element) -> None:
        """A list that a paragraph names itself goes before its style's indents; the style's list didn't."""
        style = child(ppr, W + "pStyle")
        ident = style.get(VAL, "") if style is not None else self._opened.styles.default_id
        if child(ppr, _IND) is not None:
            return
        for element in self._opened.styles.elements(ident):
            properties = child(element, _PPR)
            indent = child(properties, _IND) if properties is not None else None
            if indent is not None:
                put(ppr, deepcopy(indent))
                return


@dataclass(slots=True)
class _Made:
    """A list of the stretch, and the levels at which it begins with a number of its own."""

    ident: int
    source: str
    starts: dict[int, int]
    reached: int = 0
    """The deepest level that it has had."""


class _Stretch:
    """The lists of paragraphs that follow each other."""

    def __init__(
        self, allotment: Allotment, abstracts: dict[str, _Element], nums: dict[str, _Element], lists: Lists
    ) -> None:
        self._allotment = allotment
        self._source = (abstracts, nums)
        self._lists = lists
        self._definitions: dict[str, int] = {}
        self._now: dict[str, _Made] = {}
        """The list that paragraphs of each `w:num` of the report are in at present."""
        self._made: list[tuple[_Made, str]] = []

    def list_of(self, found: Numbered) -> int:
        """The id of the list for a paragraph."""
        count = found.place
        made = self._now.get(found.list_id)
        if made is None:
            starts = self._own_starts(found) if found.fresh else {}
            if count.abstract not in self._definitions:
                self._allotment.abstract += 1
                self._definitions[count.abstract] = self._allotment.abstract
                starts |= dict(enumerate(count.values))
            made = self._make(found, starts)
        elif any(count.depth < level <= made.reached for level in made.starts):
            # Programs differ in whether a level that starts again does so from the number it was told to begin with.
            made = self._make(found, {})
        made.reached = max(made.reached, count.depth)
        return made.ident

    def close(self) -> None:
        """Write the definitions."""
        abstracts, nums = self._source
        for ident, number in self._definitions.items():
            self._lists.abstracts.append(_definition(abstracts[ident], number))
        for made, abstract in self._made:
            self._lists.nums.append(_list(made, nums[made.source], self._definitions[abstract]))

    def _own_starts(self, found: Numbered) -> dict[int, int]:
        """Where the report itself tells a list to begin, one that may go on with the numbers of another."""
        starts: dict[int, int] = {}
        for override in self._source[1][found.list_id].iterchildren(W + "lvlOverride"):
            start = child(override, W + "startOverride")
            if start is not None:
                starts[whole(override.get(W + "ilvl")) or 0] = whole(start.get(VAL)) or 0
        return starts

    def _make(self, found: Numbered, starts: dict[int, int]) -> _Made:
        self._allotment.list_ += 1
        made = self._now[found.list_id] = _Made(self._allotment.list_, found.list_id, starts)
        self._made.append((made, found.place.abstract))
        return made


def _num_pr(list_id: int, depth: int) -> _Element:
    element = etree.Element(_NUMPR)
    etree.SubElement(element, W + "ilvl", {VAL: str(depth)})
    etree.SubElement(element, W + "numId", {VAL: str(list_id)})
    return element


def _definition(source: _Element, number: int) -> bytes:
    element = deepcopy(source)
    etree.strip_elements(element, *_NOT_CARRIED, with_tail=False)
    _make_plain(element)
    element.attrib.clear()
    element.set(W + "abstractNumId", str(number))
    # Programs take definitions with the same mark for one list.
    element.insert(0, etree.Element(W + "nsid", {VAL: f"{number:08X}"}))
    return etree.tostring(element, method="c14n", exclusive=True)


def _list(made: _Made, source: _Element, abstract: int) -> bytes:
    element = etree.Element(W + "num", {W + "numId": str(made.ident)}, nsmap={"w": W.strip("{}")})
    etree.SubElement(element, W + "abstractNumId", {VAL: str(abstract)})
    own = {whole(one.get(W + "ilvl")) or 0: child(one, W + "lvl") for one in source.iterchildren(W + "lvlOverride")}
    for level in sorted({*made.starts, *(depth for depth, said in own.items() if said is not None)}):
        override = etree.SubElement(element, W + "lvlOverride", {W + "ilvl": str(level)})
        if level in made.starts:
            etree.SubElement(override, W + "startOverride", {VAL: str(made.starts[level])})
        said = own.get(level)
        if said is not None:
            copied = deepcopy(said)
            _make_plain(copied)
            override.append(copied)
    return etree.tostring(element, method="c14n", exclusive=True)


def _make_plain(definition: _Element) -> None:
    """Levels belong to no style, and where one's bullet is a picture, it is a dot."""
    for picture in list(definition.iter(W + "lvlPicBulletId")):
        level = picture.getparent()
        text = child(level, W + "lvlText") if level is not None else None
        if text is not None:
            text.set(VAL, "•")
    etree.strip_elements(definition, W + "pStyle", W + "lvlPicBulletId", with_tail=False)
