"""Who signs a report: the names and offices below "TM. BAN CHẤP HÀNH" stand out as headings do, and are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.language import opening, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.model.manuscript import Paragraph

_SIGNING = re.compile(
    r"(?:t/?m|kt|tl|tuq|q)\b[. ]|thay mặt (?:ban|bch|btv|đoàn|chủ tịch)|(?:phó )?chủ tịch$|người (?:lập|viết)"
)
_LINE = 8
"""A line of a signature has no more words."""
_NAME = range(2, 7)
_ABOVE = 10
"""So many paragraphs, empty ones for the signature included, may part a name from the office."""


def is_signatory(paragraphs: Sequence[Paragraph], paragraph: Paragraph, end: int) -> bool:
    """Whether a line names who signs: a name in a signature, or anything as short where nothing but that follows.

    Args:
        paragraphs: All of the file.
        paragraph: The line.
        end: The first paragraph behind its document.
    """
    text = paragraph.text
    if words_in(text) not in _NAME or not all(word[0].isupper() for word in text.split()):
        return False
    if not _is_below_office(paragraphs, paragraph.index):
        return False
    return not text.isupper() or all(_is_line(one) for one in paragraphs[paragraph.index + 1 : end])


def _is_below_office(paragraphs: Sequence[Paragraph], index: int) -> bool:
    for above in reversed(paragraphs[max(index - _ABOVE, 0) : index]):
        if not _is_line(above):
            return False
        if _SIGNING.match(opening(above.text)):
            return True
    return False


def _is_line(paragraph: Paragraph) -> bool:
    return words_in(paragraph.text) <= _LINE and paragraph.look.outline_level is None
