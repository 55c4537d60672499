"""The label before a heading or a list item, typed or automatic: what kind it is and which in its row."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from service.language.counting import spelled_out
from service.language.lookalikes import LETTERS
from service.outline.ornaments import undressed

if TYPE_CHECKING:
    from collections.abc import Callable


class LabelKind(IntEnum):
    """Kinds of labels, in the order in which documents usually nest them."""

    PART = 10
    """PHẦN THỨ NHẤT, Phần I, PHẦN 2, Phần B."""
    CHAPTER = 15
    """Chương I, CHƯƠNG 2."""
    CAPITAL = 20
    """A. B. C."""
    ROMAN = 30
    """I. II- III/"""
    ARTICLE = 38
    """Điều 1. Điều 2."""
    DECIMAL = 40
    """1. 2) 3/; deeper ones ("1.2.") add their depth."""
    BRACKET = 65
    """(1) (2)"""
    LETTER = 70
    """a) b. đ)"""
    SMALL_ROMAN = 72
    """i. ii. iii.: most often inside a)"""
    STAR = 75
    """* Về kinh tế"""
    DASH = 90
    """- + •: list items, never headings by themselves"""
    NONE = 100


class Label(NamedTuple):
    """A label and the words behind it."""

    kind: LabelKind
    depth: int
    """1 for "1.", 2 for "1.2."; 1 for every other kind."""
    number: int
    """Its place in its row, from 1; 0 where it has none."""
    text: str
    """The label as written, without space around it."""
    rest: str
    """The words behind it."""
    start: int = 0
    """Where `rest` begins in the paragraph's text."""

    @property
    def rank(self) -> int:
        """Sorts labels by how documents usually nest them; smaller stands higher."""
        return self.kind + (min(self.depth, 4) - 1) * 6 if self.kind is LabelKind.DECIMAL else int(self.kind)


