"""One spelling to compare by, letter for letter, so that places in the folded text are places in the text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from service.language.lookalikes import LETTERS, digits

_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_SPACES = dict.fromkeys(
    "\t\n\r\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_QUOTES = {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′`´", "'")}
_RAISED = dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹", " ")
"""Marks of notes and powers: behind a word they are no part of it."""
# ƣ is what old PDF fonts make of ư.
_ONE_FOR_ONE = str.maketrans({**_DASHES, **_RAISED, **_SPACES, **_QUOTES, **LETTERS, "ƣ": "ư"})
_ODD = re.compile("[" + re.escape("".join(map(chr, _ONE_FOR_ONE))) + "]")
"""Told in a fifth of the time that replacing them takes, since most lines have none."""

# Spellings that mean the same, found in one pass, since everything that is read goes through here. Each begins with a
# vowel that may be misplaced; what must stand before it is asked only then.
_SPELLINGS = re.compile(
    r"[oóòỏõọuúùủũụyýỳỷỹỵ](?:"
    # "hòan" and "qúy" can only be meant for "hoàn" and "quý".
    r"a(?<=[óòỏõọ]a)(?=[cimnpty])|e(?<=[óòỏõọ]e)(?=[nt])|y(?<=q[úùủũụ]y)(?![^\W\d_])"
    # Tone marks on oa, oe and uy may stand on either vowel where the syllable ends there
    # ("hóa" and "hoá" are one word); inside "hoàn" or "khoáng" the place is fixed.
    r"|[áàảãạéèẻẽẹ](?<=o.)(?<!qo.)(?![^\W\d_])|[ýỳỷỹỵ](?<=u.)(?<!qu.)(?![^\W\d_])"
    # "kỹ" is "kĩ".
    r"|(?<=[hklmstv][yýỳỷỹỵ])(?<![^\W\d_][hklmstv].)(?![^\W\d_])"
    r")"
)
_PLACED = {
    first + second: plain + toned
    for firsts, plain, second, toneds in (
        ("óòỏõọ", "o", "a", "áàảãạ"),
        ("óòỏõọ", "o", "e", "éèẻẽẹ"),
        ("úùủũụ", "u", "y", "ýỳỷỹỵ"),
    )
    for first, toned in zip(firsts, toneds, strict=True)
}
_OLD_TONE = {
    new: old
    for news, olds in (
        ("oá oà oả oã oạ", "óa òa ỏa õa ọa"),
        ("oé oè oẻ oẽ oẹ", "óe òe ỏe õe ọe"),
        ("uý uỳ uỷ uỹ uỵ", "úy ùy ủy ũy ụy"),
    )
    for new, old in zip(news.split(), olds.split(), strict=True)
}
_MEANT = {**_PLACED, **_OLD_TONE, **dict(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))}


@lru_cache(maxsize=8192)  # every judge folds the same headings and lines again
def fold(text: str) -> str:
    """Return `text` in the spelling that comparisons use: as long as `text`, letter for letter.

    Lower case; dashes, quotes and spaces of one kind; letters of other alphabets as those that they look
    like; tone marks on the first vowel of final oa, oe and uy, and on the second elsewhere; "tỉ lệ" for
    "tỷ lệ". `text` is Unicode NFC. Marks are never stripped: Tân is not Tấn.
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters of other languages grow in lower case
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    folded = digits(lowered.translate(_ONE_FOR_ONE) if _ODD.search(lowered) else lowered)
    return _SPELLINGS.sub(lambda found: _MEANT[found[0]], folded)


_OPENING = 80


def opening(text: str) -> str:
    """How `text` begins, folded, for what is told by its first words; reports are long and few of them tell."""
    return fold(text.strip()[:_OPENING])


_MANY = 64
"""More words than any line has that is told from running text by how few it has."""


def words_in(text: str) -> int:
    """How many words a text has; of running text only that there are many, however long it is."""
    return len(text.split(None, _MANY))


_BETWEEN_WORDS = re.compile(r"[ \u00a0]{2,}|\t[ \u00a0]*")
_FEWEST_LETTERS = 4


def closed_up(text: str) -> str:
    """Return a line of letters typed apart ("B À I  H Ọ C") as words ("BÀI HỌC"); any other line as it is."""
    letters = text.split()
    if len(letters) < _FEWEST_LETTERS or any(len(letter) > 1 or not letter.isalpha() for letter in letters):
        return text
    words = ["".join(word.split()) for word in _BETWEEN_WORDS.split(text.strip())]
    return " ".join(words) if len(words) > 1 else text


_MARKS = {"đ": "d"}


def plain(text: str) -> str:
    """Return `text` folded and without any marks: only for names typed without accents (file names)."""
    letters = unicodedata.normalize("NFD", fold(text))
    return "".join(_MARKS.get(letter, letter) for letter in letters if not unicodedata.combining(letter))
