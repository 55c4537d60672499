"""Tells sentences that say the same thing in nearly the same words; what differs in a figure never does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

ALIKE = 92.0
"""In hundredths: so alike must two sentences be to be told once."""
_COUNTING = frozenset(
    ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mươi", "trăm", "nghìn", "ngàn", "vạn",
     "triệu", "tỷ", "tỉ", "nửa", "rưỡi"]
)  # fmt: skip
_TURNING = frozenset(["không", "chưa", "chẳng", "chả", "ngoài", "trừ", "giảm", "tăng", "trên", "dưới", "hơn", "kém"])
"""One word of these turns a sentence around, however much the rest is alike."""
_LABEL = re.compile(r"^(?:(?:thứ )?\w{2,5} là|\d{1,2}|[a-zđ])(?:[,.:)]| )[ ]?", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[.,/]\d+)*%?")


def groups(items: Iterable[T], text: Callable[[T], str]) -> list[list[T]]:
    """The items in groups whose texts say the same, in the order in which each group begins.

    Figures, number words, names and words of denial must be the very same.

    Args:
        items: What is grouped.
        text: The sentence of an item.
    """
    found: list[list[T]] = []
    known: dict[tuple[str, ...], list[tuple[str, list[T]]]] = {}
    for item in items:
        told = bare(text(item))
        rivals = known.setdefault(_fixed(text(item)), [])
        group = next((one for first, one in rivals if told == first or _alike(told, first)), None)
        if group is None:
            group = []
            found.append(group)
            rivals.append((told, group))
        group.append(item)
    return found


def bare(text: str) -> str:
    """The words of a sentence without its label and its marks at either end."""
    return _LABEL.sub("", " ".join(text.casefold().split())).strip(" .;,:-–")


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(one, other, score_cutoff=ALIKE) >= ALIKE


def _fixed(text: str) -> tuple[str, ...]:
    """What must be the same in both: figures, number words, names, words that turn a sentence around."""
    spaced = " ".join(text.split())
    label = _LABEL.match(spaced)
    words = _WORD.findall(spaced[label.end() :] if label else spaced)
    plain = (word.casefold() for word in words)
    figures = [word for word in plain if word in _COUNTING or word in _TURNING or any(map(str.isdigit, word))]
    names = [word for word in words[1:] if word[:1].isupper()]
    return (*figures, "|", *names)
