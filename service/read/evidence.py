"""What shows that a document holds text in an old encoding, rather than a foreign name or a sign that looks like it."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from service.read.legacy import ENCODINGS, Encoding, is_lone, of_font

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.read.legacy import Costs

SURE, STRANGE = 2.0, 3.0
"""By how much a word must read better in an encoding to speak for it; what a word costs that reads in none."""
_FEW = 3
"""So many different words in an old encoding are no coincidence, where few other words are strange."""
_SHARE = 10
"""One word in so many must be in an old encoding, where nothing but lone words speak for it."""
_TOKEN = re.compile(r"[^\W\d_]+")
_ONLY_UNICODE = re.compile(r"[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")
_MARKED = re.compile(r"(?<=[^\W_])\u00b9\W?\Z")
"""A word with the mark of a note, which is the last letter of "hạ" in TCVN3."""


class Word(NamedTuple):
    """A word whose encoding matters."""

    stream: int
    start: int
    end: int
    font: str
    costs: Costs
    trust: float
    """How much the lean of its font counts."""


Told = tuple[Word, Encoding, str]
"""A word, what it is taken for, and its letters as they are stored."""


def touch(one: Word, other: Word) -> bool:
    """Whether no more than a space parts two words of one font."""
    return one.stream == other.stream and one.font == other.font and other.start - one.end <= 1


def is_modern(word: str) -> bool:
    """Whether a word has a letter that no encoding but Unicode shows."""
    return _ONLY_UNICODE.search(word) is not None


def upheld(words: Sequence[Word], told: Sequence[Encoding], texts: Sequence[str]) -> list[Encoding]:
    """What these words are taken for, but Unicode where nothing else in the document speaks for an old encoding.

    A word in a font of that encoding needs no more. Elsewhere a single word with an odd letter or two is a name from
    abroad, a symbol, the mark of a note: "Møn", "5B¹".
    """
    if not any(encoding is not Encoding.UNICODE and of_font(word.font) is not encoding
               for word, encoding in zip(words, told, strict=True)):  # fmt: skip
        return list(told)
    rows = [
        list(group)
        for _, group in groupby(
            [(word, encoding, texts[word.stream][word.start : word.end])
             for word, encoding in zip(words, told, strict=True)],
            key=lambda one: one[0].stream,
        )
    ]  # fmt: skip
    proven = _proven(rows, sum(len(_TOKEN.findall(text)) for text in texts))
    found: list[Encoding] = []
    for row in rows:
        here = _proven_here(row)
        new = any(_ONLY_UNICODE.search(text) for _, _, text in row)
        for n, (word, encoding, text) in enumerate(row):
            apart = new and (encoding not in here or _MARKED.search(text)) and not _has_company(row, n)
            kept = encoding in here | proven and not apart
            found.append(encoding if kept or of_font(word.font) is encoding else Encoding.UNICODE)
    return found


def _proven(rows: Sequence[Sequence[Told]], tokens: int) -> set[Encoding]:
    """The encodings that the document as a whole speaks for.

    What stands in a font that promises its encoding proves nothing about other fonts, where the fonts are honest.
    """
    strange = {text for row in rows for word, _, text in row if _is_strange(word)}
    unicode = {text for row in rows for _, _, text in row if _ONLY_UNICODE.search(text)}
    honest = not any(
        of_font(word.font) is not Encoding.UNICODE and _ONLY_UNICODE.search(text)
        for row in rows
        for word, _, text in row
    )
    in_rows: dict[Encoding, set[str]] = defaultdict(set)
    alone: dict[Encoding, list[str]] = defaultdict(list)
    for row in rows:
        for encoding in _proven_here(row):
            in_rows[encoding].update(_speaking(_lying(row, encoding) if honest else row, encoding))
        if not any(_ONLY_UNICODE.search(text) for _, _, text in row):
            for encoding in ENCODINGS[1:]:
                alone[encoding] += _speaking(_lying(row, encoding) if honest else row, encoding)
    found = {encoding for encoding, said in in_rows.items() if len(said) > max(_FEW, len(strange) - len(unicode))}
    return found | {
        encoding
        for encoding, said in alone.items()
        if len(set(said)) > max(_FEW - 1, len(strange), len(unicode) // 2) and len(said) * _SHARE >= tokens
    }


def _lying(row: Sequence[Told], encoding: Encoding) -> list[Told]:
    return [one for one in row if of_font(one[0].font) is not encoding]


def _proven_here(row: Sequence[Told]) -> set[Encoding]:
    """The encodings that a paragraph alone speaks for: by a few words, or by two beside each other."""
    strange = len({text for word, _, text in row if _is_strange(word)})
    found = set()
    for encoding in ENCODINGS[1:]:
        said = set(_speaking(row, encoding))
        if len(said) > strange and (len(said) >= _FEW or any(_pairs(row, encoding))):
            found.add(encoding)
    return found


def _pairs(row: Sequence[Told], encoding: Encoding) -> Iterator[bool]:
    for n in range(1, len(row)):
        one, other = row[n - 1], row[n]
        if touch(one[0], other[0]) and one[1] is other[1] is encoding:
            gains = [_gain(word, encoding) for word, _, _ in (one, other)]
            yield min(gains) > 0 and max(gains) >= SURE and not any(is_lone(text) for _, _, text in (one, other))


def _has_company(row: Sequence[Told], n: int) -> bool:
    """Whether a word stands beside another that was taken for the same encoding and gains by it."""
    _, encoding, _ = row[n]
    return any(
        row[other][1] is encoding
        and _gain(row[other][0], encoding) > 0
        and touch(row[min(n, other)][0], row[max(n, other)][0])
        for other in (n - 1, n + 1)
        if 0 <= other < len(row)
    )


def _speaking(row: Sequence[Told], encoding: Encoding) -> list[str]:
    """The words that read far better in an encoding than in Unicode, and that it took."""
    return [
        text
        for word, taken, text in row
        if taken is encoding
        and _gain(word, encoding) >= SURE
        and word.costs[ENCODINGS.index(encoding)] < STRANGE
        and not (is_lone(text) or _MARKED.search(text))
    ]


def _gain(word: Word, encoding: Encoding) -> float:
    return word.costs[0] - word.costs[ENCODINGS.index(encoding)]


def _is_strange(word: Word) -> bool:
    return min(word.costs) >= STRANGE
