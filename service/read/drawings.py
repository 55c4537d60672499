"""Drawings, pictures and embedded objects: the words and pictures that hang in a run."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from service.read.compact import WORDS
from service.read.signs import symbol
from service.read.sizes import EXTENT, drawn, may_be_page, styled
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
_RUBY, _GUIDE, _GUIDED = W + "ruby", W + "rt", W + "rubyBase"
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


class Found:
    """What a drawing holds."""

    def __init__(self) -> None:
        self.boxes: list[_Element] = []
        """Text boxes and WordArt, in order."""
        self.words = ""
        """Characters that stand in the line itself."""
        self.graphics: list[str] = []
        """Relationship ids of charts and diagrams, whose words lie in parts of their own."""
        self.pictures = 0
        self.sizes: list[tuple[float, float]] = []
        """Sizes in centimetres that it gives itself and its shapes."""

    def largest(self) -> float:
        """The area of its largest picture in square centimetres; endless where no size is given, 0 without any."""
        if not self.pictures:
            return 0.0
        return max((width * height for width, height in self.sizes), default=inf)

    def may_be_page(self) -> bool:
        """Whether it holds a picture that may be the page of a scan; one that gives no size may be."""
        return self.pictures > 0 and (not self.sizes or any(may_be_page(*size) for size in self.sizes))


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
        elif tag in (_TEXT, WORDS, _SIGN):
            found.words += _sign(node) if tag == _SIGN else node.text or ""
        elif tag in _GRAPHICS:
            found.graphics.append(node.get(_GRAPHICS[tag], ""))
        elif tag == _RUBY:
            waiting.extend(part for part in (child(node, _GUIDE), child(node, _GUIDED)) if part is not None)
        elif tag == _GUIDE:
            found.words += _guide(node)
        else:
            found.pictures += _is_picture(node)
            size = drawn(node) if tag == EXTENT else styled(node.get("style", ""))
            found.sizes += [size] if size else []
            waiting.extend(reversed(node))
    return found


def _guide(node: _Element) -> str:
    """The small words above others, behind them in brackets, as plain text writes them."""
    words = "".join(text.text or "" for text in node.iter(_TEXT, WORDS))
    return f"({words})" if words.strip() else ""


def _sign(node: _Element) -> str:
    return symbol(node.get(_SYMBOLS + "char", ""), node.get(_SYMBOLS + "font", ""))


def _is_picture(node: _Element) -> bool:
    if node.tag == _BLIP:
        return bool(node.get(R + "embed") or node.get(R + "link"))
    return bool(node.tag == _IMAGE)
