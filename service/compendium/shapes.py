"""Shapes of old drawings: they have ids of their own kind, by which linked text boxes find each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.read.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_V = "{urn:schemas-microsoft-com:vml}"
_SHAPES = tuple(
    _V + name for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "group", "image", "arc")
)
_SPID = "{urn:schemas-microsoft-com:office:office}spid"
_CHAINED = re.compile(r"mso-next-textbox:#([^;]+)")
_FIRST = 2048


def rename_shapes(holders: Iterable[_Element], last: int) -> int:
    """Give the shapes in these holders names of their own, and linked text boxes those of each other.

    Args:
        holders: Drawings of any kind.
        last: The last number that a drawing of the compendium has.

    Returns:
        The last number now.
    """
    names: dict[str, str] = {}
    picts = [holder for holder in holders if holder.tag == W + "pict"]
    for shape in [one for holder in picts for one in holder.iter(*_SHAPES)]:
        last += 1
        name = f"_x0000_s{last + _FIRST}"
        names[shape.get("id", "")] = name
        shape.set("id", name)
        if _SPID in shape.attrib:
            del shape.attrib[_SPID]
    for box in [one for holder in picts for one in holder.iter(_V + "textbox")]:
        style = box.get("style", "")
        if found := _CHAINED.search(style):
            box.set("style", style.replace(found[1], names.get(found[1].strip(), found[1])))
    return last
