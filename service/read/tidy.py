"""One way of writing: composed letters, plain spaces, nothing without width."""

from __future__ import annotations

import re
import unicodedata

# Spaces of every width become plain ones; what has no width goes; Ƣ and ƣ are how old PDFs give Ư and ư; bullets
# that text from elsewhere keeps in the private area of a symbol font are bullets whatever their font here.
_ODD_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NO_WIDTH = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufeff"
)
_TABLE: dict[int, str | None] = (
    dict.fromkeys(map(ord, _ODD_SPACES), " ")
    | dict.fromkeys(map(ord, _NO_WIDTH), None)
    | {0x01A2: "Ư", 0x01A3: "ư", 0x2028: "\n", 0x2029: "\n"}
    | {0xF02D: "-", 0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "•", 0xF076: "•", 0xF0FC: "✓", 0xF0E0: "→"}
)
_ODD = re.compile("[" + "".join(map(chr, _TABLE)) + "]")


_LONG_TEXT = 4000
_MOST_MARKS = 20
_PILE = re.compile(rf"[^\w\s]{{{_MOST_MARKS + 1},}}")


def composed(text: str) -> str:
    """`text` in NFC, in time that grows with its length alone."""
    if len(text) > _LONG_TEXT:  # putting a pile of marks in order takes quadratic time; a short one does no harm
        text = _PILE.sub(_with_few_marks, text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _with_few_marks(pile: re.Match[str]) -> str:
    if pile[0].isascii():
        return pile[0]
    kept, marks = [], 0
    for sign in pile[0]:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks <= _MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def tidy(text: str) -> str:
    """NFC, plain spaces, nothing without width."""
    if text.isascii():
        return text
    if _ODD.search(text):
        text = text.translate(_TABLE)
    return composed(text)
