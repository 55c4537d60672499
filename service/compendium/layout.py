"""Sections of a report whose pages lie otherwise than the compendium's: wide ones, and those in columns."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from service.read.looks import whole
from service.read.xml import W, child

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_SECTION, _PPR = W + "sectPr", W + "pPr"
_NAME, _SPAN = b"sectPr", ("beginning", "end")
_KEPT = frozenset(W + name for name in ("pgSz", "pgMar", "cols"))


def layouts(blocks: Sequence[_Element], bodies: Sequence[_Element], raw: bytes) -> list[bytes]:
    """For each block, the layout of its section, where it isn't that of an upright page in one column; else nothing."""
    last = next((section for body in reversed(bodies) for section in body.iterchildren(_SECTION)), None)
    after = _layout(last) if last is not None else b""
    if raw.count(_NAME) <= len(_SPAN):  # as in most reports: the one section there is
        return [after] * len(blocks)
    found: list[bytes] = []
    for block in reversed(blocks):
        ppr = child(block, _PPR) if block.tag == W + "p" else None
        section = child(ppr, _SECTION) if ppr is not None else None
        if section is not None:
            after = _layout(section)
        found.append(after)
    return found[::-1]


def _layout(section: _Element) -> bytes:
    """What is said of the pages of a section, as the inside of a `w:sectPr`."""
    size, columns = child(section, W + "pgSz"), child(section, W + "cols")
    width, height = (whole(size.get(W + name)) or 0 for name in ("w", "h")) if size is not None else (0, 0)
    many = columns is not None and (whole(columns.get(W + "num")) or 1) > 1
    if width <= height and not many:
        return b""
    return b"".join(
        etree.tostring(deepcopy(part), method="c14n", exclusive=True) for part in section if part.tag in _KEPT
    )
