"""Signs of symbol fonts: characters that a run names, or letters that such a font shows as something else."""

from __future__ import annotations

# Ticks, boxes and arrows that symbol fonts hold; anything else of theirs is a plain bullet.
_PICTURES = {0xE0: "→", 0xDF: "←", 0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0xFB: "✗", 0xFD: "☒", 0xA7: "▪"}
_PICTURES_OF_TWO = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "☐", 0xA3: "☐",
}  # fmt: skip
"""The same of Wingdings 2."""
_SYMBOL_LETTERS = {0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→"}

RAISED = {ord(str(digit)): sign for digit, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
"""Digits as they stand above the line, for `str.translate`."""

_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = dict(zip(map(ord, _LATIN), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))


def symbol(char: str, font: str) -> str:
    """The character of a `w:sym`, by its number in hexadecimal digits; empty where there is none."""
    try:
        code = int(char, 16)
    except ValueError:
        return ""
    code = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    lower = font.lower()
    if lower.startswith(("wingdings", "webdings")):
        return (_PICTURES_OF_TWO if lower == "wingdings 2" else _PICTURES).get(code, "•")
    if lower == "symbol" and 0x80 <= code <= 0xFF:
        return _SYMBOL_LETTERS.get(code, "•")
    return _GREEK.get(code, chr(code)) if lower == "symbol" else chr(code)


_LONGEST_SIGN = 2
"""Longer words in such a font are words that somebody set in it by mistake."""


def is_symbol_font(font: str) -> bool:
    """Whether a font shows signs where others show letters."""
    return font.lower().startswith(("wingdings", "webdings")) or font.lower() == "symbol"


def as_signs(text: str, font: str) -> str:
    """The text of a run in a symbol font as it looks: what lies in the private area, and letters standing alone."""
    alone = len(text.strip()) <= _LONGEST_SIGN and (font.lower() != "symbol" or not text.isascii())
    return "".join([symbol(f"{ord(one):x}", font) if _is_sign(one, alone=alone) else one for one in text])


def _is_sign(character: str, *, alone: bool) -> bool:
    return "\uf020" < character <= "\uf0ff" or (alone and "\x21" <= character <= "\xff" and character != "\xa0")
