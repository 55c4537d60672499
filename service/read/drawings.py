"""Drawings, pictures and embedded objects: the words and pictures that hang in a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from service.read.signs import symbol
from service.read.xml import MC, A, R, W, child

if TYPE_CHECKING:
    from lxml.etree import _Element

_V = "{urn:schemas-microsoft-com:vml}"
_SYMBOLS = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"

TEXT_ON_PATH = _V + "textpath"
"""WordArt as older files have it: its words are an attribute."""
DRAWN = frozenset({W + "drawing", W + "pict", W + "object"})
"""What hangs in a run and is no text."""

_ALTERNATE, _CHOICE, _FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"
_BOXES = frozenset({W + "txbxContent", A + "txBody"})
_BLIP, _IMAGE, _TEXT, _SIGN = A + "blip", _V + "imagedata", W + "t", _SYMBOLS + "symEx"
_UNSEEN = frozenset({W + "rt", W + "rubyPr"})
_GRAPHICS = {
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": R + "id",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart": R + "id",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": R + "dm",
}
_UNDERSTOOD = (
    "http://schemas.microsoft.com/office/",
    "http://schemas.openxmlformats.org/",
    "urn:schemas-microsoft-com:",
)


@dataclass(slots=True)
class Found:
    """What a drawing holds."""

    boxes: list[_Element] = field(default_factory=list)
    """Text boxes and WordArt, in order."""
    words: str = ""
    """Characters that stand in the line itself."""
    graphics: list[str] = field(default_factory=list)
    """Relationship ids of charts and diagrams, whose words lie in parts of their own."""
    pictures: int = 0


def chosen(alternate: _Element) -> _Element | None:
    """The branch of an `mc:AlternateContent` that Word reads: the first choice that it understands, else the fallback.

    Where neither is there, a choice that isn't understood is better than losing its words.
    """
    choices = alternate.findall(_CHOICE)
    for choice in choices:
        if _is_understood(choice):
            return choice
    fallback = child(alternate, _FALLBACK)
    return fallback if fallback is not None else next(iter(choices), None)


def _is_understood(choice: _Element) -> bool:
    names = choice.nsmap
    return all(names.get(prefix, "").startswith(_UNDERSTOOD) for prefix in choice.get("Requires", "").split())


def look_into(element: _Element) -> Found:
    """Everything that a drawing, picture or embedded object holds, in order."""
    found = Found()
    waiting = [element]
    while waiting:
        node = waiting.pop()
        tag = node.tag
        if tag in _BOXES:
            found.boxes.append(node)
        elif tag == TEXT_ON_PATH:
            if node.get("string", "").strip():
                found.boxes.append(node)
        elif tag == _ALTERNATE:
            branch = chosen(node)
            waiting.extend([branch] if branch is not None else [])
        elif tag in (_TEXT, _SIGN):
            found.words += (node.text or "") if tag == _TEXT else _sign(node)
        elif tag in _GRAPHICS:
            found.graphics.append(node.get(_GRAPHICS[tag], ""))
        elif tag not in _UNSEEN:
            found.pictures += _is_picture(node)
            waiting.extend(reversed(node))
    return found


def _sign(node: _Element) -> str:
    return symbol(node.get(_SYMBOLS + "char", ""), node.get(_SYMBOLS + "font", ""))


def _is_picture(node: _Element) -> bool:
    if node.tag == _BLIP:
        return bool(node.get(R + "embed") or node.get(R + "link"))
    return bool(node.tag == _IMAGE)
