"""Fields: a code that isn't shown, then a result that is; one may stand in another's code."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from service.read.looks import is_on
from service.read.unended import unended
from service.read.xml import VAL, W, child

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_OPEN = 200
_MOST_CODE = 200
"""So much of a code tells which field it is, and what it shows."""


class _Open:
    """A field that has begun."""

    def __init__(self, entry: str) -> None:
        self.entry = entry
        """What it shows where it has no result."""
        self.in_code = True
        self.said = 0
        """How much its paragraph said before the result."""
        self.code = ""
        """How its code begins."""
        self.first = 0
        """The paragraph in which its result begins."""

    def is_contents(self) -> bool:
        return not self.in_code and is_contents(self.code)


class Shown(NamedTuple):
    """What the end of a field tells."""

    words: str = ""
    """What the field shows by itself."""
    contents: int | None = None
    """The paragraph in which the table of contents began that ends here; None where none does."""
    code: str = ""
    """How the code begins of a field that holds no result of its own."""


_NOTHING = Shown()


class Fields:
    """Which fields are open; they may begin in one paragraph and end in another."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._root: _Element | None = None
        self._broken: frozenset[_Element] | None = None
        self.muted = 0
        """How many codes are open: while there is one, nothing is shown."""

    def begin(self, root: _Element) -> None:
        """Set the text to read: no field goes on from the one before."""
        self._root, self._broken = root, None
        self._open.clear()
        self.muted = 0

    def code(self, text: str) -> None:
        """Pass words of a code."""
        if self._open and self._open[-1].in_code and len(self._open[-1].code) < _MOST_CODE:
            self._open[-1].code += text[:_MOST_CODE]

    def sign(self, element: _Element, paragraph: int, said: int) -> Shown:
        """Pass a `w:fldChar`; returns what it tells.

        Args:
            element: The sign.
            paragraph: The paragraph in which it stands.
            said: How many pieces that has said so far.
        """
        if self._broken is None:
            self._broken = unended(self._root) if self._root is not None else frozenset()
        kind = element.get(W + "fldCharType")
        if element in self._broken:
            return _NOTHING
        if kind == "begin":
            self._begin(_Open(_chosen_entry(element)))
        elif kind == "separate" and self._open and self._open[-1].in_code:
            self._open[-1].in_code, self._open[-1].said, self._open[-1].first = False, said, paragraph
            self.muted -= 1
        elif kind == "end" and self._open:
            ended = self._open.pop()
            self.muted -= ended.in_code
            if ended.is_contents():
                return Shown(contents=ended.first)
            if not self.muted and (ended.in_code or ended.said == said):
                return Shown(ended.entry, code=ended.code)
        return _NOTHING

    def _begin(self, one: _Open) -> None:
        if len(self._open) >= _MOST_OPEN:  # the oldest will never end
            self.muted -= sum(old.in_code for old in self._open[: _MOST_OPEN // 2])
            del self._open[: _MOST_OPEN // 2]
        self._open.append(one)
        self.muted += 1


def is_contents(code: str) -> bool:
    """Whether a field's code makes a table of contents."""
    return code.split(maxsplit=1)[:1] in (["TOC"], ["toc"])


def _chosen_entry(element: _Element) -> str:
    """What a form field shows that has no result of its own: the entry of a list, a box that is ticked or not."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        states = (child(box, W + "checked"), child(box, W + "default"))
        state = next((one for one in states if one is not None), None)
        return "☒" if state is not None and is_on(state) else "☐"
    listed = element.find(f"{W}ffData/{W}ddList")
    if listed is None:
        return ""
    entries = [entry.get(VAL, "") for entry in listed.iterchildren(W + "listEntry")]
    result = child(listed, W + "result")
    index = (result.get(VAL, "0") if result is not None else "0") or "0"
    return entries[int(index)] if index.isdecimal() and len(index) < 10 and int(index) < len(entries) else ""
