"""The words of charts and diagrams, which lie in parts of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.read.xml import A

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_NEW_CHART = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_PARAGRAPH, _TEXT, _BREAK = A + "p", A + "t", A + "br"
_NAMES = (_CHART + "strCache", _CHART + "strLit")
"""Names of series and categories as last shown; the numbers beside them are what the bars draw."""


def words(root: _Element) -> str:
    """What a chart or diagram part says, one line a paragraph or name; each name once."""
    lines: dict[str, None] = {}
    for line in _lines(root):
        if line.strip():
            lines.setdefault(" ".join(line.split()))
    return "\n".join(lines)


def _lines(root: _Element) -> Iterator[str]:
    for element in root.iter(_PARAGRAPH, *_NAMES, _NEW_CHART + "strDim"):
        if element.tag == _PARAGRAPH:
            yield "".join(part.text or "" if part.tag == _TEXT else " " for part in element.iter(_TEXT, _BREAK))
        else:
            yield from (value.text or "" for value in element.iter(_CHART + "v", _NEW_CHART + "pt"))
