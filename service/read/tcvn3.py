"""TCVN3 (ABC fonts: .VnTime and its kin): one letter a byte, stored as the Latin-1 character of that byte."""

from __future__ import annotations

import re

_LETTERS = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
TABLE = {start + offset: letter for start, letters in _LETTERS for offset, letter in enumerate(letters)}
"""Unicode letter for each code point."""


def decode(text: str, *, capitals: bool = False) -> str:
    """Text as typed in a TCVN3 font; `capitals` for the fonts that show small letters as capitals."""
    decoded = text.translate(TABLE)
    if capitals:
        return decoded.upper()
    return decoded if decoded.islower() or decoded.isupper() else _with_capitals(decoded)


def is_capitals_font(font: str) -> bool:
    """Whether a .Vn font shows small letters as capitals (.VnTimeH)."""
    return font.rstrip().endswith("H")


_WORD = re.compile(r"[^\W\d_]+")


def _with_capitals(text: str) -> str:
    """Give words typed in capitals their accented capitals.

    The encoding has none, so that a line typed with the shift key held reads "KếT QUả". A word whose
    plain letters are capitals beyond the first is such a word; "Số" is one between two of them.
    """
    words = list(_WORD.finditer(text))
    shouted = [_is_shouted(match[0]) for match in words]
    if not any(shouted):
        return text
    pieces, at = [], 0
    for number, match in enumerate(words):
        between = 0 < number < len(words) - 1 and shouted[number - 1] and shouted[number + 1]
        if shouted[number] or (between and _may_be_shouted(match[0])):
            pieces += [text[at : match.start()], match[0].upper()]
            at = match.end()
    return "".join(pieces) + text[at:]


def _is_shouted(word: str) -> bool:
    if len(word) > 1 and word.isupper():
        return True
    plain = [letter for letter in word if letter.isascii()]
    return bool(plain) and all(map(str.isupper, plain)) and any(letter.isascii() for letter in word[1:])


def _may_be_shouted(word: str) -> bool:
    return all(not letter.isascii() or letter.isupper() for letter in word)
