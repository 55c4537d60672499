"""Number formats: how Word writes the n-th item of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MAX_ROMAN = 4000
_MAX_REPEAT = 40

# Bullets of the symbol fonts, stored in the private area or as the plain character of that font.
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212\uf02d\uf0be")
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "courier new", "opensymbol", "starsymbol")


def number(value: int, style: str) -> str:
    """`value` in a `w:numFmt`; formats without a rule here are written in plain digits."""
    return _FORMATS.get(style, str)(value)


def bullet(text: str, font: str) -> str:
    """The sign of a bulleted list: "-" for every dash, "•" for the pictures of symbol fonts, else as typed."""
    sign = text.strip()
    if not sign:
        return ""
    if sign in _DASHES:
        return "-"
    if any("\uf000" <= character <= "\uf0ff" for character in sign) or sign in "\u00b7\u2022\u25cf\u25aa\u25a0\u2023":
        return "•"
    if len(sign) == 1 and font.lower().startswith(_SYMBOL_FONTS) and sign not in "+*":
        return "•"
    return sign


def _roman(value: int) -> str:
    if not 0 < value < _MAX_ROMAN:
        return str(value)
    written = ""
    for size, letters in _ROMAN:
        written += letters * (value // size)
        value %= size
    return written


def _letters(value: int) -> str:
    """a, b ... z, aa, bb ...: Word repeats the letter."""
    if value < 1:
        return str(value)
    repeat, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * min(repeat + 1, _MAX_REPEAT)


def _in_words(way: str, value: int) -> str:
    from service.language import counting  # noqa: PLC0415 - hardly any list counts in words

    written: str = getattr(counting, way)(value)
    return written


def _ordinal(value: int) -> str:
    if 10 <= abs(value) % 100 <= 20:
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(abs(value) % 10, 'th') }"


def _chicago(value: int) -> str:
    """*, †, ‡, §, then each twice, and so on."""
    if value < 1:
        return str(value)
    repeat, place = divmod(value - 1, 4)
    return "*†‡§"[place] * min(repeat + 1, _MAX_REPEAT)


def _circled(value: int) -> str:
    return chr(0x2460 + value - 1) if 0 < value <= 20 else str(value)


_WIDE = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "001": lambda value: f"{value:03d}",
    "0001": lambda value: f"{value:04d}",
    "00001": lambda value: f"{value:05d}",
    "vietnameseCounting": lambda value: _in_words("vietnamese", value),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "cardinalText": lambda value: _in_words("english", value),
    "ordinalText": lambda value: _in_words("english_ordinal", value) or _ordinal(value),
    "hex": lambda value: f"{value:X}",
    "chicago": _chicago,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": lambda value: str(value).translate(_WIDE),
    "decimalFullWidth2": lambda value: str(value).translate(_WIDE),
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "none": lambda _: "",
}
