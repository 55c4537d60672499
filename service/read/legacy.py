"""Which encoding a stretch of text is in, by its font and by what it would say."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from service.read import syllable, tcvn3, vni
from service.read.tidy import composed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Encoding(StrEnum):
    """How the letters of a passage are stored."""

    UNICODE = ""
    TCVN3 = "tcvn3"
    VNI = "vni"


_UNICODE_ONLY = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u01a2\u01a3\u0300-\u0303\u0306\u031b\u0309\u0323\u1ea0-\u1ef9]")
_LATIN = re.compile("[\u00a1-\u00ff\uf0a1-\uf0ff]")
# Symbol fonts keep their characters in the private area, at F000 plus the byte.
_PRIVATE = {0xF000 + byte: byte for byte in range(0x20, 0x100)}
_STRETCH = re.compile(r"\S+|\s+")


def of_font(font: str) -> Encoding:
    """The encoding that a font's name promises."""
    lower = font.strip().lower()
    if lower.startswith(".vn"):
        return Encoding.TCVN3
    if lower.startswith(("vni-", "vni ")):
        return Encoding.VNI
    return Encoding.UNICODE


def is_suspect(text: str) -> bool:
    """Whether text in an ordinary font may be in a legacy encoding: Latin-1 letters, and none that only Unicode has."""
    return not _UNICODE_ONLY.search(text) and bool(_LATIN.search(text))


class Survey:
    """How much of the whole document, font by font, reads as which encoding; looked into only where it matters."""

    def __init__(self, passages: Callable[[], Iterable[tuple[str, str]]]) -> None:
        """`passages` gives the font and text of every stretch of the document."""
        self._passages = passages
        self._votes: dict[str, Counter[Encoding]] | None = None

    def leaning(self, font: str) -> Encoding | None:
        """The encoding that most of the font's telling passages are in; None where nothing tells."""
        if self._votes is None:
            self._votes = {}
            for name, text in self._passages():
                found = _told(text)
                if found is not None:
                    self._votes.setdefault(name, Counter())[found] += 1
        votes = self._votes.get(font)
        return votes.most_common(1)[0][0] if votes else None


def _told(text: str) -> Encoding | None:
    if text.isascii():
        return None
    if _UNICODE_ONLY.search(text):
        return Encoding.UNICODE
    return _clear_encoding(text.translate(_PRIVATE)) if _LATIN.search(text) else None


def decode(text: str, font: str, survey: Survey) -> tuple[str, Encoding]:
    """Text of one font as Unicode, and the encoding that it was in."""
    encoding = of_font(font)
    if encoding is not Encoding.UNICODE and (text.isascii() or not _UNICODE_ONLY.search(text)):
        plain = text.translate(_PRIVATE)
        if not text.isascii() and _reads_better_as_it_is(plain, font, encoding, survey):
            return text, Encoding.UNICODE
        return apply(plain, encoding, font), encoding
    if encoding is not Encoding.UNICODE:
        return _decode_mixed(text, font, encoding)
    if is_suspect(text) and (found := _by_content(text.translate(_PRIVATE), font, survey)):
        return apply(text.translate(_PRIVATE), found, ""), found
    return text, Encoding.UNICODE


def apply(text: str, encoding: Encoding, font: str = "") -> str:
    """Decode `text` from `encoding`; a .Vn...H font shows capitals."""
    if encoding is Encoding.TCVN3:
        return tcvn3.decode(text, capitals=tcvn3.is_capitals_font(font))
    if encoding is Encoding.VNI:
        return vni.decode(text)
    return text


def _decode_mixed(text: str, font: str, encoding: Encoding) -> tuple[str, Encoding]:
    """A legacy font over text that holds Unicode letters: decode only the words that need it."""
    words = list(_words_to_decode(text, encoding))
    if not any(needs for _, needs in words):
        return text, Encoding.UNICODE
    return "".join(apply(word, encoding, font) if needs else word for word, needs in words), encoding


def _words_to_decode(text: str, encoding: Encoding) -> Iterable[tuple[str, bool]]:
    for match in _STRETCH.finditer(text):
        word = match[0]
        yield word, is_suspect(word) and not _score(word) and _score(apply(word, encoding)) == 1


def _reads_better_as_it_is(text: str, font: str, encoding: Encoding, survey: Survey) -> bool:
    as_it_is = _score(text)
    if as_it_is < 0.5:
        return False
    decoded = _score(apply(text, encoding))
    if as_it_is == 1 and decoded < 0.5:
        return True
    return as_it_is >= decoded and survey.leaning(font) is Encoding.UNICODE


def _by_content(text: str, font: str, survey: Survey) -> Encoding | None:
    found = _clear_encoding(text)
    if found is not None:
        return found
    leaning = survey.leaning(font)
    return leaning if leaning and _score(apply(text, leaning)) == 1 and _score(text) < 1 else None


def _clear_encoding(text: str) -> Encoding | None:
    """The encoding that the words leave no doubt about; None where they do."""
    right, total = syllable.score(composed(text))
    if right == total and total:
        return Encoding.UNICODE
    for encoding in (Encoding.TCVN3, Encoding.VNI):
        good, of = syllable.score(apply(text, encoding))
        if good >= 2 and good >= 0.8 * of and right < 0.5 * max(total, 1) + 0.5:
            return encoding
    return None


def _score(text: str) -> float:
    right, total = syllable.score(composed(text))
    return right / total if total else 0.0
