"""Tells a table of contents from the text, so that its lines are not taken for headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.language import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.manuscript import Paragraph

_PAGE = re.compile(r"[0-9]{1,3}$")
_LEADERS = " .…_\t"
"""What may stand between an entry and its page: dots, ellipses, underscores or a tab."""
_TITLE = re.compile(r"(?:mục lục|nội dung\s+trang)")
_STYLE = re.compile(r"(?:toc|mục lục) ?[0-9]|toc heading")
_FIRSTS, _LONGEST_TITLE = frozenset("mMnN"), 60
"""Of what `_TITLE` finds; folding every short line and cell would cost more than the rest of the outline."""
_LOOK_AHEAD = 6


def contents(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Indexes of the paragraphs that make a table of contents, its title included."""
    found = {p.index for p in paragraphs if _STYLE.match(p.look.style) or _led_to_page(p.text.strip())}
    for paragraph in paragraphs:
        may_be = paragraph.text.lstrip()[:1] in _FIRSTS and len(paragraph.text) <= _LONGEST_TITLE
        if may_be and paragraph.index not in found and _TITLE.fullmatch(fold(paragraph.text).strip(" :.")):
            found.update(_below(paragraph.index, found))
    return frozenset(found)


def _led_to_page(text: str) -> bool:
    """Whether a line ends in leaders and a page number. Not one pattern: rows of 2,000 dots are real."""
    page = _PAGE.search(text) if text[-1:].isdecimal() else None
    if page is None:
        return False
    entry = text[: page.start()]
    leaders = entry[len(entry.rstrip(_LEADERS)) :]
    return leaders.count(".") >= 4 or leaders.count("…") >= 2 or leaders.count("_") >= 4 or "\t" in leaders


def _below(title: int, lines: set[int]) -> set[int]:
    """The title, and the lines between it and the last leader line near it."""
    last = title
    while (following := [n for n in range(last + 1, last + _LOOK_AHEAD) if n in lines]) and following[-1] > last:
        last = following[-1]
    return set(range(title, last + 1))
