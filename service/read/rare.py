"""Encodings that hardly any office used: VISCII, and Windows-1258 opened as if it were Western.

The table is found from the words of a whole document that read in none of the usual ones; which paragraphs are stored
by it is decided for each.
"""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from service.read import syllable
from service.read.evidence import STRANGE
from service.read.tidy import composed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from service.read.legacy import Costs

Table = dict[int, str]
"""The letter for each character that Word shows."""

_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
"""The letters of the bytes from 80 on, as RFC 1456 gives them."""
_FEWEST, _MOST = 20, 2000
_FITS, _MOSTLY = 0.5, 0.8
"""What part of a document's strange words, and of a paragraph's words, must read by a table."""


def table(strange: Iterable[str]) -> Table | None:
    """The table by which most of these words, which no usual encoding explains, are Vietnamese."""
    some = list(dict.fromkeys(strange))[:_MOST]
    if len(some) < _FEWEST:
        return None
    count, best = max(((sum(reads(word, one) for word in some), one) for one in _tables()), key=itemgetter(0))
    return best if count >= max(_FEWEST, _FITS * len(some)) else None


def gain(words: Sequence[tuple[str, Costs]], by: Table) -> float:
    """How much better the words of a paragraph read by a table than in any usual encoding; below 0 where they don't."""
    read = sum(reads(word, by) for word, _ in words)
    if read < _MOSTLY * len(words):
        return -1
    usual = min(map(sum, zip(*[costs for _, costs in words], strict=True)), default=0.0)
    return usual - STRANGE * (len(words) - read)


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
