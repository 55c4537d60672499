"""Runs in old fonts as Unicode: each word's encoding is decided by its font, its neighbours and the whole document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from itertools import accumulate, groupby, pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from service.read import rare, tcvn3, vni
from service.read.evidence import SURE, Word, is_modern, touch, upheld
from service.read.legacy import ENCODINGS, TELLTALE, Costs, Encoding, bytes_of, costs, is_lone, of_font
from service.read.signs import RAISED
from service.read.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.read.shown import RunFormat
    from service.read.story import Draft, Piece

_WORD = re.compile(r"[^\s!-@\[-`{-~]+")
_SHIFT, _SHIFT_OF_FONT, _SHIFT_OF_PARAGRAPH = 1.5, 0.7, 0.4
"""What another encoding costs from word to word: in one font, from font to font, from one text to the next."""
_PROMISE, _FAITH, _MOST = 3.0, 0.4, 1.3
"""What a font's name counts, in words; how much the votes weigh; and at most."""

_BESIDE = 0.3
"""How much less it counts where two words beside each other read better in an old encoding."""
_OTHERS = 5
"""A paragraph that reads as well in a rare encoding is in it, where fewer words than one in so many are in another."""
_RAISED = " " + "".join(RAISED.values())
_LOWERED = {ord(sign): digit for digit, sign in RAISED.items()}
_LONE = 3.0
"""How much more the lean of an old font counts for a lone letter, and that of any font for a sign."""
_SHOUTED: Costs = (2.0, 0.0, 2.0)
"""What a word of plain letters in a capitals font speaks for, when words in other fonts stand around it."""
_SILENT: Costs = (0.0, 0.0, 0.0)


class Passages(NamedTuple):
    """What was decoded of one paragraph's visible text."""

    text: str
    font: str
    """The font of the first passage."""


class _Stream:
    """Pieces that read on from each other."""

    __slots__ = ("draft", "ends", "pieces", "text", "visible")

    def __init__(self, draft: int, pieces: Sequence[tuple[int, Piece]], *, visible: bool) -> None:
        self.draft = draft
        self.pieces = pieces
        self.visible = visible
        self.text = "".join(
            [text.translate(_LOWERED) if _is_mark(look, text) else text for _, (text, look, _) in pieces]
        )
        self.ends = list(accumulate(len(piece[0]) for _, piece in pieces))


def unify(drafts: Sequence[Draft]) -> dict[int, Passages]:
    """Put the words of these paragraphs into Unicode; what was visible and changed, by index."""
    if not _may_be_old(drafts):
        return {}
    streams = [stream for index, draft in enumerate(drafts) for stream in _streams(index, draft.pieces)]
    words = _joined([word for number, stream in enumerate(streams) for word in _words(number, stream)])
    done, found = _translated(drafts, streams, words)
    words = [word for word in words if word.stream not in done]
    told = upheld(words, _decided(_eased(words)), [stream.text for stream in streams])
    for number, group in groupby(zip(words, told, strict=True), key=lambda pair: pair[0].stream):
        stream = streams[number]
        changed = _rewrite(drafts[stream.draft], stream, [(word, encoding) for word, encoding in group])
        if changed and stream.visible:
            found[stream.draft] = changed
    return found


def _translated(
    drafts: Sequence[Draft], streams: Sequence[_Stream], words: Sequence[Word]
) -> tuple[set[int], dict[int, Passages]]:
    """Put paragraphs in a rare encoding into Unicode: which streams, and what was visible and changed, by index."""
    said = {word: streams[word.stream].text[word.start : word.end] for word in words}
    table = rare.table(said[word] for word in words if min(word.costs) >= SURE)
    if table is None:
        return set(), {}
    rows = {number: list(row) for number, row in groupby(words, key=lambda word: word.stream)}
    gains = {number: rare.gain([(said[word], word.costs) for word in row], table) for number, row in rows.items()}
    others = sum(len(rows[number]) for number, gain in gains.items() if gain < 0)
    chosen = {number for number, gain in gains.items() if gain > 0 or (gain == 0 and others * _OTHERS < len(words))}
    found: dict[int, Passages] = {}
    for number in sorted(chosen):
        stream = streams[number]
        changed = _translate(drafts[stream.draft], stream, rows[number], table)
        if changed and stream.visible:
            found[stream.draft] = changed
    return chosen, found


