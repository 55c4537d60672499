"""Single characters that a run names instead of holding: signs of symbol fonts."""

from __future__ import annotations

# Ticks, boxes and arrows that symbol fonts hold; anything else of theirs is a plain bullet.
_PICTURES = {0xE0: "→", 0xDF: "←", 0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0xFB: "✗", 0xFD: "☒"}
_SYMBOL_LETTERS = {0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→"}


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
        return _PICTURES.get(code, "•")
    if lower == "symbol" and 0x80 <= code <= 0xFF:
        return _SYMBOL_LETTERS.get(code, "•")
    return chr(code)
