"""The compendium's one sheet of styles, as it grows: equal styles shared, clashing ones under new names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from service.read.styles import canonical
from service.read.stylesheet import Sheet
from service.read.xml import VAL, W, child

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


class Stylesheet(Sheet):
    """The compendium's styles, as they are made."""

    def __init__(self, own: bytes) -> None:
        """Begin with the compendium's own styles, the children of a `w:styles`."""
        super().__init__(own)
        self._order: list[str] = list(self._makers)
        self._known: dict[bytes, str] = {}
        self._names: dict[tuple[str, str], int] = {}
        for ident in self._order:
            style = self[ident]
            self._names[style.get(W + "type", ""), name_of(style)] = 1

    def add(self, style: _Element, signature: bytes) -> str:
        """Take a style in, under a name of its own; an equal one that is there already is used again."""
        known = self._known.get(signature)
        if known is not None:
            return known
        kind, said = style.get(W + "type", "paragraph"), name_of(style)
        number = self._names[kind, said] = self._names.get((kind, said), 0) + 1
        ident = f"s{len(self._known) + 1}"
        style.set(W + "styleId", ident)
        name = child(style, W + "name")
        if name is not None and number > 1:
            name.set(VAL, f"{name.get(VAL, '')} ({number})")
        self._known[signature] = ident
        self._makers[ident] = lambda: style
        self._order.append(ident)
        return ident

    def written(self) -> Iterator[bytes]:
        """Every style, in the order in which they came."""
        for ident in self._order:
            style = self[ident]
            if ident == self.default_id:
                style.set(W + "default", "1")
            yield said_by(style)


def name_of(style: _Element) -> str:
    """The name that tells a style in every language of Word."""
    return canonical(shown_name(style))


def shown_name(style: _Element) -> str:
    """The name of a style as its file has it."""
    name = child(style, W + "name")
    return (name.get(VAL, "") if name is not None else "") or style.get(W + "styleId", "")


def said_by(element: _Element) -> bytes:
    """An element in one way of writing, whatever its file did."""
    return etree.tostring(element, method="c14n", exclusive=True)
