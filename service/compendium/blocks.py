"""The blocks of a body: what stands in no other paragraph or table, in reading order, as the reader counts them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from service.read.drawings import chosen
from service.read.xml import MC, W

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

BLOCKS = frozenset(W + name for name in ("p", "tbl", "altChunk"))
_CLOSED = frozenset(
    W + name for name in ("sdtPr", "sdtEndPr", "customXmlPr", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr",
                          "permStart", "permEnd")
)  # fmt: skip
_BETWEEN = frozenset((W + "bookmarkStart", W + "bookmarkEnd"))


def blocks(bodies: Sequence[_Element]) -> Iterator[_Element]:
    """Every block below these bodies."""
    for body in bodies:
        waiting = [iter(body)]
        while waiting:
            element = next(waiting[-1], None)
            if element is None:
                waiting.pop()
            elif element.tag in BLOCKS:
                yield element
            elif element.tag == MC + "AlternateContent":
                branch = chosen(element)
                waiting += [iter(branch)] if branch is not None else []
            elif element.tag not in _CLOSED:
                waiting.append(iter(element))


def with_marks(block: _Element) -> list[_Element]:
    """A block with the ends of bookmarks that stand before and behind it, between it and its neighbours."""
    before: list[_Element] = []
    near = block.getprevious()
    while near is not None and near.tag in _BETWEEN:
        before.insert(0, near)
        near = near.getprevious()
    behind: list[_Element] = []
    near = block.getnext()
    while near is not None and near.tag in _BETWEEN:
        behind.append(near)
        near = near.getnext()
    return [*before, block, *behind]


def stretches(starts: Sequence[int], wanted: frozenset[int]) -> list[range]:
    """Runs of blocks that hold the wanted paragraphs.

    Args:
        starts: First paragraph of each block, then how many there are in all.
        wanted: Numbers of paragraphs.
    """
    found: list[range] = []
    for number, (start, end) in enumerate(pairwise(starts)):
        touches = bool(found) and found[-1].stop == number
        if (start == end and touches) or any(one in wanted for one in range(start, end)):
            if touches:
                found[-1] = range(found[-1].start, number + 1)
            else:
                found.append(range(number, number + 1))
    return found
