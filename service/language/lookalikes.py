"""Letters of other alphabets, and digits, that stand in Vietnamese words for the letter they look like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Some websites put them into their texts on purpose, so that a copy can't be searched. By small letter: a capital
# is found by its small one, whatever that looks like itself.
LETTERS = dict(
    zip(
        "авеѕіјкмнорстухүһԛԝӏαβεζηικμνορτυχðɖǥɑɡı\u0ec0",
        "abesijkmhopctyxyhqwiabezhikmnoptyxđđgagic",
        strict=True,
    )
)
"""Each look-alike, in lower case, with the letter that it stands for."""
# A number's zero or one: "94,o%", "2.o15", "l2 chi hội" (but "5l" may be litres, "5o" degrees); a word's o: "t0àn".
_DIGITS = re.compile(
    r"o(?:(?<=[0-9]o)(?=[0-9%])|(?<=[0-9][.,]o)(?![^\W\d_]))"
    r"|l(?<![^\W_]l)(?=[0-9])"
    r"|0(?<=[^\W\d_ol]0)(?=[^\W\d_ol])",
)
_MIXED = re.compile(r"[0-9](?:(?<=l[0-9])|[.,]?o|[^\W\d_])")
"""Digits near which a look may be worth it; cheaper than `_DIGITS`, since digits are rarer than o and l."""
_AS = {"o": "0", "l": "1", "0": "o"}
_OTHERS = "\u0370-\u03ff\u0400-\u052f\u0ec0ǤǥɑɡıƉɖ"
_LATIN = "A-Za-zÀ-ÖØ-öø-ƸẠ-ỹ"
# Eth for đ: Vietnamese begins syllables with it, or abbreviates them; Icelandic never does.
_ETH = (
    r"(?<![^\W_])[Ðð][aceghimnoptuyACEGHIMNOPTUYÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĨĩŨũƠơƯưẠ-ỹ]+(?![^\W_])"
    r"|(?<![^\W_])(?:[BCDGHKLMNPQRSTVXĐƯ]+Ð|Ð[BCDGHKLMNPQRSTVXĐÐƯ])[BCDGHKLMNPQRSTVXĐÐƯ]*(?![^\W_])"
    r"|(?:(?<=[0-9])|(?<=[0-9] ))ð(?!\w)"
)
# Compiled by `re` when first used: few files need it.
_ODD = (
    rf"[^\W\d_]*(?:[{_LATIN}][{_OTHERS}]|[{_OTHERS}][{_LATIN}])[^\W\d_]*"
    r"|[^\W\d_]*[^\W\d_olOL]0[^\W\d_olOL][^\W\d_]*"
    r"|(?<![^\W_])[0-9]+[.,]?[oO](?:[0-9]+(?![^\W_])|(?=%))"
    rf"|(?<![^\W_])l[0-9]+(?![^\W_])|{_ETH}"
)
_MAY_BE_ODD = re.compile(rf"[{_OTHERS}Ðð]|0(?<=[^\W\d_]0)(?=[^\W\d_])|[oO](?<=[0-9.,][oO])|[0-9](?<=l[0-9])")
"""Told in a tenth of the time, since most paragraphs hold nothing of the kind."""


def digits(folded: str) -> str:
    """A text in small letters with o and l among digits as digits, and 0 among letters as a letter."""
    return _DIGITS.sub(lambda found: _AS[found[0]], folded) if _MIXED.search(folded) else folded


def odd_words(text: str) -> Iterator[str]:
    """The words of a text that hold letters of another alphabet, or digits for letters, in order."""
    return (found[0] for found in re.finditer(_ODD, text)) if _MAY_BE_ODD.search(text) else iter(())