def _translate(draft: Draft, stream: _Stream, words: Sequence[Word], table: rare.Table) -> Passages | None:
    """Put the words of a stream that read by a table into Unicode, letter for letter; what was changed.

    Beside words that only Unicode has, what is a good word stays.
    """
    new = any(is_modern(stream.text[word.start : word.end]) for word in words)
    letters, changed = list(stream.text), []
    for word in words:
        said = stream.text[word.start : word.end]
        if rare.reads(said, table) and not (new and word.costs[0] < SURE):
            changed.append(said.translate(table))
            letters[word.start : word.end] = changed[-1]
    text = "".join(letters)
    for (place, (was, look, change)), start, end in zip(stream.pieces, [0, *stream.ends], stream.ends, strict=False):
        draft.pieces[place] = (was if _is_mark(look, was) else text[start:end], look, change)
    return Passages(tidy(" ".join(changed)), stream.pieces[0][1][1].font) if changed else None


def _may_be_old(drafts: Sequence[Draft]) -> bool:
    """Whether any font or letter of the document speaks for an old encoding; in most documents none does."""
    pieces = [piece for draft in drafts for piece in draft.pieces]
    if any([look.legacy for _, look, _ in pieces]):  # noqa: C419 - half as costly as a generator, for every document
        return True
    return TELLTALE.search("".join([text for text, _, _ in pieces])) is not None


def _streams(index: int, pieces: Sequence[Piece]) -> Iterator[_Stream]:
    """What is visible of a paragraph as one text; every stretch that isn't as its own."""
    numbered = list(enumerate(pieces))
    seen = [one for one in numbered if _is_visible(one[1])]
    if seen:
        yield _Stream(index, seen, visible=True)
    for visible, group in groupby(numbered, key=lambda one: _is_visible(one[1])):
        if not visible:
            yield _Stream(index, list(group), visible=False)


def _is_mark(look: RunFormat, text: str) -> bool:
    """Whether a piece is raised digits that the reader has made signs of; one of them is a letter of TCVN3."""
    return look.raised and not text.strip(_RAISED)


def _is_visible(piece: Piece) -> bool:
    _, look, change = piece
    return not look.hidden and not (change is not None and change.deleted)


def _words(number: int, stream: _Stream) -> Iterator[Word]:
    """The words whose encoding matters: those beyond ASCII, and those that a capitals font shows otherwise."""
    if stream.text.isascii() and not any(_shows_capitals(piece[1]) for _, piece in stream.pieces):
        return
    at = 0
    for match in _WORD.finditer(stream.text):
        word, start = match[0], match.start()
        plain = word.isascii()
        if not plain:
            start += next(place for place, letter in enumerate(word) if not letter.isascii())
        while stream.ends[at] <= match.start():
            at += 1
        first = at
        while stream.ends[first] <= start:
            first += 1
        look = stream.pieces[first][1][1]
        if not plain or _shows_capitals(look):
            trust = _LONE if (look.legacy or not word.isalpha()) and is_lone(word) else 1.0
            yield Word(number, match.start(), match.end(), look.font, _SHOUTED if plain else costs(word), trust)


def _joined(words: Sequence[Word]) -> list[Word]:
    """The words, of which plain ones in a capitals font speak for nothing beside others in it."""
    found: list[Word] = []
    for _, group in groupby(words, key=lambda word: (word.stream, word.font)):
        row = list(group)
        speaks = any(word.costs is not _SHOUTED for word in row)
        found += [word._replace(costs=_SILENT) if speaks and word.costs is _SHOUTED else word for word in row]
    return found


def _shows_capitals(look: RunFormat) -> bool:
    return look.legacy and of_font(look.font) is Encoding.TCVN3 and tcvn3.is_capitals_font(look.font)


def _eased(words: Sequence[Word]) -> list[Word]:
    """The words, of which those that read better in an old encoding beside another such one follow their font less.

    What is pasted into a Unicode paragraph seldom is one word: "®éi ngò" is "đội ngũ", though "ngò" is a word. One of
    them must be sure, one that Unicode hardly has.
    """
    better = [word.costs[0] - min(word.costs[1:]) for word in words]
    eased = set()
    for n, (one, other) in enumerate(pairwise(words)):
        gains = better[n], better[n + 1]
        if min(gains) > 0 and max(gains) >= SURE and touch(one, other):
            eased |= {n, n + 1}
    return [word._replace(trust=word.trust * _BESIDE) if n in eased else word for n, word in enumerate(words)]


