"""How large a picture is shown: large enough to be the page of a scan, or an illustration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
"""The size of a drawing, in EMU."""

PORTRAIT_PAGE = 100.0
"""Area in square centimetres from which an upright picture may be a page; an A4 page has 624."""
ANY_PAGE = 220.0
"""The same for one of any other shape."""

_EMU = 360_000.0
_CENTIMETRES = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "pc": 2.54 / 6, "px": 2.54 / 96}
_STYLED = re.compile(
    r"(?:^|;)\s{0,9}(width|height)\s{0,9}:\s{0,9}(\d{1,9}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|px)", re.IGNORECASE
)
_MAX_STYLE = 2_000


def drawn(extent: _Element) -> tuple[float, float] | None:
    """Width and height in centimetres that a `wp:extent` gives; None where it gives none."""
    width, height = extent.get("cx", ""), extent.get("cy", "")
    if not (width.isdecimal() and height.isdecimal() and len(width) < 12 and len(height) < 12):
        return None
    return int(width) / _EMU, int(height) / _EMU


def styled(style: str) -> tuple[float, float] | None:
    """The same of the style of a VML shape; None where it is in the units of a group, or nowhere."""
    found = {
        name.lower(): float(number) * _CENTIMETRES[unit.lower()]
        for name, number, unit in _STYLED.findall(style[:_MAX_STYLE])
    }
    return (found["width"], found["height"]) if len(found) == 2 else None


def may_be_page(width: float, height: float) -> bool:
    """Whether a picture of this size, in centimetres, may show a page that can be read."""
    return width * height >= (PORTRAIT_PAGE if height >= 1.2 * width else ANY_PAGE)
