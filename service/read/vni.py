"""VNI-Windows (VNI-Times and its kin): a plain letter, then the character that carries its marks."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_TONES = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_CIRCUMFLEX = {"â": "", "à": _GRAVE, "á": _ACUTE, "å": _HOOK, "ã": _TILDE, "ä": _DOT}
_BREVE = {"ê": "", "è": _GRAVE, "é": _ACUTE, "ú": _HOOK, "ü": _TILDE, "ë": _DOT}
_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _pairs() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for letter in "aeouyôö":
        for mark, tone in _TONES.items():
            pairs[letter + mark] = _ALONE.get(letter, letter) + tone
    for letter, plain in (("a", "â"), ("e", "ê"), ("o", "ô")):
        pairs |= {letter + mark: plain + tone for mark, tone in _CIRCUMFLEX.items()}
    pairs |= {"a" + mark: "ă" + tone for mark, tone in _BREVE.items()}
    return {pair: unicodedata.normalize("NFC", letter) for pair, letter in pairs.items()}


_SMALL = _pairs() | _ALONE
_LETTERS = "".join(_ALONE)
_MARKS = "".join({*_TONES, *_CIRCUMFLEX, *_BREVE})
# A pair goes before the letter alone: "ôù" is ớ, not ơ and ù.
_SEQUENCE = re.compile(
    f"[aeouyôöAEOUYÔÖ][{_MARKS}{_MARKS.upper()}]|[{_LETTERS}{_LETTERS.upper()}]",
)


def decode(text: str) -> str:
    """Text as typed in a VNI font; the letter's case is that of its base."""
    return _SEQUENCE.sub(_letter, text)


def without_letters(text: str) -> str:
    """Text without the letters that the encoding writes in a way of its own."""
    return _SEQUENCE.sub("", text)


def places(text: str, cuts: Iterable[int]) -> list[int]:
    """Where places in `text`, in rising order, lie in the decoded text; a place inside a letter lies behind it."""
    found: list[int] = []
    waiting = iter(cuts)
    cut = next(waiting, None)
    shift = 0
    for match in _SEQUENCE.finditer(text):
        while cut is not None and cut <= match.start():
            found.append(cut + shift)
            cut = next(waiting, None)
        size = len(_letter(match))
        while cut is not None and cut < match.end():
            found.append(match.start() + shift + 1)
            cut = next(waiting, None)
        shift += size - len(match[0])
    while cut is not None:
        found.append(cut + shift)
        cut = next(waiting, None)
    return found


def _letter(match: re.Match[str]) -> str:
    typed = match[0]
    letter = _SMALL.get(typed.lower())
    if letter is None:  # a vowel and a mark that don't belong together: each stands for itself
        return "".join(_cased(_ALONE.get(one.lower(), one.lower()), one) for one in typed)
    return _cased(letter, typed[0])


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter
