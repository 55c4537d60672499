"""How much of two texts is the same, from a few numbers that are kept of each."""

from __future__ import annotations

import hashlib
import heapq
import re
from itertools import accumulate
from typing import TYPE_CHECKING
from zlib import crc32

from service.language import fold
from service.model.examination import Sketch

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
_RUN = 4
"""Words that are looked at together."""
_KEPT = 64
"""So many of the smallest hashes stand for all: the share is right to about a tenth."""
_LEAST = 20
"""Of fewer runs than this nothing is said: short texts are alike by chance."""


def sketch(paragraphs: Iterable[str]) -> Sketch:
    """What is kept of a text to know it again: its words in any spelling, spacing and looks."""
    words = [word for paragraph in paragraphs for word in _WORD.findall(fold(paragraph))]
    digest = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()
    return Sketch(digest[:16], tuple(heapq.nsmallest(_KEPT, _runs(words))))


def share(one: Sketch | None, other: Sketch | None) -> float | None:
    """About which part of both texts' runs of words is in both, from 0 to 1; None where that can't be said."""
    if one is None or other is None:
        return None
    if one.words == other.words:
        return 1.0
    if min(len(one.grains), len(other.grains)) < _LEAST:
        return None
    smallest = heapq.nsmallest(_KEPT, {*one.grains, *other.grains})
    return len({*one.grains} & {*other.grains} & {*smallest}) / len(smallest)


def _runs(words: list[str]) -> set[int]:
    """The hashes of all runs of words."""
    coded = [word.encode("utf-8", "surrogatepass") for word in words]
    text = memoryview(b" ".join(coded))
    begins = [0, *accumulate(len(word) + 1 for word in coded)]
    return {crc32(text[first : behind - 1]) for first, behind in zip(begins, begins[_RUN:], strict=False)}
