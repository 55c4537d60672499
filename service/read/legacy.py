"""The encodings of before Unicode: what a font's name promises, and how a word reads in each of them."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from service.read import syllable, tcvn3, vni
from service.read.tidy import composed


class Encoding(StrEnum):
    """How the letters of a passage are stored."""

    UNICODE = ""
    TCVN3 = "tcvn3"
    VNI = "vni"


ENCODINGS = tuple(Encoding)
Costs = tuple[float, float, float]
"""How badly something fits each of `ENCODINGS`; 0 where it fits well."""

# Symbol fonts keep their characters in the private area, at F000 plus the byte.
_PRIVATE = {0xF000 + byte: byte for byte in range(0x20, 0x100)}
_PRIVATE[0x3BC] = 0xB5  # programs that tidy Unicode make a Greek mu of the micro sign
_FOREIGN = (
    "\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df"
    "\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff"
)
"""What Latin-1 has and Vietnamese in Unicode does without."""
TELLTALE = re.compile(rf"[{_FOREIGN}\u03bc\uf0a1-\uf0ff]")
"""What every longer passage in an old encoding holds, and Vietnamese in Unicode hardly ever."""
# Compiled by `re` when first used: few files need them.
_IS_FOREIGN = f"[{_FOREIGN}]"
_UNICODE_ONLY = "[ăđĩũơưĂĐĨŨƠƯ\u01a2\u01a3\u0300-\u0303\u0306\u031b\u0309\u0323\u1ea0-\u1ef9]"
_HIGH = "[\u00a1-\u00ff]"
_LETTER = r"[^\W\d_]"
# Signs that are letters of TCVN3 (so is the soft hyphen, but it is common elsewhere);
# « and » may also be quotes, at the side of a word where they belong, and no word ends in â or đ.
_SIGN_IN_WORD = (
    rf"{_LETTER}(?![\u00a9\u00ae]\Z)[\u00a1-\u00a9\u00ab\u00ac\u00ae\u00af\u00b4-\u00b9\u00bc-\u00bf\u00d7\u00f7]"
    rf"|[\u00a1-\u00a9\u00ac\u00ae\u00b5-\u00b8\u00bb\u00bc\u00be\u00d7\u00f7]{_LETTER}"
    rf"|{_LETTER}\u00bb{_LETTER}"
)
_MEASURE = r"[\u00b5\u03bc][gmlsAFV]"
_ETH = r"(?<![a-zà-ỹ])Ð|Ð(?=[A-ZÀ-Þ])"
"""The D with a stroke of Icelandic where Vietnamese has its own: before anything, or among capitals."""
_CHUNK = re.compile(r"[^\W\d_]+")
_LABELS = frozenset("ăằắẳẵặâầấẩẫậđ")
"""Letters that stand alone though they are no syllables: "đ)", "500.000 đ"."""
_ALIEN, _FROM_ABROAD = 1.0, 2.0
_RARE, _LONE, _NO_SYLLABLE, _ABBREVIATION, _SIGN, _LEFT_OVER, _CANT_BE = 0.8, 1.0, 3.0, 1.0, 3.0, 2.0, 6.0


def of_font(font: str) -> Encoding:
    """The encoding that a font's name promises."""
    lower = font.strip().lower()
    if lower.startswith(".vn"):
        return Encoding.TCVN3
    if lower.startswith(("vni-", "vni ")):
        return Encoding.VNI
    return Encoding.UNICODE


def apply(text: str, encoding: Encoding, font: str = "") -> str:
    """Decode `text` from `encoding`; a .Vn...H font shows capitals."""
    if encoding is Encoding.TCVN3:
        return tcvn3.decode(bytes_of(text), capitals=tcvn3.is_capitals_font(font))
    if encoding is Encoding.VNI:
        return vni.decode(bytes_of(text))
    return text


def bytes_of(text: str) -> str:
    """The text with what a symbol font keeps in the private area (and a mu) as the Latin-1 characters of its bytes."""
    return text.translate(_PRIVATE)


@lru_cache(maxsize=8192)
def costs(word: str) -> Costs:
    """How badly a word that isn't ASCII fits each encoding."""
    modern = _modern(word)
    as_it_is = _cost(composed(modern)) + (_SIGN if re.search(_SIGN_IN_WORD, word) else 0)
    plain = bytes_of(word)
    if re.fullmatch(_MEASURE, word):
        return 0, _CANT_BE, _CANT_BE
    if re.search(_UNICODE_ONLY, word):
        return as_it_is, as_it_is + _CANT_BE, as_it_is + _CANT_BE
    old = tcvn3.decode(plain)
    in_tcvn3 = _cost(old) + (_LEFT_OVER if re.search(_HIGH, plain.translate(_TCVN3_HOLDS)) else 0)
    marked = vni.decode(plain)
    in_vni = _cost(marked) + (_LEFT_OVER if re.search(_HIGH, vni.without_letters(plain)) else 0)
    if TELLTALE.fullmatch(word):
        return _LONE + (_ALIEN if word.isalpha() else 0), in_tcvn3, in_vni
    if re.search(_IS_FOREIGN, word):
        in_other = min(in_tcvn3, in_vni) >= _NO_SYLLABLE <= as_it_is
        if in_other or (re.search(_ETH, word) and as_it_is < _NO_SYLLABLE and not re.search(_IS_FOREIGN, modern)):
            # A word of another language, or a good one of this with the wrong Đ.
            return as_it_is, in_tcvn3 + _FROM_ABROAD, in_vni + _FROM_ABROAD
        as_it_is += _ALIEN
    return as_it_is, in_tcvn3, in_vni


def _modern(word: str) -> str:
    """A word of Unicode without what has no width, and with the Đ for which some keyboards gave an Icelandic letter."""
    return re.sub(_ETH, "Đ", word.replace("\u00ad", ""))


def is_lone(word: str) -> bool:
    """Whether a word is a single letter in some encoding, such as a label or the "đ" after a sum."""
    return (word.isalpha() and len(vni.decode(bytes_of(word))) == 1) or TELLTALE.fullmatch(word) is not None


_TCVN3_HOLDS = dict.fromkeys(tcvn3.TABLE)


def _cost(text: str) -> float:
    return sum(_of_chunk(chunk) for chunk in _CHUNK.findall(text) if not chunk.isascii())


def _of_chunk(chunk: str) -> float:
    if syllable.is_syllable(chunk):
        return 0 if chunk.lower() in syllable.COMMON else _RARE
    if chunk.lower() in _LABELS:
        return _LONE
    shouted = chunk.isupper() and all(one.isascii() or one in "ĐƯƠĂÂÊÔ" for one in chunk)
    return _ABBREVIATION if shouted else _NO_SYLLABLE
