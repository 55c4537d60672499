"""On which page each paragraph began when Word last laid the file out: a hint for people who look for it on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from service.read.anchors import anchors
from service.read.xml import W

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_P, _ROW, _CELL, _TEXT, _BREAK = (W + name for name in ("p", "tr", "tc", "t", "lastRenderedPageBreak"))


def page_hints(data: bytes) -> tuple[int | None, ...]:
    """The page of each paragraph of the body, from 1; None for all of a file that no program with pages has saved.

    Pages follow from printer and fonts, so another machine may have them one earlier or later.

    Raises:
        UnreadableReport: the file can't be read.
    """
    found = anchors(data)
    if next(found.root.iter(_BREAK), None) is None:
        return (None,) * len(found.elements)
    begun = _begun(found.root)
    return tuple(_first(elements, begun) for elements in found.elements)


def _first(elements: Sequence[_Element], begun: dict[_Element, int]) -> int | None:
    return next((begun[element] for element in elements if element in begun), None)


def _begun(root: _Element) -> dict[_Element, int]:
    """The page on which the first words of each paragraph stand; cells of one row go on side by side."""
    page, begun = 1, {}
    empty: list[_Element] = []
    rows: list[tuple[int, int]] = []
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=(_P, _ROW, _CELL, _TEXT, _BREAK)):
        if element.tag == _ROW:
            if event == "start":
                rows.append((page, page))
            else:
                page = rows.pop()[1]
        elif element.tag == _CELL and rows:
            first, last = rows[-1]
            rows[-1] = (first, max(last, page))
            page = first if event == "start" else page
        elif event == "end":
            continue
        elif element.tag == _P:
            begun[element] = page
            empty.append(element)
        elif element.tag == _TEXT:
            empty.clear()
        elif element.tag == _BREAK:
            page += 1
            begun.update(dict.fromkeys(empty[-1:], page))
    return begun
