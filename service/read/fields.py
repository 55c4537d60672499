"""Fields: a code that isn't shown, then a result that is; one may stand in another's code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.read.xml import VAL, W, child

if TYPE_CHECKING:
    from lxml.etree import _Element


class Fields:
    """Which fields are open; they may begin in one paragraph and end in another."""

    def __init__(self) -> None:
        self._in_code: list[bool] = []
        self.muted = 0
        """How many codes are open: while there is one, nothing is shown."""

    def sign(self, element: _Element) -> str:
        """Pass a `w:fldChar`; returns what the field shows by itself."""
        kind = element.get(W + "fldCharType")
        shown = ""
        if kind == "begin":
            shown = "" if self.muted else _chosen_entry(element)
            self._in_code.append(True)
            self.muted += 1
        elif kind == "separate" and self._in_code and self._in_code[-1]:
            self._in_code[-1] = False
            self.muted -= 1
        elif kind == "end" and self._in_code:
            self.muted -= self._in_code.pop()
        return shown

    def end_paragraph(self) -> None:
        """Forget codes without a result in their paragraph: a broken field doesn't hide the rest of the report."""
        if self.muted:
            self._in_code = [code for code in self._in_code if not code]
            self.muted = 0


def _chosen_entry(element: _Element) -> str:
    """A drop-down form field shows one of its entries and has no result of its own."""
    listed = element.find(f"{W}ffData/{W}ddList")
    if listed is None:
        return ""
    entries = [entry.get(VAL, "") for entry in listed.iterchildren(W + "listEntry")]
    result = child(listed, W + "result")
    index = (result.get(VAL, "0") if result is not None else "0") or "0"
    return entries[int(index)] if index.isdecimal() and len(index) < 10 and int(index) < len(entries) else ""
