"""From one opened report to its pieces: what stands under each section, ready to be written."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from service.compendium import frame
from service.compendium.accepting import KNOWING, accept, hide, remove
from service.compendium.blocks import blocks, stretches, with_marks
from service.compendium.counting import numbered
from service.compendium.faces import Faces
from service.compendium.layout import layouts
from service.compendium.lettering import Lettering, refonted
from service.compendium.linking import Bookmarks, Linker
from service.compendium.numbers import Allotment, Lister, Lists
from service.compendium.proof import is_plain
from service.compendium.shapes import rename_shapes
from service.compendium.styling import Tailor
from service.compendium.survey import Survey
from service.errors import UnreadableReport
from service.model.compendium import Removed
from service.read.xml import MC, W

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from service.compendium.carrying import Carrier, Relations
    from service.compendium.opened import Opened
    from service.compendium.sheet import Stylesheet
    from service.model.city import Extract, Passage
    from service.read.package import Link

_CONTENT, _P, _CHUNK = W + "sdtContent", W + "p", W + "altChunk"
KINDS = ("footnote", "endnote")
_REFERENCES: dict[object, str] = {f"{W}{kind}Reference": kind for kind in KINDS}


@dataclass(slots=True)
class Ids:
    """The next free ids of the whole compendium."""

    lists: Allotment = field(default_factory=Allotment)
    bookmark: int = 1
    drawing: int = 0
    control: int = 0
    notes: Counter[str] = field(default_factory=Counter)


class Ground(NamedTuple):
    """What all reports' pieces share."""

    sheet: Stylesheet
    carrier: Carrier
    relations: dict[str, Relations]
    """Of the body (""), and of the parts of the footnotes and endnotes."""
    ids: Ids


@dataclass(slots=True)
class Piece:
    """What stands under one section, written."""

    section: str
    contents: list[tuple[bytes, bytes]] = field(default_factory=list)
    """Runs of blocks as `w:sdtContent`, each with the layout of its pages where they don't lie as ours."""
    lists: Lists = field(default_factory=Lists)
    notes: list[tuple[str, bytes]] = field(default_factory=list)
    """Kind and element of each note, in the order of their references."""
    is_sure: bool = False
    """Its text was seen to be that of the report, letter by letter, as it was written."""


