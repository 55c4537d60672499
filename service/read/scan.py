"""Whether a file is only pictures of pages: a scan, perhaps with the rubbish of a careless text recognition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from service.read.syllable import is_syllable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.model.manuscript import Manuscript

FEW_WORDS = 40
"""Fewer words than this beside pictures are captions, page numbers or a stamp."""
WORDS_A_PICTURE = 25
"""With fewer words than this for each picture, a file of several pictures is a scan with captions."""
JUNK = 0.45
"""A text whose words are possible syllables no oftener than this is no Vietnamese."""

SAMPLE = 400
"""How many words, spread over the text, are enough to tell."""

_WORD = re.compile(r"[^\W\d_]+")


def is_image_only(manuscript: Manuscript) -> bool:
    """Whether the pictures hold the report and the text doesn't."""
    if not manuscript.pictures:
        return False
    words = _words(paragraph.text for paragraph in manuscript.paragraphs)
    if len(words) < FEW_WORDS or (manuscript.pictures > 2 and len(words) < WORDS_A_PICTURE * manuscript.pictures / 2):
        return True
    return _is_junk(words)


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in _WORD.findall(text)]


def _is_junk(words: list[str]) -> bool:
    sample = words[:: max(len(words) // SAMPLE, 1)]
    possible = sum(map(is_syllable, sample))
    marked = sum(not word.isascii() for word in sample)
    return possible < JUNK * len(sample) or marked < 0.04 * len(sample)
