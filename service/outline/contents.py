"""Tells a table of contents from the text, so that its lines are not taken for headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.language import words_in
from service.outline.repeated import ENTRY_WORDS, TITLE, entry_of, typed_contents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.model.manuscript import Paragraph

_PAGE = re.compile(r"[0-9]{1,3}$")
_LEADERS = " .…_\t"
"""What may stand between an entry and its page: dots, ellipses, underscores or a tab."""
_STYLE = re.compile(r"(?:toc|mục lục) ?[0-9]|toc heading")


def contents(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Indexes of the paragraphs that make a table of contents, its title included."""
    found = {p.index for p in paragraphs if _STYLE.match(p.look.style) or _led_to_page(p.text.strip())}
    found.update(_made_by_word(paragraphs))
    found.update(typed_contents(paragraphs, found))
    return frozenset(found)


def _made_by_word(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """What stands in the contents that Word made, up to where the report itself was typed into them."""
    first, inside = "", True
    for paragraph in paragraphs:
        if not paragraph.look.contents:
            first, inside = "", True
        elif inside:
            entry = entry_of(paragraph)
            inside = not _is_typed(paragraph) and not (first and entry == first)
            if inside:
                first = first or ("" if TITLE.fullmatch(entry) else entry)
                yield paragraph.index


def _is_typed(paragraph: Paragraph) -> bool:
    is_heading = paragraph.look.outline_level is not None and not _STYLE.match(paragraph.look.style)
    return is_heading or words_in(paragraph.text) > ENTRY_WORDS


def _led_to_page(text: str) -> bool:
    """Whether a line ends in leaders and a page number. Not one pattern: rows of 2,000 dots are real."""
    page = _PAGE.search(text) if text[-1:].isdecimal() else None
    if page is None:
        return False
    entry = text[: page.start()]
    leaders = entry[len(entry.rstrip(_LEADERS)) :]
    return leaders.count(".") >= 4 or leaders.count("…") >= 2 or leaders.count("_") >= 4 or "\t" in leaders