_ORDINALS = {
    "nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "mở đầu": 0,
    "kết luận": 0, "kết thúc": 0,
}  # fmt: skip
_SPACE = r"[ \t\n\u00a0]"
_MARK = r"[.\-–—/):]"
_WHICH = (
    r"(nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|mở đầu|kết luận|kết thúc|[ivxl]{1,5}|[0-9]{1,2}|[a-d])(?![^\W_])[.:]?)"
)
_PART, _CHAPTER = (
    re.compile(rf"{_SPACE}*({word}{_SPACE}+(?:thứ{_SPACE}+)?{_WHICH}{_SPACE}*[.:\-–—/]?{_SPACE}*", re.IGNORECASE)
    for word in ("phần", "chương")
)
# "I.1.", "1.1.a", "A.2": parts of one number, without space between them.
_COMPOUND = re.compile(
    rf"{_SPACE}*((?:[IVX]{{1,5}}|[A-HĐ]|[0-9]{{1,2}})((?:\.[0-9]{{1,2}})*\.(?:[0-9]{{1,2}}|[a-hđ]))"
    rf"(?:{_SPACE}?[.)/\-–:]{{1,2}}(?![0-9])|(?={_SPACE}))){_SPACE}*(?=[^\W\d]|[\"“(])"
)
# A small L is a Roman one where a line begins with it: "l. KẾT QUẢ", "ll- BÀI HỌC".
_ROMAN = re.compile(rf"{_SPACE}*((?:[Mm][Ụụ][Cc]{_SPACE}+)?([IVX]{{1,5}}|l{{1,3}}){_SPACE}*{_MARK}+){_SPACE}*(?=\S|$)")
_SECTION = re.compile(
    rf"{_SPACE}*([Mm][Ụụ][Cc]{_SPACE}+([IVX]{{1,5}}|[0-9]{{1,2}})(?![^\W_]){_SPACE}*{_MARK}*){_SPACE}*(?=\S|$)"
)
_ARTICLE = re.compile(rf"{_SPACE}*([Đđ][Ii][Ềề][Uu]{_SPACE}+([0-9]{{1,2}}){_SPACE}?{_MARK}+){_SPACE}*(?=\S|$)")
_ROMAN_BARE = re.compile(r"(([IVX]{1,5}))[ \t]+(?=[A-ZÀ-ỸĐ]{2})")
_ROMAN_ALONE = re.compile(rf"{_SPACE}*(([IVX]{{1,5}})){_SPACE}*$")
_CAPITAL = re.compile(rf"{_SPACE}*(([A-HĐ]){_SPACE}?[.\-–—/)]+){_SPACE}*(?=\S|$)")
_DECIMAL = re.compile(
    rf"{_SPACE}*(([0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,3}})(?:{_SPACE}?[.)/\-–:]{{1,2}}(?![0-9])|\ufe0f?\u20e3|(?={_SPACE}))){_SPACE}*"
    r"(?=[^\W\d]|[\"“(])"
)
_DECIMAL_COMMA = re.compile(rf"{_SPACE}*(([0-9]{{1,2}}),){_SPACE}*(?=[A-ZÀ-ỸĐ])")
_SMALL_ROMAN = re.compile(rf"{_SPACE}*((i{{1,3}}|iv|vi{{0,3}}|ix|xi{{0,3}})[./]){_SPACE}+(?=[A-ZÀ-ỸĐ])")
_ROMAN_BRACKET = re.compile(rf"{_SPACE}*(\[{_SPACE}?([IVX]{{1,5}}){_SPACE}?\][.:]?){_SPACE}*(?=\S)")
_BRACKET = re.compile(rf"{_SPACE}*(\({_SPACE}?([0-9]{{1,2}}){_SPACE}?\)[.:]?){_SPACE}*(?=\S)")
_LETTER = re.compile(rf"{_SPACE}*(([a-hđ]){_SPACE}?[.)/]|\(([a-hđ])\)){_SPACE}*(?=\S)")
_STAR = re.compile(rf"{_SPACE}*([*❖✓➢]+){_SPACE}*(?=\S)")
_DASH = re.compile(rf"{_SPACE}*([-–—+•·●○▪‐]){_SPACE}*(?=\S)")
_LOOKALIKES = str.maketrans(
    {**LETTERS, **{one.upper(): letter.upper() for one, letter in LETTERS.items() if len(one.upper()) == 1}}
)
_LOOKALIKE = re.compile("[" + "".join(map(chr, _LOOKALIKES)) + "]")
"""Told in a fifth of the time that replacing them takes, since few lines have any."""
_COMPATIBLE = {
    chr(code): unicodedata.normalize("NFKC", chr(code)) + ("." if 0x2460 <= code <= 0x2473 else "")
    for first, last in ((0x2160, 0x217B), (0x2460, 0x249B), (0xFF10, 0xFF19), (0xFF21, 0xFF3A))
    for code in range(first, last + 1)
}
"""Numbers that are one sign, and wide ones ("Ⅱ", "②", "⑵", "２", "Ａ"), as they are typed on a common keyboard."""
_LONGEST = 80
"""No label is longer."""
_MARKS = (".", ")", "/", ":", "-", "–", "—")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def roman(text: str) -> int:
    """The value of a Roman number of I, V and X; 0 where it is none."""
    total = 0
    text = text.replace("l", "I").upper()
    for n, letter in enumerate(text):
        value = _ROMAN_VALUES.get(letter, 0)
        following = _ROMAN_VALUES.get(text[n + 1], 0) if n + 1 < len(text) else 0
        total += -value if value < following else value
    return total


def read_label(text: str, automatic: str = "") -> Label:
    """The label of a paragraph: the automatic one if it has one, else what is typed before its words.

    Where both stand there ("I. I. KẾT QUẢ"), the typed one is what its author meant.
    """
    if automatic:
        found = _typed(f"{automatic} x")
        kind, depth, number = (found.kind, found.depth, found.number) if found.rest == "x" else _counted(automatic)
        twice = _typed(text)
        if number and twice.kind is kind and twice.text.endswith(_MARKS):
            return twice
        return Label(kind, depth, number, automatic, text.strip(), len(text) - len(text.lstrip()))
    start, end = undressed(text)
    return _typed(text) if end - start == len(text) else _within(text, start, end)


def _counted(automatic: str) -> tuple[LabelKind, int, int]:
    """Kind, depth and number of an automatic label that no typist would write: in words ("One.", "hai)"), or a sign."""
    number = spelled_out(automatic.rstrip("".join(_MARKS)))
    return (LabelKind.DECIMAL, 1, number) if number else (LabelKind.DASH, 1, 0)


