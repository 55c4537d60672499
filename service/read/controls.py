"""Content controls: whether one shows what was written into it, or only what it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.read.compact import WORDS
from service.read.looks import is_on
from service.read.xml import W, child

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_PROMPT = 300
"""A control with more letters than this holds somebody's words, even if a program has left the mark of a prompt."""


def shows_prompt(control: _Element) -> bool:
    """Whether Word shows a prompt in it, greyed ("Click or tap here to enter text."), as nothing was filled in."""
    properties = child(control, W + "sdtPr")
    mark = child(properties, W + "showingPlcHdr") if properties is not None else None
    if mark is None or not is_on(mark):
        return False
    return sum(len(words.text or "") for words in control.iter(W + "t", WORDS)) <= _LONGEST_PROMPT
