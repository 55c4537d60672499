"""Fields that begin and never end: broken ones, whose words Word shows as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from service.read.xml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH, _SIGN, _KIND = W + "p", W + "fldChar", W + "fldCharType"
_FAR = 50
"""A code over more paragraphs than this is a broken field that has come upon another one's end."""


class _Field(NamedTuple):
    signs: list[_Element]
    first: int
    """The paragraph in which it begins."""


def unended(root: _Element) -> frozenset[_Element]:
    """The signs of all broken fields below `root`: where they are passed over, every other field has its end."""
    broken: set[_Element] = set()
    opened: list[_Field] = []
    paragraph = 0
    for element in root.iter(_PARAGRAPH, _SIGN):
        if element.tag == _PARAGRAPH:
            paragraph += 1
            continue
        kind = element.get(_KIND)
        if kind == "begin":
            opened.append(_Field([element], paragraph))
        elif opened and kind in {"separate", "end"}:
            field = opened[-1]
            if len(field.signs) == 1 and paragraph - field.first > _FAR:
                broken.add(field.signs[0])
            field.signs.append(element)
            if kind == "end":
                opened.pop()
                broken.update(field.signs if field.signs[0] in broken else ())
    broken.update(sign for field in opened for sign in field.signs)
    return frozenset(broken)
