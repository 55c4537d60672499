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
THUMBNAIL = 30.0
"""In square centimetres: nobody could read a page in a smaller picture; such a file is empty but for a sign."""
WORDS_A_PAGE = 700
"""More words than this for each picture as large as a page were typed, whatever their language."""
JUNK = 0.45
"""A text whose words are possible syllables no oftener than this is no Vietnamese."""

SAMPLE = 400
"""How many words, spread over the text, are enough to tell."""

_LETTERS_A_WORD = 4
_WORD = re.compile(r"[^\W\d_]+")


def is_image_only(manuscript: Manuscript) -> bool:
    """Whether the pictures hold the report and the text doesn't; illustrations are no pages."""
    if not manuscript.pictures:
        return False
    texts = [paragraph.text for paragraph in manuscript.paragraphs if paragraph.text]
    pages = manuscript.page_pictures
    if not pages:
        return manuscript.largest_picture >= THUMBNAIL and not _has_words(texts, 1)
    enough = WORDS_A_PICTURE * pages / 2 if pages > 2 else 0
    if not _has_words(texts, max(enough, FEW_WORDS)):
        return True
    return not _has_words(texts, WORDS_A_PAGE * pages) and _is_junk(_sample(texts))


def _has_words(texts: Iterable[str], enough: float) -> bool:
    """Whether the texts have that many words; they are counted only until they have."""
    found = 0
    for text in texts:
        found += len(_WORD.findall(text))
        if found >= enough:
            return True
    return False


def _sample(texts: list[str]) -> list[str]:
    """Enough words to tell, from paragraphs spread over the text."""
    step = max(sum(map(len, texts)) // (SAMPLE * _LETTERS_A_WORD * 4), 1)
    words = [word for text in texts[::step] for word in _WORD.findall(text)]
    return words[:: max(len(words) // SAMPLE, 1)]


def _is_junk(sample: list[str]) -> bool:
    possible = sum(map(is_syllable, sample))
    marked = sum(not word.isascii() for word in sample)
    return possible < JUNK * len(sample) or marked < 0.04 * len(sample)