class Cutter:
    """Cuts one report."""

    def __init__(self, opened: Opened, extract: Extract, ground: Ground, mark: str) -> None:
        """Make the report ready.

        Args:
            opened: The report; it is changed.
            extract: What stands in it where.
            ground: What all reports share.
            mark: Tells its bookmarks from those of others.

        Raises:
            UnreadableReport: its blocks aren't those that were read.
        """
        self.removed: Counter[Removed] = Counter()
        self._opened = opened
        self._extract = extract
        self._ground = ground
        self._letters = Lettering(opened)
        needed = () if self._letters.hides or self._letters.is_old else KNOWING
        for body in opened.bodies:
            opened.folds.unfold_all(body, opened.folds.holding(*needed))
        self._blocks = list(blocks(opened.bodies))
        if len(self._blocks) != len(extract.blocks) - 1:
            raise UnreadableReport("file.corrupt", "damaged")
        self._layouts = layouts(self._blocks, opened.bodies, opened.raw)
        self.removed[Removed.MACROS] += opened.has_macros()
        self._faces = Faces(opened.theme_root)
        self._accept()
        self._gone = {number for number, block in enumerate(self._blocks) if block.getparent() is None}
        """Blocks that go on in another, or were deleted or hidden as a whole."""
        self._roll = numbered(opened, self._blocks)
        self._lister = Lister(opened, self._roll.counted, ground.ids.lists, self._faces)
        self._tailor = Tailor(opened, ground.sheet, self._faces)
        self._bookmarks = Bookmarks(mark)
        self._linker = Linker(self._bookmarks, self.removed)
        self._ignored = _ignored(opened.root)
        self._used: set[int] = set()

    def pieces(self) -> Iterator[Piece]:
        """What stands under each section that the report has."""
        planned = []
        for section, passages in self._extract.sections:
            piece = Piece(section)
            planned.append((piece, [(Survey(one), layout) for one, layout in self._holders(passages, piece)]))
        self._bookmarks.gather(seen for _, holders in planned for seen, _ in holders)
        for piece, holders in planned:
            for seen, layout in holders:
                self._settle(seen, piece)
                content = etree.tostring(seen.root, encoding="UTF-8", with_tail=False)
                piece.contents.append((self._opened.folds.written(content, self._ready), layout))
            piece.is_sure = is_plain([seen for seen, _ in holders], piece.lists, self._extract.under(piece.section))
            yield piece

    def _ready(self, block: _Element) -> None:
        """Settle a block of properties, once for all that have it."""
        self._faces.say_outright(block)
        self._tailor.dress_runs(list(block.iter(W + "rStyle")))

    def _accept(self) -> None:
        """Bring the whole report into the view in which it is read."""
        opened = self._opened
        roots = [*opened.bodies, *(note for kind in KINDS for note in opened.notes[kind].values())]
        themed = self._faces.are_named_in(opened.raw)
        for root in roots:
            accept(root, self.removed)
            if self._letters.hides:
                hide(root, self._letters.hidden(root), self.removed)
            if themed:
                self._faces.say_outright(root)
        if self._letters.is_old:
            for root in roots:
                self._letters.decode(root)

    def _holders(self, passages: Sequence[Passage], piece: Piece) -> list[tuple[_Element, bytes]]:
        """The blocks of a section in elements of their own, one for each run whose pages lie alike."""
        holders: list[tuple[_Element, bytes]] = []
        wanted = frozenset(passage.paragraph for passage in passages)
        for stretch in stretches(self._extract.blocks, wanted):
            found: list[tuple[_Element, bytes]] = []
            listed: list[_Element] = []
            for number in stretch:
                if number not in self._gone:
                    elements, own = self._elements(number, passages)
                    found += [(one, self._layouts[number]) for one in elements]
                    listed += own
            self._lister.number(listed, piece.lists)
            for element, layout in found:
                if not holders or holders[-1][1] != layout:
                    # In the same tree: to take a block into another one costs lxml more than all the rest.
                    holders.append((etree.SubElement(self._opened.root, _CONTENT), layout))
                holders[-1][0].extend(with_marks(element))
        return holders

    def _elements(self, number: int, passages: Sequence[Passage]) -> tuple[list[_Element], list[_Element]]:
        """A block and its paragraphs in lists.

        A copy where another section has it already; paragraphs with its words alone for an inserted document.
        """
        block, listed = self._blocks[number], self._roll.listed.get(number, [])
        if block.tag == _CHUNK:
            self.removed[Removed.CHUNKS] += 1
            first, last = self._extract.blocks[number : number + 2]
            return [_worded(one.text) for one in passages if first <= one.paragraph < last], []
        if number not in self._used:
            self._used.add(number)
            return [block], listed
        copied = deepcopy(block)
        counted = self._roll.counted
        copies = dict(zip(block.iter(_P), copied.iter(_P), strict=True)) if listed else {}
        counted.update({copies[old]: counted[old] for old in listed if old in counted})
        return [copied], [copies[old] for old in listed]

    def _settle(self, seen: Survey, piece: Piece) -> None:
        """Give everything in a holder its place in the compendium."""
        ids, links = self._ground.ids, self._opened.links()
        for section in seen.sections:
            remove(section)
        ids.bookmark = self._linker.settle(seen, ids.bookmark)
        self._note(seen.references, piece)
        self._place(seen, "", links)
        if self._ignored:
            seen.root.set(MC + "Ignorable", self._ignored)

    def _place(self, seen: Survey, kind: str, links: dict[str, Link]) -> None:
        """Styles, parts and ids of what goes into the body or into a note."""
        if self._letters.is_old:
            refonted(seen.root)
        self._tailor.dress(seen)
        ground = self._ground
        ground.carrier.carry(self._opened.package, links, seen, ground.relations[kind], self.removed)
        for drawn in seen.drawn:
            ground.ids.drawing += 1
            drawn.set("id", str(ground.ids.drawing))
        ground.ids.drawing = rename_shapes(seen.holders, ground.ids.drawing)

    def _note(self, references: Iterable[_Element], piece: Piece) -> None:
        """Bring along the notes that are referred to, each once."""
        known: set[tuple[str, str]] = set()
        for reference in references:
            kind, ident = _REFERENCES[reference.tag], reference.get(W + "id", "")
            source = self._opened.notes[kind].get(ident)
            if source is None or (kind, ident) in known:
                remove(reference)
                continue
            known.add((kind, ident))
            note, ids = deepcopy(source), self._ground.ids
            ids.notes[kind] += 1
            number = str(ids.notes[kind])
            seen = Survey(note)
            for own in seen.numbers:  # a note is in no list
                remove(own)
            ids.bookmark = self._linker.settle(seen, ids.bookmark)
            self._place(seen, kind, self._opened.links(kind))
            note.set(W + "id", number)
            reference.set(W + "id", number)
            piece.notes.append((kind, etree.tostring(note, encoding="UTF-8")))


def _worded(text: str) -> _Element:
    return etree.fromstring(b'<w:r xmlns:w="%b">%b</w:r>' % (W.strip("{}").encode(), frame.paragraph(text)))[0]


def _ignored(root: _Element) -> str:
    """The prefixes that programs of another age may skip, beyond those that the whole compendium names."""
    told = root.get(MC + "Ignorable", "").split()
    return " ".join(prefix for prefix in told if root.nsmap.get(prefix, "") not in frame.KNOWN)
