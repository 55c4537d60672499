"""Fields, bookmarks and links: what points at a place that comes along still does, under a name of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from service.compendium.accepting import remove
from service.model.compendium import Removed
from service.read.compact import WORDS
from service.read.xml import R, W, child

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from lxml.etree import _Element

    from service.compendium.survey import Survey

_START, _END = W + "bookmarkStart", W + "bookmarkEnd"
_SIGN, _R = W + "fldChar", W + "r"
_ID, _NAME, _ANCHOR, _KIND, _INSTRUCTION = W + "id", W + "name", W + "anchor", W + "fldCharType", W + "instr"
_LONGEST = 30
"""A bookmark's name has at most 40 letters; the rest is for what makes it the report's own."""
_POINTING = frozenset(("REF", "PAGEREF", "NOTEREF"))
_SHOWING = frozenset(("EQ", "SYMBOL", "ADVANCE", "FORMCHECKBOX", "FORMDROPDOWN"))
"""Fields that show something which isn't in their result."""
_OUTSIDE = frozenset(("INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "LINK", "DDE", "DDEAUTO", "IMPORT"))
_WORD = re.compile(r'"[^"]*"|\S+')
_GONE = "gone"


class Bookmarks:
    """The bookmarks of one report that come along, by their names there."""

    def __init__(self, mark: str) -> None:
        """`mark` tells this report's names from those of all others."""
        self._mark = mark
        self._names: dict[str, str] = {}

    def gather(self, pieces: Iterable[Survey]) -> None:
        """Know the bookmarks that begin and end in one piece; each is kept where it stands first."""
        for piece in pieces:
            ends = {mark.get(_ID) for mark in piece.marks if mark.tag == _END}
            for start in [mark for mark in piece.marks if mark.tag == _START]:
                name = start.get(_NAME, "")
                if start.get(_ID) not in ends or not name or name == "_GoBack" or name in self._names:
                    remove(start)
                else:
                    self._names[name] = f"{name[:_LONGEST]}_{self._mark}{len(self._names)}"

    def name(self, name: str) -> str | None:
        """The new name of a bookmark; None where it doesn't come along."""
        return self._names.get(name)


@dataclass(slots=True)
class _Field:
    """A field that has begun."""

    begin: _Element
    signs: list[_Element] = field(default_factory=list)
    codes: list[_Element] = field(default_factory=list)
    separate: _Element | None = None
    nests: bool = False
    """Another field stands in its code."""

    def takes(self, kind: str | None, element: _Element) -> bool:
        """Whether the element goes on with this field."""
        if kind in ("code", "separate") and self.separate is not None:
            return False
        if kind == "separate":
            self.separate = element
        (self.codes if kind == "code" else self.signs).append(element)
        return kind in ("code", "separate", "end")

    @property
    def code(self) -> str:
        return "".join(code.text or "" for code in self.codes)


class Linker:
    """Settles what points somewhere in the pieces of one report."""

    def __init__(self, bookmarks: Bookmarks, removed: Counter[Removed]) -> None:
        self._bookmarks = bookmarks
        self._removed = removed

    def settle(self, piece: Survey, first_id: int) -> int:
        """Settle one piece; returns the first id that is free after its bookmarks."""
        for link in piece.links:
            self._link(link)
        if self._fields(piece):
            piece.look()
        for simple in piece.simple:
            self._simple(simple)
        if piece.links or piece.simple:
            etree.strip_tags(piece.root, _GONE)
        return self._renumber(piece.marks, first_id)

    def _renumber(self, marks: Iterable[_Element], first_id: int) -> int:
        begun: dict[str, _Element] = {}
        free = first_id
        for mark in marks:
            ident = mark.get(_ID, "")
            name = self._bookmarks.name(mark.get(_NAME, "")) if mark.tag == _START else None
            if mark.getparent() is None:  # it was seen to be left out
                continue
            if name is not None and ident not in begun:
                begun[ident] = mark
                mark.set(_ID, str(free))
                mark.set(_NAME, name)
                free += 1
            elif mark.tag == _END and ident in begun:
                mark.set(_ID, begun.pop(ident).get(_ID, ""))
            else:
                remove(mark)
        for start in begun.values():
            remove(start)
        return free

    def _link(self, link: _Element) -> None:
        anchor = self._bookmarks.name(link.get(_ANCHOR, ""))
        outside = link.get(R + "id") is not None
        self._removed[Removed.LINKS] += outside
        link.attrib.clear()
        if anchor is None or outside:
            link.tag = _GONE
        else:
            link.set(_ANCHOR, anchor)

    def _simple(self, simple: _Element) -> None:
        kept = self._rewritten(simple.get(_INSTRUCTION, ""))
        data = child(simple, W + "fldData")
        if data is not None:
            simple.remove(data)
        if kept is None:
            simple.attrib.clear()
            simple.tag = _GONE
        else:
            simple.set(_INSTRUCTION, kept)

    def _fields(self, piece: Survey) -> bool:
        """Returns whether more was taken out than signs and codes."""
        begun: list[_Field] = []
        cleared = False
        for element in piece.signs:
            kind = element.get(_KIND) if element.tag == _SIGN else "code"
            now = begun[-1] if begun else None
            if kind == "begin":
                if now is not None and now.separate is None:
                    now.nests = True
                begun.append(_Field(element, [element]))
            elif now is None or not now.takes(kind, element):
                remove(element)
            elif kind == "end":
                cleared |= begun[-1].nests
                self._end(piece.root, begun.pop())
        for left in begun:
            for element in (*left.signs, *left.codes):
                remove(element)
        return cleared

    def _end(self, piece: _Element, ended: _Field) -> None:
        kept = None if ended.nests else self._rewritten(ended.code)
        if kept is not None:
            for code in ended.codes[1:]:
                remove(code)
            if ended.codes:
                ended.codes[0].text = kept
            _disarm(ended.begin)
            return
        if ended.nests:
            _clear_code(piece, ended)
        for element in (*ended.signs, *ended.codes):
            remove(element)

    def _rewritten(self, code: str) -> str | None:
        """The code of a field that is kept; None where only its result is."""
        words = _WORD.findall(code)
        kind = words[0].upper() if words else ""
        if kind in _SHOWING:
            return code
        if kind in _POINTING and len(words) > 1:
            return self._pointing(code, words[1])
        if kind == "HYPERLINK":
            if "\\l" in words[:-1] and words.index("\\l") == 1:
                return self._pointing(code, words[2])
            self._removed[Removed.LINKS] += 1
        if kind == "MACROBUTTON":
            self._removed[Removed.MACROS] += 1
        self._removed[Removed.LINKS] += kind in _OUTSIDE
        return None

    def _pointing(self, code: str, word: str) -> str | None:
        target = self._bookmarks.name(word.strip('"'))
        return code.replace(word, f'"{target}"' if word.startswith('"') else target, 1) if target else None


def _disarm(begin: _Element) -> None:
    """A form field's macros don't come along."""
    for tag in ("entryMacro", "exitMacro"):
        for macro in list(begin.iter(W + tag)):
            remove(macro)


def _clear_code(piece: _Element, ended: _Field) -> None:
    """Take out what stands between a field's beginning and its result: in a code it is never shown."""
    first, last = (
        ended.begin.getparent(),
        (ended.separate if ended.separate is not None else ended.signs[-1]).getparent(),
    )
    inside = False
    for run in list(piece.iter(_R, WORDS)):
        if run is last:
            break
        if inside:
            remove(run)
        inside = inside or run is first
