"""Encodings that hardly any office used: VISCII, and Windows-1258 opened as if it were Western.

They are looked for in a whole document at once, and only where its words read in none of the usual ones.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from service.read import syllable
from service.read.tidy import composed

if TYPE_CHECKING:
    from collections.abc import Iterable

Table = dict[int, str]
"""The letter for each character that Word shows."""

_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
"""The letters of the bytes from 80 on, as RFC 1456 gives them."""
_FEWEST, _MOST = 20, 2000
_FITS = 0.9


def table(words: Iterable[str]) -> Table | None:
    """The table by which nearly all of these words, which no usual encoding explains, are Vietnamese."""
    some = list(dict.fromkeys(words))[:_MOST]
    if len(some) < _FEWEST:
        return None
    return next((one for one in _tables() if sum(reads(word, one) for word in some) >= _FITS * len(some)), None)


def reads(word: str, by: Table) -> bool:
    """Whether every part of a word beyond ASCII is a Vietnamese syllable by a table."""
    right, marked = syllable.score(composed(word.translate(by)))
    return right == marked > 0


@cache
def _tables() -> tuple[Table, ...]:
    shown = {byte: _western(byte) for byte in range(0x80, 0x100)}
    viscii = {ord(shown[0x80 + n]): letter for n, letter in enumerate(_VISCII)}
    windows = {ord(shown[byte]): bytes((byte,)).decode("cp1258", "ignore") or shown[byte] for byte in shown}
    return viscii, windows


def _western(byte: int) -> str:
    """What Word shows for a byte that it takes for Windows-1252; five of them are none."""
    return bytes((byte,)).decode("cp1252", "ignore") or chr(byte)
