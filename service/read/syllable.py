"""Whether a word can be a Vietnamese syllable: the yardstick that tells legacy encodings apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0309\u0303\u0323"))
_ONSETS = frozenset(
    (
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
        "qu", "r", "s", "t", "th", "tr", "v", "x",
    )
)  # fmt: skip
_RHYMES = frozenset(
    (
        "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc", "ăm", "ăn", "ăng", "ăp",
        "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây",
        "e", "ec", "em", "en", "eng", "eo", "ep", "et", "ê", "êch", "êm", "ên", "êng", "ênh", "êp", "êt", "êu",
        "i", "ia", "ich", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "im", "in", "inh", "ip", "it", "iu",
        "y", "ych", "yêm", "yên", "yêng", "yêt", "yêu", "ym", "yn", "ynh", "yp", "yt", "yu",
        "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oăc", "oăm", "oăn",
        "oăng", "oăt", "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot",
        "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt",
        "u", "ua", "uân", "uâng", "uât", "uây", "uc", "uê", "uêch", "uên", "uênh", "uêt", "ui", "um", "un", "ung",
        "uôc", "uôi", "uôm", "uôn",
        "uông", "uôp", "uôt", "uơ", "up", "ut", "uy", "uya", "uych", "uyên", "uyêt", "uyn", "uynh",
        "uyt", "uyu",
        "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu", "ưt", "ưu",
    )
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Whether `word` has a Vietnamese onset, rhyme and at most one tone."""
    if len(word) > 7 or not (word.islower() or word.isupper() or word.istitle()):
        return False
    spread = unicodedata.normalize("NFD", word.lower())
    toneless = spread.translate(_TONES)
    if len(spread) - len(toneless) > 1:
        return False
    plain = unicodedata.normalize("NFC", toneless)
    return plain == "gi" or any(plain[:cut] in _ONSETS and plain[cut:] in _RHYMES for cut in range(4))


def score(text: str) -> tuple[int, int]:
    """Of the words with letters beyond ASCII: how many are Vietnamese syllables, and how many there are."""
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(map(is_syllable, marked)), len(marked)
