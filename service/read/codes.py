"""What fields show that hold no result of their own: signs by their number, and numbers that they count."""

from __future__ import annotations

import re
from itertools import pairwise

from service.read import formats
from service.read.signs import symbol

_COUNTING = frozenset({"AUTONUM", "AUTONUMLGL", "AUTONUMOUT"})
_LEVELS = 10
"""Nine of headings, and below them all other paragraphs."""
_HEADING = re.compile(r"heading ([1-9])")
_OUTLINE = (
    ("upperRoman", "{}."), ("upperLetter", "{}."), ("decimal", "{}."), ("lowerLetter", "{})"), ("decimal", "({})"),
    ("lowerLetter", "({})"), ("lowerRoman", "({})"), ("lowerLetter", "({})"), ("lowerRoman", "({})"),
)  # fmt: skip
_FRACTION = re.compile(r"\\[fF] ?\(([^\\(),;]{1,40})[,;]([^\\(),;]{1,40})\)")
_FORMATS = {
    "ARABIC": "decimal", "ROMAN": "upperRoman", "roman": "lowerRoman", "ALPHABETIC": "upperLetter",
    "alphabetic": "lowerLetter", "ORDINAL": "ordinal", "CARDTEXT": "cardinalText", "ORDTEXT": "ordinalText",
}  # fmt: skip


class Codes:
    """Reads the codes of one part's fields; AUTONUM and its kin count the paragraphs in which they stand."""

    def __init__(self) -> None:
        self._counts = [0] * _LEVELS
        self._at = -1

    def shows(self, code: str, style: str, paragraph: int) -> str:
        """What a field shows.

        Args:
            code: How its code begins, as it is written.
            style: The canonical name of its paragraph's style: those of headings count apart, level by level.
            paragraph: Its place; a second number there is the same.

        Returns:
            A sign or a number; empty where the field shows nothing, or the rule isn't known.
        """
        words = code.split()
        name = words[0].upper() if words else ""
        if name in _PLAIN:
            return _PLAIN[name](words)
        return self._number(name, words, style, paragraph) if name in _COUNTING else ""

    def _number(self, name: str, words: list[str], style: str, paragraph: int) -> str:
        heading = _HEADING.fullmatch(style)
        level = int(heading[1]) - 1 if heading else _LEVELS - 1
        if paragraph != self._at:
            self._at = paragraph
            self._counts[level] += 1
            self._counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        if name == "AUTONUM":
            return _plain(self._counts[level], words)
        return self._legal(level, words) if name == "AUTONUMLGL" else self._outlined(level)

    def _legal(self, level: int, words: list[str]) -> str:
        """1., 1.1.: the levels above in front; below headings the rule for plain paragraphs isn't known."""
        above = [count for count in self._counts[:level] if count]
        if above and level == _LEVELS - 1:
            return ""
        sign = _separator(words)
        number = sign.join(map(str, [*above, self._counts[level]]))
        return number if any(word.lower() == "\\e" for word in words) else number + sign

    def _outlined(self, level: int) -> str:
        if level >= len(_OUTLINE):
            return ""
        style, shape = _OUTLINE[level]
        return shape.format(formats.number(self._counts[level], style))


def _sign(words: list[str]) -> str:
    """The character that `SYMBOL 252` names."""
    number = words[1] if len(words) > 1 else ""
    base = 16 if number[:2].lower() == "0x" else 10
    try:
        return symbol(f"{int(number, base):x}", _switch(words, "\\f"))
    except ValueError:
        return ""


def _button(words: list[str]) -> str:
    """The words of a button, behind the name of what it does: `MACROBUTTON NoMacro [Nhập tên đơn vị]`."""
    return " ".join(words[2:])


def _equation(words: list[str]) -> str:
    r"""A fraction of older days as a line of text: `EQ \f(1;2)` is "1/2"; other formulas of theirs aren't read."""
    found = _FRACTION.fullmatch(" ".join(words[1:]))
    return f"{found[1].strip()}/{found[2].strip()}" if found else ""


def _plain(count: int, words: list[str]) -> str:
    named = _switch(words, "\\*") or "ARABIC"
    style = _FORMATS.get(named) or _FORMATS.get(named.upper(), "decimal")
    return formats.number(count, style) + _separator(words)


def _separator(words: list[str]) -> str:
    """The sign behind a number, a full stop where the code names no other."""
    return _switch(words, "\\s")[:1] or "."


def _switch(words: list[str], name: str) -> str:
    return next((after.strip('"') for word, after in pairwise(words) if word.lower() == name), "")


_PLAIN = {"SYMBOL": _sign, "MACROBUTTON": _button, "GOTOBUTTON": _button, "EQ": _equation}
"""Fields whose code says what they show."""