def _decided(words: Sequence[Word]) -> list[Encoding]:
    """The cheapest row of encodings for the words of a document, found by Viterbi's way.

    What counts is how each word reads, what its font holds elsewhere, and how often the encoding changes.
    """
    leanings = _leanings(words)
    best: list[float] = [0, 0, 0]
    back: list[list[int]] = []
    before = None
    for word in words:
        shift = _shift(before, word)
        lean = [word.trust * one for one in leanings[word.font]]
        cheapest = min(range(3), key=best.__getitem__)
        came = [n if best[n] <= best[cheapest] + shift else cheapest for n in range(3)]
        best = [best[came[n]] + (shift if came[n] != n else 0) + word.costs[n] + lean[n] for n in range(3)]
        back.append(came)
        before = word
    state = min(range(3), key=best.__getitem__)
    row = []
    for came in reversed(back):
        row.append(ENCODINGS[state])
        state = came[state]
    return row[::-1]


def _shift(before: Word | None, word: Word) -> float:
    if before is None:
        return 0
    if before.stream != word.stream:
        return _SHIFT_OF_PARAGRAPH
    return _SHIFT if before.font == word.font else _SHIFT_OF_FONT


def _leanings(words: Sequence[Word]) -> dict[str, Costs]:
    """What it costs to read a word of each font in each encoding: by the font's name, its words and the document's."""
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    everywhere: Counter[int] = Counter()
    for word in words:
        lowest, second, _ = sorted(range(3), key=word.costs.__getitem__)
        if word.costs[second] - word.costs[lowest] >= SURE:
            votes[word.font][lowest] += 1
            everywhere[lowest] += 1
        elif of_font(word.font) is Encoding.TCVN3 and word.costs[1] - word.costs[0] >= SURE:
            votes[word.font][0] += 1  # a letter that VNI shares with Unicode, but not what the font promises
    total = sum(everywhere.values()) + 1
    return {
        font: _leaning(of_font(font), votes[font], [everywhere[n] / total for n in range(3)])
        for font in {word.font for word in words}
    }


def _leaning(promised: Encoding, votes: Counter[int], shares: Sequence[float]) -> Costs:
    weights = [
        votes[n] + (_PROMISE if encoding is promised else 0) + shares[n] + 0.2 for n, encoding in enumerate(ENCODINGS)
    ]
    unicode, tcvn, mark = (min(_MOST, -_FAITH * log(weight / sum(weights))) for weight in weights)
    return unicode, tcvn, mark


def _rewrite(draft: Draft, stream: _Stream, words: Sequence[tuple[Word, Encoding]]) -> Passages | None:
    """Decode the stretches of a stream that need it, leaving each piece its share; what was changed."""
    shares: list[list[str]] = [[] for _ in stream.pieces]
    changed: list[str] = []
    font = ""
    for start, end, encoding, named in _stretches(stream.text, words):
        parts = _decoded(stream, start, end, encoding)
        for at, part in parts:
            shares[at].append(part)
        said = "".join([part for _, part in parts])
        if said != stream.text[start:end]:
            changed.append(tidy(said))
            font = font or named
    if not changed:
        return None
    for (place, (was, look, change)), share in zip(stream.pieces, shares, strict=True):
        draft.pieces[place] = (was if _is_mark(look, was) else "".join(share), look, change)
    return Passages("".join(changed), font)


def _stretches(text: str, words: Sequence[tuple[Word, Encoding]]) -> Iterator[tuple[int, int, Encoding, str]]:
    """The text cut where the encoding changes: start, end, encoding, and the font of its first word."""
    at = 0
    for encoding, group in groupby(words, key=lambda pair: pair[1]):
        stretch = [word for word, _ in group]
        start, end = stretch[0].start, stretch[-1].end
        if encoding is not Encoding.UNICODE:
            yield at, start, Encoding.UNICODE, ""
            yield start, end, encoding, stretch[0].font
            at = end
    yield at, len(text), Encoding.UNICODE, ""


def _decoded(stream: _Stream, start: int, end: int, encoding: Encoding) -> list[tuple[int, str]]:
    """A stretch in Unicode: its part of each piece that it touches, with the piece's place in the stream."""
    touched = range(bisect_right(stream.ends, start), bisect_left(stream.ends, end) + 1) if start < end else range(0)
    text = stream.text[start:end]
    ends = [min(stream.ends[at], end) - start for at in touched]
    if encoding is Encoding.VNI:
        text = bytes_of(text)
        ends = vni.places(text, ends)
        text = vni.decode(text)
    elif encoding is Encoding.TCVN3:
        text = tcvn3.decode(bytes_of(text))
    parts = []
    for at, first, last in zip(touched, [0, *ends], ends, strict=False):
        part = text[first:last]
        shown = encoding is Encoding.TCVN3 and _shows_capitals(stream.pieces[at][1][1])
        parts.append((at, part.upper() if shown else part))
    return parts
