"""Formulas as a line of text: the signs that Word draws between their parts ("1/2", "10^6", "∑")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.read.signs import RAISED
from service.read.xml import M, child

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT, _VALUE, _ARGUMENT = M + "t", M + "val", M + "e"
_POWER = M + "sup"
_BEFORE = {M + "den": "/", _POWER: "^", M + "sub": "_", M + "rad": "√"}
_LARGE, _BRACKETS = M + "nary", M + "d"
PARTS = frozenset({*_BEFORE, _LARGE, _BRACKETS, _ARGUMENT})
"""Elements of a formula before or behind which a sign may stand."""


def around(part: _Element) -> tuple[str, str]:
    """The signs before a part and behind it; empty where there are none, or nothing stands in the part."""
    tag = part.tag
    if tag == _ARGUMENT:
        before = part.getprevious()
        return (" " if before is not None and before.tag == _ARGUMENT else ""), ""
    words = "".join(text.text or "" for text in part.iter(_TEXT))
    if not words or (tag == _POWER and words.isdecimal()):
        return "", ""
    if tag == _LARGE:
        return _said(part, "naryPr", "chr", "∫"), ""
    if tag == _BRACKETS:
        return _said(part, "dPr", "begChr", "("), _said(part, "dPr", "endChr", ")")
    return _BEFORE[tag], ""


def written(text: _Element) -> str:
    """The words of a formula's text; digits of a power stand above the line."""
    words = text.text or ""
    is_power = words.isdecimal() and next(text.iterancestors(_POWER), None) is not None
    return words.translate(RAISED) if is_power else words


def _said(part: _Element, properties: str, name: str, default: str) -> str:
    block = child(part, M + properties)
    said = child(block, M + name) if block is not None else None
    return default if said is None else said.get(_VALUE, "")
