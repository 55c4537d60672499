"""Numbers in words, as lists count with them: one to ninety-nine, in Vietnamese and English."""

from __future__ import annotations

from functools import cache

_MOST = 99
_DIGITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ENGLISH = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def vietnamese(value: int) -> str:
    """một, hai ... mười một ... hai mươi mốt; a number beyond these in digits."""
    if not 0 < value <= _MOST:
        return str(value)
    tens, ones = divmod(value, 10)
    last = {5: "lăm", 1: "mốt" if tens > 1 else "một"}.get(ones, _DIGITS[ones]) if tens else _DIGITS[ones]
    first = ("", "mười")[tens] if tens < 2 else f"{_DIGITS[tens]} mươi"
    return f"{first} {last}".strip()


def english(value: int) -> str:
    """One, Two ... Twenty-one; a number beyond these in digits."""
    if not 0 < value <= _MOST:
        return str(value)
    tens, ones = divmod(value, 10)
    words = _ENGLISH[value] if value < len(_ENGLISH) else "-".join(filter(None, (_TENS[tens], _ENGLISH[ones])))
    return words.capitalize()


def english_ordinal(value: int) -> str:
    """First, Second ... Twenty-first; empty for a number beyond these."""
    if not 0 < value <= _MOST:
        return ""
    before, dash, last = english(value).lower().rpartition("-")
    ending = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{before}{dash}{ending}".capitalize()


def spelled_out(words: str) -> int:
    """The number that is written so, whatever its capitals; 0 where it is none."""
    return _numbers().get(words.lower(), 0)


@cache
def _numbers() -> dict[str, int]:
    written = (vietnamese, english, english_ordinal)
    return {write(value).lower(): value for write in written for value in range(1, _MOST + 1)}
