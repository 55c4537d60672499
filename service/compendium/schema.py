"""The order in which the schema wants properties, and properties laid over others."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from service.read.xml import W, child

if TYPE_CHECKING:
    from lxml.etree import _Element

_PPR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_RPR = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
_ORDERS = {
    W + "pPr": {W + name: place for place, name in enumerate(_PPR.split())},
    W + "rPr": {W + name: place for place, name in enumerate(_RPR.split())},
}
_LAST = 1000
_BY_ATTRIBUTE = frozenset(W + name for name in ("rFonts", "lang", "spacing", "ind"))
"""Properties of which each attribute is one of its own."""


def put(properties: _Element, new: _Element) -> None:
    """Set a property of a `w:pPr` or `w:rPr`, in its place; what was said before of the same goes."""
    old = child(properties, new.tag)
    if old is not None:
        properties.replace(old, new)
        return
    order = _ORDERS[properties.tag]
    place = order.get(new.tag, _LAST)
    for at, other in enumerate(properties):
        if order.get(other.tag, _LAST) > place:
            properties.insert(at, new)
            return
    properties.append(new)


def laid_over(top: _Element | None, base: _Element | None) -> _Element | None:
    """The properties of `top`, and those of `base` of which `top` says nothing; neither is changed."""
    if base is None or len(base) == 0:
        return deepcopy(top) if top is not None else None
    found = deepcopy(base)
    for said in top if top is not None else ():
        under = child(found, said.tag)
        new = deepcopy(said)
        if under is not None and said.tag in _BY_ATTRIBUTE:
            for name, value in under.attrib.items():
                if name not in new.attrib:
                    new.set(name, value)
        put(found, new)
    return found