def _within(text: str, start: int, end: int) -> Label:
    """The label within ornaments; of a line without one, an ornament before it alone is its bullet."""
    found = _typed(text[start:end])
    found = found._replace(start=found.start + start)
    if found.kind is not LabelKind.NONE or text[end:].strip() or found.rest.isupper():
        return found
    bullet = text[:start].strip()
    kind = LabelKind.DASH if bullet[0] in "-+" else LabelKind.STAR
    return found._replace(kind=kind, text=bullet)


def _typed(text: str) -> Label:
    space = len(text) - len(text.lstrip(" \t\n\u00a0"))
    first = text[space : space + 1]
    if first in _COMPATIBLE:
        return _of_one_sign(text)
    may_be = _BY_FIRST.get(first.translate(_LOOKALIKES), ())
    seen = text[: space + _LONGEST] if may_be else ""
    if _LOOKALIKE.search(seen):
        seen = seen.translate(_LOOKALIKES)
    for kind, pattern, number in may_be:
        if found := pattern.match(seen):
            which = found[2] or found[3] if found.re.groups > 2 else found[2] if found.re.groups > 1 else ""
            depth = which.count(".") + 1 if kind is LabelKind.DECIMAL else 1
            return _label(kind, text, found, number(which) if which else 0, depth)
    start = len(text) - len(text.lstrip())
    return Label(LabelKind.NONE, 1, 0, "", text.strip(), start)


def _of_one_sign(text: str) -> Label:
    """The label whose signs have a common form; it and the words behind it stay as written."""
    common = [_COMPATIBLE.get(sign) or unicodedata.normalize("NFKC", sign) for sign in text[:_LONGEST]]
    found = _typed("".join(common))
    start, length = 0, 0
    while start < len(common) and length < found.start:
        length += len(common[start])
        start += 1
    return found._replace(text=" ".join(text[:start].split()), rest=text[start:].strip(), start=start)


def _label(kind: LabelKind, text: str, found: re.Match[str], number: int, depth: int = 1) -> Label:
    label = " ".join(text[slice(*found.span(1))].split())
    return Label(kind, depth, number, label, text[found.end() :].strip(), found.end())


def _count(word: str) -> int:
    word = word.lower()
    if word in _ORDINALS:
        return _ORDINALS[word]
    return roman(word) or _letter(word) or (int(word) if word.isdigit() else 0)


def _letter(letter: str) -> int:
    return "abcdđefgh".find(letter.lower()) + 1


def _last(number: str) -> int:
    last = number.rsplit(".", 1)[-1]
    return int(last) if last.isdigit() else _letter(last)


_TYPED: tuple[tuple[LabelKind, re.Pattern[str], Callable[[str], int], str], ...] = (
    (LabelKind.PART, _PART, _count, "pP"),
    (LabelKind.CHAPTER, _CHAPTER, _count, "cC"),
    (LabelKind.DECIMAL, _COMPOUND, _last, "IVXABCDEFGHĐ0123456789"),
    (LabelKind.ROMAN, _ROMAN, roman, "MmIVXl"),
    (LabelKind.ROMAN, _SECTION, _count, "Mm"),
    (LabelKind.ARTICLE, _ARTICLE, int, "Đđ"),
    (LabelKind.ROMAN, _ROMAN_BARE, roman, "IVX"),
    (LabelKind.ROMAN, _ROMAN_ALONE, roman, "IVX"),
    (LabelKind.CAPITAL, _CAPITAL, _letter, "ABCDEFGHĐ"),
    (LabelKind.DECIMAL, _DECIMAL, _last, "0123456789"),
    (LabelKind.DECIMAL, _DECIMAL_COMMA, int, "0123456789"),
    (LabelKind.ROMAN, _ROMAN_BRACKET, roman, "["),
    (LabelKind.BRACKET, _BRACKET, int, "("),
    (LabelKind.LETTER, _LETTER, _letter, "abcdefghđ("),
    (LabelKind.SMALL_ROMAN, _SMALL_ROMAN, roman, "ivx"),
    (LabelKind.STAR, _STAR, int, "*❖✓➢"),
    (LabelKind.DASH, _DASH, int, "-–—+•·●○▪‐"),
)
"""What a label may be, in the order in which it is tried, with how its place in its row is told and its first sign."""
_BY_FIRST = {
    first: tuple(one[:3] for one in _TYPED if first in one[3]) for first in {*"".join(signs for *_, signs in _TYPED)}
}
"""Most paragraphs begin with a sign that no label begins with: nothing has to be tried on them."""
