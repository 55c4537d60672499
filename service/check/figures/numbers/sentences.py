"""Sentences of a paragraph with the figures and the phrases that stand in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from service.check.figures.numbers.numbers import figures
from service.check.unit.places import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.check.case import Line
    from service.check.figures.numbers.numbers import Figure
    from service.language import Hit

_Found = TypeVar("_Found", "Figure", "Hit")
_STOP: Final = re.compile(r"(?<![.!?…])[.!?…]+[\"')]*\s+(?=[\"'(]?[^\W_])|\n+")
_ABBREVIATED: Final = re.compile(
    r"(?:^|[^\w])(?:tp|tx|tt|đ/c|gs|ts|ths|pgs|bs|ks|q|p|h|x|ô|b|tr|st|vv|nxb|[ivx]+|\d{1,2})$"
)
_LONGEST: Final = 1500
_MOST_FIGURES: Final = 150
"""A sentence with more is no prose; only its first are read."""
_START: Final = attrgetter("start")
_PART: Final = re.compile(r";")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
NOUNS: Final = (
    "figure.members", "figure.member_rate", "figure.population", "figure.branches", "figure.clan_boards",
    "figure.scholarships", "figure.learning_centres", "figure.learner_visits", "figure.other",
)  # fmt: skip
"""Lists of what is counted; the longest phrase at a place is what is meant there."""


@dataclass(frozen=True)  # no slots: what every figure of it asks for is told once and kept
class Sentence:
    """One sentence of a line; all places are places in the line's folded text."""

    line: Line
    start: int
    end: int
    figures: tuple[Figure, ...]
    nouns: tuple[Hit, ...]
    """Phrases for what is counted, one at each place: the longest."""
    hits: tuple[Hit, ...]
    """Every phrase of a figure list."""
    places: tuple[Hit, ...] = ()
    """The names of units."""

    @property
    def folded(self) -> str:
        """The folded text of the whole line."""
        return self.line.folded

    def text(self, start: int, end: int) -> str:
        """The folded words between two places."""
        return self.line.folded[start:end]

    def part(self, place: int) -> tuple[int, int]:
        """Where the part of the sentence between semicolons around a place begins and ends."""
        cuts = self._cuts
        at = bisect_left(cuts, place)
        return cuts[at - 1] + 1 if at else self.start, cuts[at] if at < len(cuts) else self.end

    def within(self, start: int, end: int, *names: str) -> tuple[Hit, ...]:
        """The phrases of the named lists between two places."""
        if self._by_list.keys().isdisjoint(names):
            return ()
        found = [at for name in names for at in self._by_list.get(name, ())]
        if len(names) > 1:
            found.sort()
        first = bisect_left(found, bisect_left(self.hits, start, key=_START))
        return tuple([hit for hit in map(self.hits.__getitem__, found[first:]) if hit.end <= end])

    def last(self, start: int, end: int, *names: str) -> Hit | None:
        """The last phrase of the named lists between two places."""
        return max(self.within(start, end, *names), key=lambda hit: (hit.end, hit.end - hit.start), default=None)

    @cached_property
    def first_year(self) -> int:
        """Where its first year in four digits stands; its end where there is none."""
        found = _YEAR.search(self.folded, self.start, self.end)
        return found.start() if found else self.end

    @cached_property
    def _cuts(self) -> list[int]:
        return [found.start() for found in _PART.finditer(self.folded, self.start, self.end)]

    @cached_property
    def _by_list(self) -> dict[str, list[int]]:
        """Which of its phrases are of each list."""
        found: dict[str, list[int]] = {}
        for at, hit in enumerate(self.hits):
            found.setdefault(hit.name, []).append(at)
        return found

    def bracket(self, place: int) -> int | None:
        """Where the bracket opens that is still open at a place; None outside brackets."""
        before = self.line.folded[self.start : place]
        if "(" not in before:
            return None
        depth = 0
        for at in range(place - 1, self.start - 1, -1):
            depth += {")": 1, "(": -1}.get(before[at - self.start], 0)
            if depth < 0:
                return at
        return None


def sentences(line: Line) -> Iterator[Sentence]:
    """The sentences of a line."""
    every = figures(line.folded)
    hits = tuple(hit for hit in line.hits if hit.name.startswith("figure."))
    nouns = _longest(tuple([_cut(hit) for hit in hits]))
    places = line.of(PLACES)
    bounds = (piece for start, end in _bounds(line) for piece in _pieces(line.folded, start, end))
    for start, end in bounds:
        yield Sentence(
            line,
            start,
            end,
            _between(every, start, end)[:_MOST_FIGURES],
            _between(nouns, start, end),
            _between(hits, start, end),
            _between(places, start, end),
        )


def _between(found: tuple[_Found, ...], start: int, end: int) -> tuple[_Found, ...]:
    """Those of a row in order that begin between two places."""
    return found[bisect_left(found, start, key=_START) : bisect_left(found, end, key=_START)]


def is_noun(name: str) -> bool:
    """Whether a list names something that is counted."""
    return name in NOUNS or name.startswith(("figure.model.", "figure.thing."))


def _longest(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """One phrase at each place: the longest; of equals the more particular one, whose list is named first."""
    kept: list[Hit] = []
    """Sorted by place; since none overlap, only two neighbours can overlap another."""
    order = sorted(
        (hit for hit in hits if is_noun(hit.name)), key=lambda hit: (hit.start - hit.end, _rank(hit.name), hit.start)
    )
    for hit in order:
        at = bisect_right(kept, hit.start, key=_START)
        if (not at or kept[at - 1].end <= hit.start) and (at == len(kept) or hit.end <= kept[at].start):
            kept.insert(at, hit)
    return tuple(kept)


def _cut(hit: Hit) -> Hit:
    """A phrase up to the comma behind its noun: "35.820 hội viên, Hội Khuyến học quận tin tưởng …"."""
    if hit.name != "figure.members" or "," not in hit.phrase:
        return hit
    phrase = hit.phrase.partition(",")[0]
    return hit._replace(end=hit.start + len(phrase), phrase=phrase)


def _rank(name: str) -> int:
    return 0 if name.startswith("figure.model.") and name != "figure.model.any" else 1 if name in NOUNS else 2


def _bounds(line: Line) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _STOP.finditer(line.folded):
        if "\n" not in found[0] and not _ends(line, found):
            continue
        if line.folded[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if line.folded[start:].strip():
        yield start, len(line.folded)


def _pieces(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence of no sane length cut into pieces, so that reading one stays cheap."""
    while end - start > _LONGEST:
        reach = start + _LONGEST
        cuts = (folded.rfind(mark, start + _LONGEST // 2, reach) for mark in ("; ", ", ", " "))
        cut = next((cut + 1 for cut in cuts if cut > start), reach)
        yield start, cut
        start = cut
    yield start, end


def _ends(line: Line, found: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: a capital or a digit follows, and no abbreviation goes before."""
    following = line.text[found.end() :].lstrip("\"'“”(‘")[:1]
    if not (following.isupper() or following.isdigit()):
        return False
    if found[0][0] != ".":
        return True
    before = line.folded[max(0, found.start() - 6) : found.start()]
    if before.endswith("v.v"):
        return True
    # "1. Tham mưu" at the start is a label; "tăng 652 người. 5 xã" is not.
    return not _ABBREVIATED.search(before) or bool(re.search(r"\d{3}$|[\d.,]\d{2,}$|%$", before))
